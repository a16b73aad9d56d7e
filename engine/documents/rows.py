"""Rows of cells with their places in the text: what every reader hands to the rest of the room."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.model import Problem, Source


class Cell(NamedTuple):
    """A cell without surrounding blanks.

    ``start`` and ``end`` are its offsets in the text of the file, quotes left out; None where the format has no text
    of its own (a workbook).  ``anchor`` is the (row, column) whose content the cell repeats, where it is part of a
    merged one; None where it is its own.
    """

    text: str
    start: int | None = None
    end: int | None = None
    anchor: tuple[int, int] | None = None


class Row(NamedTuple):
    """One record of the table.

    ``line`` is the number of its row in its sheet or text, from 1; ``sheet`` is the sheet, table or page that Sources
    name (Sheet1, 表2, 第3页), None in a text; ``fault`` says in Chinese what was wrong with its form.
    """

    line: int
    offset: int | None
    cells: tuple[Cell, ...]
    fault: str = ""
    sheet: str | None = None

    @property
    def blank(self) -> bool:
        """True where no cell holds anything."""
        return self.width == 0

    @property
    def width(self) -> int:
        """The number of cells up to the last one that holds anything."""
        return max((number for number, cell in enumerate(self.cells, start=1) if cell.text), default=0)

    def source(self, path: str) -> Source:
        """Where the row stands."""
        return Source(path=path, sheet=self.sheet, row=self.line, offset=self.offset)

    def cell_source(self, path: str, column: int) -> Source:
        """Where the cell of a column (from 0) stands: its anchor, where it repeats a merged cell."""
        cell = self.cells[column]
        row, number = cell.anchor or (self.line, column + 1)
        return Source(path=path, sheet=self.sheet, row=row, column=number, offset=cell.start)


class Table(NamedTuple):
    """A table as a reader hands it over: all of its rows, header included.

    ``name`` is what messages call it (工作表“任务”, 第2张表), None where a file holds one table only; ``above`` are the
    words before it, which may state its date; ``text`` is the text in which the offsets of its cells count, None where
    the format has none.
    """

    rows: Sequence[Row]
    name: str | None = None
    above: str = ""
    text: str | None = None


class Contents(NamedTuple):
    """What a reader found in a file: tables in their order, and every Problem met.  On an error there is no table."""

    tables: Sequence[Table] = ()
    problems: Sequence[Problem] = ()


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


def trimmed(raw: str, start: int, longer: int = 0) -> Cell:
    """The cell that stands in ``raw``, which begins at offset ``start``; in the file it is ``longer`` than its value
    by so many characters."""
    text = raw.strip()
    begin = start + len(raw) - len(raw.lstrip()) if text else start
    return Cell(text, begin, begin + len(text) + longer)


def split(line: Line, delimiter: str, fault: str = "") -> Row:
    """A line cut at every delimiter, quotes being ordinary characters."""
    cells, start = [], line.offset
    for raw in line.text.rstrip("\r\n").split(delimiter):
        cells.append(trimmed(raw, start))
        start += len(raw) + len(delimiter)
    return Row(line.number, line.offset, tuple(cells), fault)
