"""Rows of cells with their places in the text: what every reader hands to the rest of the room."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import NamedTuple


class Cell(NamedTuple):
    """A cell without surrounding blanks; ``start`` and ``end`` are its offsets in the text, quotes left out."""

    text: str
    start: int
    end: int


class Row(NamedTuple):
    """One record of the table.  ``line`` counts from 1; ``fault`` says in Chinese what was wrong with its form."""

    line: int
    offset: int
    cells: tuple[Cell, ...]
    fault: str = ""

    @property
    def blank(self) -> bool:
        """True where no cell holds anything."""
        return self.width == 0

    @property
    def width(self) -> int:
        """The number of cells up to the last one that holds anything."""
        return max((number for number, cell in enumerate(self.cells, start=1) if cell.text), default=0)


class Line(NamedTuple):
    """A line as it stands in the text, with its line end."""

    number: int
    offset: int
    text: str


def lines(text: str) -> Iterator[Line]:
    r"""The lines of a text, ended by \n, \r or \r\n only: splitlines() would also break at form feeds and others."""
    offset = 0
    for number, line in enumerate(io.StringIO(text, newline=""), start=1):
        yield Line(number, offset, line)
        offset += len(line)


def trimmed(raw: str, start: int) -> Cell:
    """The cell that stands in ``raw``, which begins at offset ``start``."""
    text = raw.strip()
    begin = start + len(raw) - len(raw.lstrip()) if text else start
    return Cell(text, begin, begin + len(text))


def split(line: Line, delimiter: str, fault: str = "") -> Row:
    """A line cut at every delimiter, quotes being ordinary characters."""
    cells, start = [], line.offset
    for raw in line.text.rstrip("\r\n").split(delimiter):
        cells.append(trimmed(raw, start))
        start += len(raw) + len(delimiter)
    return Row(line.number, line.offset, tuple(cells), fault)
