"""A table of cells that reach over several rows or columns, laid out so that every place has its cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from engine.documents.rows import Cell, Row
from engine.model import Problem

LIMIT = 1_000_000
"""The largest number of places in a table: a few pages of text can demand any number of them by their spans."""


class Span(NamedTuple):
    """A cell as its row names it: its text, and how many rows down and columns across it reaches (bounded by the
    reader to what its format knows)."""

    text: str
    down: int = 1
    across: int = 1


def laid_out(rows: Iterable[Sequence[Span]]) -> list[tuple[Cell, ...]] | None:
    """The cells of every row; each place of a merged area repeats its text and names its first place as anchor.

    A cell stands at the first place of its row that no cell from above reaches, as in HTML; where two would overlap,
    the earlier one keeps the place.  Columns at the right in which no cell begins are left out.  None where there are
    more places than ``LIMIT``.
    """
    filled: list[dict[int, Cell]] = []
    reaching: dict[int, tuple[int, Cell]] = {}
    places = width = 0
    for number, spans in enumerate(rows, start=1):
        row = {column: cell for column, (last, cell) in reaching.items() if last >= number}
        reaching = {column: reach for column, reach in reaching.items() if reach[0] > number}
        for span, column in _placed(spans, row):
            width = max(width, column + 1)
            _fill(row, span, number, column, reaching)
            if places + len(row) > LIMIT:
                return None
        places += len(row)
        filled.append(row)
    return [
        tuple(row.get(column, Cell("")) for column in range(min(width, max(row, default=-1) + 1))) for row in filled
    ]


def _placed(spans: Sequence[Span], row: dict[int, Cell]) -> Iterator[tuple[Span, int]]:
    column = 0
    for span in spans:
        while column in row:
            column += 1
        yield span, column


def _fill(row: dict[int, Cell], span: Span, number: int, first: int, reaching: dict[int, tuple[int, Cell]]) -> None:
    """Put a cell at its places of the row and leave word for the rows below."""
    last = number + span.down - 1
    repeated = Cell(span.text, anchor=(number, first + 1))
    for column in range(first, first + span.across):
        if column in row:
            break
        row[column] = repeated if column > first else Cell(span.text)
        if last > number:
            reaching[column] = (last, repeated)


def merged(rows: Sequence[Row], path: str) -> Iterator[Problem]:
    """A note for each merged area that holds text in several rows of a table."""
    lines = {(row.sheet, row.line): row for row in rows}
    ends: dict[tuple[str | None, int, int], tuple[int, int]] = {}
    for row in rows:
        for column, cell in enumerate(row.cells, start=1):
            if cell.anchor and cell.text and cell.anchor[0] < row.line:
                ends[row.sheet, *cell.anchor] = row.line, column
    for (sheet, top, left), (bottom, right) in ends.items():
        anchor = lines[sheet, top]
        text = shortened(anchor.cells[left - 1].text)
        message = f"第{top}行第{left}列至第{bottom}行第{right}列是合并单元格,各行均按“{text}”读取。"
        source = anchor.cell_source(path, left - 1)
        yield Problem(code="cell-merged", severity="note", message=message, source=source)


def shortened(text: str) -> str:
    """The beginning of a text, as messages show it."""
    line = " ".join(text.split())
    return line if len(line) <= 20 else line[:20] + "…"
