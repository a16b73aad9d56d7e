"""A Word table as a grid: rows of cells in which merged areas repeat what their first cell holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from engine.documents.formats.grid import merged, shortened
from engine.documents.formats.word.text import joined_text
from engine.documents.formats.word.xml import CELL, PARAGRAPH, ROW, TABLE, Element, blocks, name, number, value, within
from engine.documents.rows import Cell, Row
from engine.model import Problem, Severity, Source

WIDEST = 63
"""The most columns that Word allows a table; no span reaches further."""

_BEFORE, _SPAN, _MERGE = name("trPr", "gridBefore"), name("tcPr", "gridSpan"), name("tcPr", "vMerge")


class Grid(NamedTuple):
    """A table as read.

    ``rows`` are those that hold text; ``width`` is the number of columns; ``numbers`` gives by (row, column) the
    automatic number of each cell that shows nothing else; ``inner`` are the tables that stand in its cells.
    """

    rows: list[Row]
    width: int
    numbers: dict[tuple[int, int], str]
    inner: list[Element]
    problems: list[Problem]


def grid(table: Element, sheet: str, path: str, numbers: Mapping[Element, str]) -> Grid:
    """The rows of a table; ``sheet`` is what their Sources say, ``numbers`` the automatic ones by paragraph."""
    reader = _Reader(Source(path=path, sheet=sheet), numbers)
    rows = [reader.row(row, line) for line, row in enumerate(within(table, ROW), start=1)]
    width = max((len(row.cells) for row in rows), default=0)
    problems = sorted([*merged(rows, path), *reader.problems], key=_place)
    return Grid([row for row in rows if not row.blank], width, reader.counted, reader.inner, problems)


class _Reader:
    """Reads the rows of one table from top to bottom.

    ``_open`` are the merged cells, as they are repeated, that the next row may go on with, by column.
    """

    def __init__(self, place: Source, numbers: Mapping[Element, str]) -> None:
        self.counted: dict[tuple[int, int], str] = {}
        self.inner: list[Element] = []
        self.problems: list[Problem] = []
        self._place, self._numbers = place, numbers
        self._open: dict[int, Cell] = {}

    def row(self, row: Element, line: int) -> Row:
        """A row of the grid; what it leaves blank after its last cell is no cell of it."""
        cells = [Cell("")] * min(number(value(row.find(_BEFORE)), 0), WIDEST - 1)
        below: dict[int, Cell] = {}
        for cell in within(row, CELL):
            column, merge = len(cells) + 1, cell.find(_MERGE)
            above = self._open.get(column) if merge is not None and value(merge) != "restart" else None
            first = self._covered(cell, line, column, above) if above else self._own(cell, line, column)
            repeated = above or Cell(first.text, anchor=(line, column))
            if merge is not None:
                below[column] = repeated
            cells += [first, *[repeated] * (self._span(cell, line, column) - 1)]
        self._open = below
        return Row(line, None, tuple(cells), sheet=self._place.sheet)

    def _own(self, cell: Element, line: int, column: int) -> Cell:
        paragraphs = self._paragraphs(cell)
        text = joined_text(paragraphs)
        counted = [self._numbers[one] for one in paragraphs if one in self._numbers]
        if not text and len(counted) == 1:
            self.counted[line, column] = counted[0]
        return Cell(text)

    def _covered(self, cell: Element, line: int, column: int, above: Cell) -> Cell:
        """The merged cell above, which this one goes on with: Word shows nothing else in its place."""
        if above.anchor in self.counted:
            self.counted[line, column] = self.counted[above.anchor]
        covered = joined_text(self._paragraphs(cell))
        if covered:
            message = f"第{line}行第{column}列被上方的合并单元格盖住,其中的“{shortened(covered)}”未读取。"
            suggestion = "如应读取,请在 Word 中拆分这个合并单元格。"
            self._say("cell-covered", "warning", message, line, column, suggestion)
        return above

    def _paragraphs(self, cell: Element) -> list[Element]:
        """The paragraphs of a cell; its tables are kept for later."""
        flow = list(blocks(cell))
        self.inner += [block for block in flow if block.tag == TABLE]
        return [block for block in flow if block.tag == PARAGRAPH]

    def _span(self, cell: Element, line: int, column: int) -> int:
        """The columns that a cell takes, none beyond those that Word allows."""
        span = cell.find(_SPAN)
        if span is None:
            return 1
        wanted, room = max(number(value(span), 1), 1), max(WIDEST + 1 - column, 1)
        if wanted > room:
            message = f"第{line}行第{column}列的合并超出 Word 表格{WIDEST}列的上限,只合并到第{column + room - 1}列。"
            self._say("cell-span", "note", message, line, column)
        return min(wanted, room)

    def _say(
        self, code: str, severity: Severity, message: str, line: int, column: int, suggestion: str | None = None
    ) -> None:
        source = self._place.model_copy(update={"row": line, "column": column})
        problem = Problem(code=code, severity=severity, message=message, source=source, suggestion=suggestion)
        self.problems.append(problem)


def _place(problem: Problem) -> tuple[int, int]:
    return (problem.source.row or 0, problem.source.column or 0) if problem.source else (0, 0)
