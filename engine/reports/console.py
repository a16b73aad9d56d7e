"""The report as a table in the terminal, worst first, with a summary below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from engine.explain.speech import Language, say
from engine.explain.visible import cells
from engine.model import Light, Report
from engine.reports.grid import Column, console, grid, parted, plain, print_line, shortened
from engine.reports.rows import Row, rows
from engine.reports.summary import heading, summary

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

_STYLES: dict[Light, str] = {
    "blue": "bold blue",
    "green": "green",
    "yellow": "yellow",
    "red": "bold red",
    "grey": "dim",
}

_ROOMY = 120
"""Columns of a terminal from which on there is place for the bar."""

_NARROWEST_TEXT = 10
"""Cells that the task's own column keeps, whatever the figures want."""

_NARROW = {"grade": 10, "id": 6, "indicator": 44, "target": 11, "done": 11, "share": 11, "forecast": 8, "lead": 10}
_WIDE = _NARROW | {"id": 8, "target": 18, "done": 18, "bar": 11, "forecast": 18, "lead": 20}
"""The widest that a column becomes; a longer figure breaks before its unit, and is never cut; a forecast drops it."""

_RIGHT = ("target", "done", "share", "forecast")
_NUMBER = re.compile(r"[0-9./-]+(?=[^0-9./-])")


def print_report(report: Report, file: TextIO, lang: Language = "zh", width: int | None = None) -> None:
    """Print the table and its summary to `file`; colours only where it is a terminal.

    `width` is in columns and defaults to the terminal's.
    """
    target = console(file, width)
    print_line(target, heading(report, lang))
    target.print(_table(list(rows(report.tasks, lang)), lang, target.width))
    for text in summary(report, lang):
        print_line(target, text)


def _table(lines: list[Row], lang: Language, width: int) -> Table:
    widths = _widths(lines, lang, width)
    table = grid([Column(_label(name, lang), wide, name in _RIGHT) for name, wide in widths.items()])
    for row in lines:
        table.add_row(*(_cell(row, name, wide) for name, wide in widths.items()))
    return table


def _widths(lines: list[Row], lang: Language, width: int) -> dict[str, int]:
    """Each column as wide as its content, up to a cap; the task's own column takes what is left."""
    caps = _NARROW if width < _ROOMY else _WIDE
    wanted = {name: _wanted(lines, name, lang) for name in Row._fields if name in caps}
    widths = {name: min(wanted[name], caps[name]) for name in wanted}
    others = sum(widths.values()) - widths["indicator"] + len(widths) - 1
    return widths | {"indicator": max(_NARROWEST_TEXT, min(widths["indicator"], width - others))}


def _wanted(lines: list[Row], name: str, lang: Language) -> int:
    header = max(map(cells, _label(name, lang).split("\n")))
    return max([header, *(cells(_text(line, name)) for line in lines)])


def _text(line: Row, name: str) -> str:
    text: str = getattr(line, name)
    return text + line.total if name == "indicator" else text


def _label(name: str, lang: Language) -> str:
    return say(lang, f"table.{name}")


def _cell(line: Row, name: str, width: int) -> Text:
    text = _text(line, name)
    if name == "indicator":
        text = _named(line, width)
    elif name == "lead":
        text = "\n".join(parted(text, width))
    elif name in _RIGHT and cells(text) > width:
        text = _broken(text)
        text = text.split("\n")[0] if name == "forecast" else text
    return plain(text, _STYLES[line.light] if name in ("grade", "bar") else "")


def _named(line: Row, width: int) -> str:
    """The name in two lines at most, and in one piece behind it how many targets there are."""
    lines = parted(shortened(line.indicator, 2 * (width - 1) - cells(line.total)), width)
    between = "\n" if cells(lines[-1] + line.total) > width else ""
    return "\n".join(lines) + between + line.total


def _broken(figure: str) -> str:
    """A figure in two lines: before what stands in brackets, or else before its unit."""
    head, bracket, rest = figure.partition("(")
    return f"{head}\n({rest}" if bracket else _NUMBER.sub(r"\g<0>\n", figure, count=1)
