import ast
import importlib
import re
import struct
import subprocess
from pathlib import Path

import pytest
import typer

from bot.cli import app
from bot.settings import PREFIX, Settings
from dialogues.commands import MENU, UNLISTED, canonical

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "handlers", "dialogues", "journeys", "storage", "summaries", "sandbox", "benchmarks")
BINARY = {".png", ".ttf", ".otf", ".ico", ".woff2"}
MADE = ("demo/", ".venv")  # what a command makes; not in the repository
ELSEWHERE = ("my-content/", "api.json", "schema.json")  # an author's own folder; files of other projects
SUFFIXES = ("py", "md", "yaml", "json", "toml", "txt", "png", "typ", "j2", "sh")
ADDRESSES = ("/bot", "/telegram", "/healthz")  # parts of web addresses, not commands
MENTION = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"(?:\]\(|src=\")([^)\"\s]+)")


def tracked() -> list[Path]:
    """What the repository holds, and new files that it does not ignore; a copy without git has only itself."""
    try:
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return [
            path for path in ROOT.rglob("*") if path.is_file() and not path.relative_to(ROOT).parts[0].startswith(".")
        ]
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


PAGES = sorted(path for path in tracked() if path.suffix == ".md" and "tests" not in path.parts)


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def mentions(page: Path) -> list[str]:
    return MENTION.findall(re.sub(r"^```.*?^```$", "", text(page), flags=re.MULTILINE | re.DOTALL))


def commands() -> set[str]:
    def walk(group, path):
        if hasattr(group, "commands"):
            for name, command in group.commands.items():
                yield from walk(command, (*path, name))
        else:
            yield " ".join(path)

    return set(walk(typer.main.get_command(app), ()))


def there(name: str, page: Path) -> bool:
    return any((base / name).exists() for base in (ROOT, page.parent, ROOT / "dialogues" / "content"))


def known(dotted: str) -> bool:
    """Is there a module, and in it an attribute, of this name? A module of ours always begins with its room."""
    parts = dotted.split(".")
    for split in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:split]))
        except ModuleNotFoundError:
            continue
        for part in parts[split:]:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_file_and_folder_that_a_page_names_exists(page):
    names = [
        name
        for name in mentions(page)
        if re.fullmatch(rf"[\w.-]+/|(?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:{'|'.join(SUFFIXES)})", name)
    ]
    missing = [name for name in names if not name.startswith(MADE) and not there(name, page)]
    assert [name for name in missing if name not in ELSEWHERE] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_function_and_class_that_a_page_names_exists(page):
    dotted = rf"(?:{'|'.join(ROOMS)})(?:\.\w+)+"
    names = [name for name in mentions(page) if re.fullmatch(dotted, name) and name.rpartition(".")[2] not in SUFFIXES]
    assert [name for name in names if not known(name)] == []


def test_the_journeys_on_the_architecture_page_name_enough_to_follow_them():
    names = mentions(ROOT / "docs" / "architecture.md")
    assert sum(known(name) for name in names if name.split(".")[0] in ROOMS) > 30


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_setting_that_a_page_names_exists(page):
    settings = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    of_tests = set(re.findall(rf"\b{PREFIX}\w+", text(ROOT / "Makefile") + text(ROOT / "tests" / "conftest.py")))
    assert set(re.findall(rf"\b{PREFIX}[A-Z_]+\b", text(page))) <= settings | of_tests


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_make_target_that_a_page_names_exists(page):
    targets = set(re.findall(r"^([a-z]+):", text(ROOT / "Makefile"), re.MULTILINE))
    assert set(re.findall(r"(?:`|^)make ([a-z]+)", text(page), re.MULTILINE)) <= targets


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_weerklank_command_that_a_page_names_exists(page):
    typed = re.findall(r"(?:`|bin/|^ +)weerklank ((?:[a-z]+ ?)+)", text(page), re.MULTILINE)
    assert [words for words in typed if not any(words.strip().startswith(each) for each in commands())] == []


def test_the_readme_names_every_weerklank_command():
    assert {each for each in commands() if f"weerklank {each}" not in text(ROOT / "README.md")} == {"doctor"} - {
        "doctor"
    }


def test_the_readme_names_every_command_of_a_leader_in_both_languages_and_no_other():
    rows = re.findall(r"^\| `/(\w+)` \| `/(\w+)` \|", text(ROOT / "README.md"), re.MULTILINE)
    assert dict(rows) == MENU
    for name in UNLISTED:
        assert f"`/{name}`" in text(ROOT / "README.md")


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_chat_command_that_a_page_names_exists(page):
    names = [
        name for name in mentions(page) if re.fullmatch(r"/[a-z]+", name) and name not in ("/telegram", "/healthz")
    ]
    assert [name for name in names if canonical(name) is None and name != "/bot"] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_within_the_repository_leads_somewhere(page):
    links = [link.partition("#")[0] for link in LINK.findall(text(page)) if "://" not in link]
    assert [link for link in links if link and not (page.parent / link).exists()] == []


def test_every_picture_is_shown_somewhere_and_is_a_small_png():
    pictures = sorted((ROOT / "docs" / "images").iterdir())
    shown = {(page.parent / link).resolve() for page in PAGES for link in LINK.findall(text(page))}
    assert pictures
    for picture in pictures:
        content = picture.read_bytes()
        assert content.startswith(b"\x89PNG\r\n\x1a\n"), picture.name
        assert struct.unpack(">II", content[16:24]) > (200, 200), picture.name
        assert len(content) < 200_000, picture.name
        assert picture.resolve() in shown, picture.name


def test_every_room_is_on_the_map():
    rooms = {path.relative_to(ROOT).parts[0] for path in tracked() if path.suffix == ".py" and path.parent != ROOT}
    assert {room for room in rooms if f"| `{room}/` |" not in text(ROOT / "README.md")} == set()


def test_every_decision_is_in_the_index_and_says_context_decision_and_what_was_rejected():
    pages = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    index = text(ROOT / "docs" / "decisions" / "README.md")
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for number, page in enumerate(pages, 1):
        title = text(page).splitlines()[0].removeprefix(f"# {number}. ")
        assert f"{number}. [{title}]({page.name})" in index
        assert re.findall(r"^\*\*(\w+)\.\*\*", text(page), re.MULTILINE) == ["Context", "Decision", "Rejected"], (
            page.name
        )


def test_the_licence_is_the_one_that_the_package_names():
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in text(ROOT / "LICENSE")
    assert 'license = "EUPL-1.2"' in text(ROOT / "pyproject.toml")


def test_the_import_rule_on_paper_is_the_one_that_is_checked():
    layers = ast.literal_eval(re.search(r"^layers = (\[.*\])$", text(ROOT / "pyproject.toml"), re.MULTILINE)[1])
    assert "  →  ".join(layers) in text(ROOT / "CONTRIBUTING.md")


def test_no_text_holds_a_path_of_a_machine_or_the_address_of_a_package_index():
    here = {str(ROOT), str(Path.home())} - {"/", "/root"}
    hosts = r"https?://[\w.-]*(?:pypi|pythonhosted|npmjs|artifactory|nexus|jfrog)[\w.-]*|/simple/?$"
    wrong = re.compile("|".join([*map(re.escape, here), r"/home/\w+/", r"/Users/\w+/", hosts]))
    own = Path(__file__)
    found = [
        named(path) for path in tracked() if path.suffix not in BINARY and path != own and wrong.search(_readable(path))
    ]
    assert found == []


def _readable(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
