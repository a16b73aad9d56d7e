"""Merged cells: every cell of a merged area says what its first one, the anchor, says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from engine.documents.formats.workbooks.places import cell_name
from engine.documents.formats.workbooks.shown import Shown
from engine.documents.rows import Cell
from engine.model import Problem, Source

MERGES = 200_000
"""The most merged areas of a sheet."""
_QUOTED = 20  # characters of an anchor that a note gives


class Span(NamedTuple):
    """A merged area: its first and last row and column, from 1."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def area(self) -> int:
        """The number of its cells."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    def __str__(self) -> str:
        return f"{cell_name(self.top, self.left)}:{cell_name(self.bottom, self.right)}"


def clipped(spans: Iterable[Span], last_row: int, last_column: int) -> list[Span]:
    """The parts of merged areas that lie within the rows and columns that hold anything."""
    inner = (span._replace(bottom=min(span.bottom, last_row), right=min(span.right, last_column)) for span in spans)
    return [span for span in inner if 0 < span.top <= span.bottom and 0 < span.left <= span.right and span.area > 1]


class Merged:
    """The merged areas of a sheet while its rows are read from top to bottom."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._by_row: dict[int, list[Span]] = defaultdict(list)
        for span in sorted(spans):
            for row in range(span.top, span.bottom + 1):
                self._by_row[row].append(span)
        self._texts: dict[Span, str] = {}
        self._repeated: set[Span] = set()

    def covers(self, row: int) -> bool:
        """Whether a merged area has cells in a row."""
        return row in self._by_row

    def filled(self, row: int, cells: dict[int, Shown]) -> dict[int, Cell]:
        """The cells of a row by column, those of merged areas repeating their anchor's text; none for a row that only
        repeats others, as where every cell of a task is merged over two rows."""
        own = {column: Cell(shown.text) for column, shown in cells.items()}
        for span in self._by_row.get(row, ()):
            if row == span.top:
                self._texts[span] = own[span.left].text if span.left in own else ""
            repeated = Cell(self._texts.get(span, ""), anchor=(span.top, span.left))
            first = span.left + (row == span.top)
            own.update(dict.fromkeys(range(first, span.right + 1), repeated))
        if not any(cell.text and (cell.anchor is None or cell.anchor[0] == row) for cell in own.values()):
            return {}
        self._repeated.update(span for span in self._by_row.get(row, ()) if span.top < row)
        return own

    def notes(self, sheet: str, path: str) -> Iterator[Problem]:
        """A note for each area that holds anything and was repeated in another row."""
        for span in sorted(self._repeated):
            text = self._texts.get(span, "")
            if text:
                said = " ".join(text.split())
                said = said if len(said) <= _QUOTED else said[:_QUOTED] + "…"
                yield Problem(
                    code="cell-merged",
                    severity="note",
                    message=f"工作表“{sheet}”{span}是合并单元格,各行都按“{said}”读取。",
                    source=Source(path=path, sheet=sheet, row=span.top, column=span.left),
                )
