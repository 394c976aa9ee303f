"""The pair beside which summaries are measured: matplotlib draws the picture twice, WeasyPrint makes the same pages.

Both are optional (`requirements/bench.txt`), so they are only looked for when they are asked for.
"""

import base64
import html
import io
import json
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from dialogues.model import Language, Library
from summaries.drawing.page import page
from summaries.drawing.press import PIXELS_PER_INCH, TEMPLATES
from summaries.drawing.voice import Voice
from summaries.facts import Findings, month_of
from summaries.phrases import Tongue
from summaries.picture import THEMES, drawing

CSS = """
@page { size: A4; margin: 20mm 23mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8.5pt } }
body { font: 10.5pt sans-serif; color: #1f2b37 } h1 { font: 30pt serif } h2 { font: 16pt serif; margin: 19pt 0 8pt }
blockquote { margin: 8pt 0; padding-left: 12pt; border-left: 2pt solid #cfd4ea; font-family: serif }
img { width: 100% } .plan { background: #f8f5ef; padding: 15pt; break-inside: avoid }
.line { border-bottom: 1px solid; display: block }
"""
IN_THE_PICTURE = ("strips", "keys")


def missing() -> str:
    """Why the pair cannot be measured here, in one sentence; "" when it can."""
    for name in ("matplotlib", "weasyprint"):
        try:
            import_module(name)
        except ImportError:
            return f"{name} is not installed (pip install --require-hashes -r requirements/bench.txt)."
        except OSError:
            return f"{name} does not find Pango on this machine (Debian: libpango-1.0-0 libpangoft2-1.0-0)."
    return ""


def pictures(findings: Findings, language: Language, library: Library) -> tuple[bytes, bytes]:
    """The light and the dark picture, from the same data that our template gets."""
    drawn = drawing(findings, language, library)
    light, dark = (_figure(drawn, _colours(theme)) for theme in THEMES)
    return light, dark


def pdf(findings: Findings, language: Language, library: Library, picture: bytes) -> bytes:
    """The PDF after the same standard, from the same data, with the picture that is there already."""
    told = page(findings, Voice(Tongue(language, library, month_of(findings))))
    paper: bytes = import_module("weasyprint").HTML(string=page_of(told, picture)).write_pdf(pdf_variant="pdf/ua-1")
    return paper


def _colours(theme: str) -> Mapping[str, str]:
    colours: Mapping[str, str] = json.loads((TEMPLATES / "themes.json").read_text(encoding="utf-8"))[theme]
    return colours


def _figure(drawn: Mapping[str, Any], look: Mapping[str, str]) -> bytes:
    rows = len(drawn["strips"]) + len(drawn["tensions"]) + 2 * bool(drawn["spokes"])
    figure = import_module("matplotlib.figure").Figure(figsize=(7.5, 1.6 + 1.35 * rows), facecolor=look["ground"])
    grid = figure.add_gridspec(rows, 1, hspace=0.9, top=0.88, bottom=0.04, left=0.08, right=0.82)
    figure.text(0.08, 0.95, f"{drawn['title']} {drawn['aside']}", color=look["ink"], fontsize=32, family="serif")
    figure.text(0.08, 0.92, drawn["lead"], color=look["muted"], fontsize=13)
    at = 0
    for draw, parts in ((_strip, drawn["strips"]), (_tension, drawn["tensions"])):
        for part in parts:
            draw(figure.add_subplot(grid[at, 0], facecolor=look["ground"]), part, look, drawn)
            at += 1
    if drawn["spokes"]:
        _wheel(figure.add_subplot(grid[at:, 0], projection="polar", facecolor=look["ground"]), drawn["spokes"], look)
    out = io.BytesIO()
    figure.savefig(out, format="png", dpi=PIXELS_PER_INCH)
    return out.getvalue()


def _strip(axes: Any, row: Mapping[str, Any], look: Mapping[str, str], drawn: Mapping[str, Any]) -> None:
    columns = drawn["axis"]["columns"]
    field = [((n + 0.5) / columns, value) for n in range(columns) for value in range(1, 6)]
    axes.scatter(*zip(*field, strict=True), s=3, color=look["speck"])
    axes.scatter(*zip(*row["dots"], strict=True), s=110, color=look[row["measure"]], edgecolor=look["ground"])
    axes.set_title(f"{row['name']} · {row['note']}", loc="left", color=look["ink"], fontsize=14)
    axes.set_xticks([x for x, _ in drawn["axis"]["ticks"]], [label for _, label in drawn["axis"]["ticks"]])
    axes.set_yticks([1, 5], [row["low"], row["high"]])
    _quiet(axes, look)


