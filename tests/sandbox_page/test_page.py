"""The chat page stands on its own: no build step, no foreign host, no markup from messages, two languages, AA."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "sandbox" / "page"
HTML = (PAGE / "index.html").read_text(encoding="utf-8")
CSS = (PAGE / "style.css").read_text(encoding="utf-8")
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(PAGE.glob("*.js"))}
ALL_SCRIPTS = "\n".join(SCRIPTS.values())

ENTRY = re.compile(r'^  (\w+): \{\s*nl: "([^"]*)",\s*en: "([^"]*)",?\s*\},$', re.MULTILINE)
WORDS = {key: (nl, en) for key, nl, en in ENTRY.findall(SCRIPTS["words.js"])}


def test_every_file_the_page_loads_is_its_own_and_exists() -> None:
    loaded = re.findall(r'<(?:link|script|img)\b[^>]*?\s(?:href|src)="([^"]+)"', HTML)
    assert "/page/chat.js" in loaded
    assert "/page/style.css" in loaded
    for address in loaded:
        assert address.startswith("/page/"), address
        assert (PAGE / address.removeprefix("/page/")).is_file(), address


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_imports_only_names_that_its_neighbours_export(name: str) -> None:
    for names, source in re.findall(r'^import (.+?) from "([^"]+)";$', SCRIPTS[name], re.MULTILINE):
        assert source.startswith("./"), source
        neighbour = SCRIPTS[source.removeprefix("./")]
        for wanted in re.findall(r"\w+", names.removeprefix("* as ")) if names.startswith("{") else []:
            assert re.search(
                rf"^export (?:async )?(?:function|const) {re.escape(wanted)}\b", neighbour, re.MULTILINE
            ), f"{name} wants {wanted} from {source}"


@pytest.mark.parametrize("name", ["index.html", "style.css", "icon.svg", *SCRIPTS])
def test_no_file_names_a_foreign_host(name: str) -> None:
    text = (PAGE / name).read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"(?:https?:)?//[\w-]+\.\w+", text)
    assert "@import" not in text
    assert "url(" not in text


def test_the_browser_is_told_to_load_nothing_from_elsewhere_and_no_inline_code() -> None:
    policy = re.search(r'Content-Security-Policy"\s+content="([^"]+)"', HTML)
    assert policy
    directives = dict(part.strip().split(" ", 1) for part in policy[1].split(";"))
    assert directives.pop("default-src") == "'none'"
    assert set(directives.values()) <= {"'self'", "'none'"}
    assert not re.search(r"<script(?![^>]*\ssrc=)|<style\b|\sstyle=|\son\w+=", HTML)


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_script_can_turn_text_into_markup_or_code(name: str) -> None:
    doors = r"innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|document\.write|createContextualFragment|DOMParser"
    assert not re.search(rf"{doors}|\beval\b|\bFunction\(|srcdoc|javascript:", SCRIPTS[name])


def test_links_in_messages_open_only_safe_schemes() -> None:
    schemes = re.search(r"SAFE = new Set\(\[(.+)\]\)", SCRIPTS["entities.js"])
    assert schemes
    assert set(re.findall(r'"(\w+):"', schemes[1])) == {"http", "https", "mailto", "tel"}


def test_every_interface_text_exists_in_dutch_and_english_with_the_same_places() -> None:
    declared = re.findall(r"^  (\w+): \{", SCRIPTS["words.js"], re.MULTILINE)
    assert sorted(declared) == sorted(WORDS)
    for key, (nl, en) in WORDS.items():
        assert nl.strip(), key
        assert en.strip(), key
        assert sorted(re.findall(r"\{\d\}", nl)) == sorted(re.findall(r"\{\d\}", en)), key


def test_every_text_the_page_says_is_a_known_word_and_none_is_left_over() -> None:
    asked = set(re.findall(r'data-(?:say|label|placeholder)="(\w+)"', HTML))
    said = {
        key for call in re.findall(r"\b(?:say|status)\(([^()]*)", ALL_SCRIPTS) for key in re.findall(r'"(\w+)"', call)
    }
    kinds = set(re.findall(r'"(\w+)"', " ".join(re.findall(r"(?:KINDS|kinds) = \[(.+)\]", ALL_SCRIPTS))))
    assert asked | said | kinds == set(WORDS)


def test_every_icon_and_every_element_the_scripts_look_for_stands_in_the_page() -> None:
    ids = set(re.findall(r'\bid="([\w-]+)"', HTML))
    icons = set(re.findall(r'icon\("(\w+)"\)|icon: "(\w+)"|"#i-(\w+)"', ALL_SCRIPTS + HTML))
    assert {f"i-{name}" for names in icons for name in names if name} <= ids
    assert set(re.findall(r'\$\("([\w-]+)"\)', ALL_SCRIPTS)) <= ids


@pytest.mark.parametrize("tag", ["button", "textarea"])
def test_every_control_without_text_has_a_label_in_the_viewers_language(tag: str) -> None:
    controls = re.findall(rf"<{tag}\b([^>]*)>", HTML)
    assert controls
    for attributes in controls:
        assert re.search(r"data-(?:label|say)=", attributes), attributes


def test_new_messages_are_announced_and_movement_can_be_calmed() -> None:
    assert re.search(r'id="announce"[^>]*aria-live="polite"', HTML)
    assert "prefers-reduced-motion: reduce" in CSS
    assert ":focus-visible" in CSS


def test_a_photo_is_shown_whole() -> None:
    (rule,) = re.findall(r"^\.photo img \{([^}]*)\}", CSS, re.MULTILINE)
    assert "object-fit: contain" in rule


def colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", css))


LIGHT = colours(CSS[: CSS.index("@media")])
DARK = LIGHT | colours(CSS[CSS.index("@media") : CSS.index("*, *::before")])
PAIRS = [
    *[("ink", ground) for ground in ("paper", "surface", "bubble", "own")],
    *[("soft", ground) for ground in ("desk", "paper", "surface", "bubble", "own")],
    *[("accent", ground) for ground in ("surface", "bubble", "own")],
    ("on-solid", "solid"),
    ("key-ink", "key"),
    ("success-ink", "success"),
    ("danger-ink", "danger"),
    ("danger-ink", "surface"),
]


def brightness(colour: str) -> float:
    """Relative luminance of `#rrggbb`, as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
def test_text_stands_out_from_its_ground_by_at_least_four_and_a_half(
    scheme: dict[str, str], pair: tuple[str, str]
) -> None:
    dim, bright = sorted(brightness(scheme[name]) for name in pair)
    assert (bright + 0.05) / (dim + 0.05) >= 4.5
