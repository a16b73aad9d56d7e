"""Where something stands, in words: row and column of the table, characters of the cell, all counted from 1."""

from __future__ import annotations

from engine.explain.speech import Phrase, phrase
from engine.model import Source


def place_of(source: Source) -> Phrase:
    """The row (and column) of a source within its file."""
    if source.row is None:
        return phrase("place.unknown")
    if source.column is None:
        return phrase("place.row", row=source.row)
    return phrase("place.cell", row=source.row, column=source.column)


def place_of_span(cell: Source, span: tuple[int, int]) -> Phrase:
    """The characters of a cell; with their offset in the file where the cell's own is known."""
    first, end = span
    characters = phrase("place.span", cell=place_of(cell), first=first + 1, last=end)
    if cell.offset is None:
        return characters
    return phrase("place.offset", span=characters, offset=cell.offset + first + 1)