def _tension(axes: Any, row: Mapping[str, Any], look: Mapping[str, str], _drawn: Mapping[str, Any]) -> None:
    axes.plot([1, 7], [0, 0], color=look["rule"], linewidth=8, solid_capstyle="round")
    for place in row["before"]:
        axes.plot([place, row["now"][-1]], [0, 0], color=look["trail"], linewidth=8)
        axes.scatter([place], [0], s=160, facecolor=look["ground"], edgecolor=look["tension"], linewidth=2, zorder=3)
    axes.scatter(row["now"], [0] * len(row["now"]), s=180, color=look["tension"], zorder=4)
    axes.set_title(row["a"], loc="left", color=look["ink"], fontsize=12)
    axes.set_title(row["b"], loc="right", color=look["ink"], fontsize=12)
    axes.set_xticks([])
    axes.set_yticks([])
    _quiet(axes, look)


def _wheel(axes: Any, spokes: list[Mapping[str, Any]], look: Mapping[str, str]) -> None:
    turn = [6.2832 * n / len(spokes) for n in range(len(spokes))]
    axes.bar(turn, [6] * len(spokes), width=0.35, color=look["petal"])
    for angle, spoke in zip(turn, spokes, strict=True):
        for index in range(spoke["asked"]):
            full = index < spoke["answered"]
            axes.scatter(
                [angle], [index + 1], s=60, edgecolor=look["quality"],
                facecolor=look["quality"] if full else look["ground"],
            )  # fmt: skip
    axes.set_xticks(turn, [spoke["name"] for spoke in spokes], color=look["ink"], fontsize=11)
    axes.set_yticks([])
    axes.spines["polar"].set_visible(False)
    axes.grid(visible=False)


def _quiet(axes: Any, look: Mapping[str, str]) -> None:
    axes.tick_params(colors=look["muted"], length=0)
    axes.yaxis.tick_right()
    for spine in axes.spines.values():
        spine.set_visible(False)


def page_of(told: Mapping[str, Any], picture: bytes) -> str:
    """The HTML of the paper: every word of it, in the same order; what our paper draws is in the picture here."""
    blocks: dict[str, Callable[[Mapping[str, Any]], str]] = {
        "quote": lambda one: f"<blockquote><p>“{_safe(one['text'])}”</p><p>{_safe(one['below'])}</p></blockquote>",
        "text": lambda one: f"<p>{_safe(one['text'])}</p>",
        "intro": lambda one: f"<p>{_safe(one['text'])}</p>",
        "tension": lambda one: (
            "".join(f"<p>{_safe(line)}</p>" for line in one["lines"])
            + "".join(blocks["quote"](quote) for quote in one["quotes"])
        ),
        "wheel": lambda one: "".join(f"<p>{_safe(line)}</p>" for line in one["lines"]),
        "plan": lambda one: "<div class=plan>" + "".join(map(_plan, one["plans"])) + "</div>",
        "questions": lambda one: "<ol>" + "".join(f"<li>{_safe(item)}</li>" for item in one["items"]) + "</ol>",
    }
    parts = "".join(
        f"<h2>{_safe(part['title'])}</h2>"
        + "".join(blocks[one["kind"]](one) for one in part["blocks"] if one["kind"] not in IN_THE_PICTURE)
        for row in told["rows"]
        for part in row
    )
    image = base64.b64encode(picture).decode()
    lead = "".join(f"<p>{_safe(line)}</p>" for line in told["lead"])
    return (
        f"<html lang={told['words']['language']}><head><title>{_safe(told['name'])}</title><style>{CSS}</style></head>"
        f"<body><h1>{_safe(told['title'])} {told['aside']}</h1>{lead}"
        f'<img alt="{_safe(told["name"])}" src="data:image/png;base64,{image}">{parts}</body></html>'
    )


def _plan(plan: Mapping[str, Any]) -> str:
    fields = "".join(
        f"<p><b>{_safe(one['label'])}</b> {_line(one['given'], one['start'])}</p>" for one in plan["fields"]
    )
    meant = f"<p><b>{_safe(plan['label'])}</b> {_safe(plan['given'])}</p>"
    return meant + "".join(_line("", start) for start in plan["asks"]) + fields


def _line(given: str, start: str) -> str:
    return _safe(given) or f"<span class=line>{_safe(start)}&nbsp;</span>"


def _safe(text: str) -> str:
    return html.escape(text)
