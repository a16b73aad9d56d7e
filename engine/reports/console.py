"""The report as a table in the terminal, worst first, with a summary below; by rich, which is imported here alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from engine.explain.speech import Language, say
from engine.explain.visible import cells
from engine.model import Light, Report
from engine.reports.rows import Row, rows
from engine.reports.summary import heading, summary

if TYPE_CHECKING:
    from rich.console import Console
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

_BLANKS = "    \n    \n -- \n    \n    \n    \n    \n    \n"
"""What rich draws a table with: nothing but a line under the header."""

_CLOSING = ",。、;:)”’》"
"""Signs that no line begins with."""

_RIGHT = ("target", "done", "share", "forecast")
_NUMBER = re.compile(r"[0-9./-]+(?=[^0-9./-])")


def print_report(report: Report, file: TextIO, lang: Language = "zh", width: int | None = None) -> None:
    """Print the table and its summary to `file`; colours only where it is a terminal.

    `width` is in columns and defaults to the terminal's.
    """
    from rich.console import Console

    console = Console(file=file, width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)
    _line(console, heading(report, lang))
    console.print(_table(list(rows(report.tasks, lang)), lang, console.width))
    for line in summary(report, lang):
        _line(console, line)


def _line(console: Console, text: str) -> None:
    """A line that the terminal itself may wrap: problems keep their `file:line:column` in one piece."""
    console.print(_plain(text), soft_wrap=True)


def _table(lines: list[Row], lang: Language, width: int) -> Table:
    from rich.box import Box
    from rich.table import Table

    # A box of blanks parts the columns: padding would wrap every cell once more, which takes a third of the time.
    table = Table(box=Box(_BLANKS, ascii=True), padding=0, show_edge=False, header_style="bold")
    widths = _widths(lines, lang, width)
    for name, cells_wide in widths.items():
        table.add_column(
            _plain(_label(name, lang)), justify="right" if name in _RIGHT else "left", width=cells_wide, overflow="fold"
        )
    for line in lines:
        table.add_row(*(_cell(line, name, width) for name, width in widths.items()))
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
        text = "\n".join(_lines(text, width))
    elif name in _RIGHT and cells(text) > width:
        text = _broken(text)
        text = text.split("\n")[0] if name == "forecast" else text
    return _plain(text, _STYLES[line.light] if name in ("grade", "bar") else "")


def _named(line: Row, width: int) -> str:
    """The name in two lines at most, and in one piece behind it how many targets there are."""
    lines = _lines(_shortened(line.indicator, 2 * (width - 1) - cells(line.total)), width)
    parted = "\n" if cells(lines[-1] + line.total) > width else ""
    return "\n".join(lines) + parted + line.total


def _lines(text: str, width: int) -> list[str]:
    """Words in lines of so many cells; a closing sign takes the character before it along."""
    lines = [""]
    for character in text:
        if cells(lines[-1] + character) <= width:
            lines[-1] += character
            continue
        kept = max(0, len(lines[-1].rstrip(_CLOSING)) - 1) if character in _CLOSING else 0
        lines[-1:] = [lines[-1][:kept], lines[-1][kept:] + character] if kept else [lines[-1], character]
    return lines


def _broken(figure: str) -> str:
    """A figure in two lines: before what stands in brackets, or else before its unit."""
    head, bracket, rest = figure.partition("(")
    return f"{head}\n({rest}" if bracket else _NUMBER.sub(r"\g<0>\n", figure, count=1)


def _shortened(text: str, room: int) -> str:
    """Words cut to so many cells: a name takes two lines at most, `why` shows all of it."""
    if cells(text) <= room:
        return text
    while text and cells(text) >= room:
        text = text[:-1]
    return text + "…"


def _plain(text: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(text, style=style)
