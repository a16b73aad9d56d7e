"""What the tables in the terminal share: their look, and words cut and parted by the cells they take.

By rich, which is imported here and where a table is filled, and nowhere else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, TextIO

from engine.explain.visible import cells

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

_BLANKS = "    \n    \n -- \n    \n    \n    \n    \n    \n"
"""What rich draws a table with: nothing but a line under the header."""

_CLOSING = ",。、;:)”’》"
"""Signs that no line begins with."""

_PIECES = re.compile(r"[0-9A-Za-z.,%\uff05/+-]+|[^0-9A-Za-z.,%\uff05/+-]")
"""What is not parted: a figure with its sign, a word in Latin letters, any other character."""


class Column(NamedTuple):
    """A column: its title, its width in cells, and whether it holds figures, which stand on the right."""

    title: str
    width: int
    figures: bool = False


def console(file: TextIO, width: int | None) -> Console:
    """Where to print; colours only where `file` is a terminal.  `width` is in columns, by default the terminal's."""
    from rich.console import Console

    return Console(file=file, width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)


def grid(columns: list[Column]) -> Table:
    """An empty table."""
    from rich.box import Box
    from rich.table import Table

    # A box of blanks parts the columns: padding would wrap every cell once more, which takes a third of the time.
    table = Table(box=Box(_BLANKS, ascii=True), padding=0, show_edge=False, header_style="bold")
    for column in columns:
        side: Literal["left", "right"] = "right" if column.figures else "left"
        table.add_column(plain(column.title), justify=side, width=column.width, overflow="fold")
    return table


def print_line(target: Console, text: str) -> None:
    """A line that the terminal itself may wrap: problems keep their `file:line:column` in one piece."""
    target.print(plain(text), soft_wrap=True)


def plain(text: str, style: str = "") -> Text:
    """Text that rich takes as it is."""
    from rich.text import Text

    return Text(text, style=style)


def parted(text: str, width: int) -> list[str]:
    """Words in lines of so many cells: figures stay in one piece, and a closing sign takes what is before it along."""
    lines = [""]
    for piece in (part for word in _PIECES.findall(text) for part in _fitting(word, width)):
        if cells(lines[-1] + piece) <= width:
            lines[-1] += piece
            continue
        kept = max(0, len(lines[-1].rstrip(_CLOSING)) - 1) if piece in _CLOSING else 0
        lines[-1:] = [lines[-1][:kept], lines[-1][kept:] + piece] if kept else [lines[-1], piece]
    return lines


def _fitting(word: str, width: int) -> list[str]:
    """A word as a whole, or its characters where no line is as long."""
    return [word] if cells(word) <= width else list(word)


def shortened(text: str, room: int) -> str:
    """Words cut to so many cells."""
    if cells(text) <= room:
        return text
    text = text[:room]
    while text and cells(text) >= room:
        text = text[:-1]
    return text + "…"
