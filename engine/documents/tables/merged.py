"""Cells that are merged across a row: which columns of the row repeat one and the same cell."""

from __future__ import annotations

from engine.documents.rows import Cell, Row

Place = tuple[int, int]
"""The row and the column of a cell, from 1."""


def place(row: Row, column: int) -> Place:
    """Where the content of a column's cell (from 0) stands: at its anchor, or in the cell itself."""
    return row.cells[column].anchor or (row.line, column + 1)


def own_cells(row: Row) -> list[tuple[int, Cell]]:
    """The cells that hold something with their column from 0; one merged across the row counts once, at its left."""
    found: dict[Place, tuple[int, Cell]] = {}
    for column, cell in enumerate(row.cells):
        if cell.text:
            found.setdefault(place(row, column), (column, cell))
    return list(found.values())


def is_one_cell(row: Row) -> bool:
    """Whether all that a row holds is one cell merged across columns: the title of a table, or of a section."""
    return sum(bool(cell.text) for cell in row.cells) > 1 and len(own_cells(row)) == 1
