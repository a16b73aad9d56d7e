"""Where something stands, in words: row and column of the table, characters of the cell, all counted from 1."""

from __future__ import annotations

import re
from functools import reduce

from engine.explain.speech import Phrase, phrase
from engine.model import Part, Source, Task

_NAMES_ITSELF = re.compile(r"(?P<table>表)(?P<number>\d+)|第(?P<page>\d+)页")
"""What a Source calls a table or a page; anything else is the name of a sheet in a workbook."""


def place_of(source: Source) -> Phrase:
    """The sheet, row and column of a source within its file, as far as they are known."""
    if source.row is None:
        return phrase("place.unknown")
    if source.column is None:
        place = phrase("place.row", row=source.row)
    else:
        place = phrase("place.cell", row=source.row, column=source.column)
    return _in_sheet(source.sheet, place) if source.sheet else place


def _in_sheet(sheet: str, place: Phrase) -> Phrase:
    own = _NAMES_ITSELF.fullmatch(sheet)
    if own is None:
        return phrase("place.sheet", sheet=sheet, place=place)
    if own["table"]:
        return phrase("place.table", number=own["number"], place=place)
    return phrase("place.page", number=own["page"], place=place)


def place_of_span(cell: Source, span: tuple[int, int]) -> Phrase:
    """The characters of a cell; with their offset in the file where the cell's own is known."""
    first, end = span
    characters = phrase("place.span", cell=place_of(cell), first=first + 1, last=end)
    if cell.offset is None:
        return characters
    return phrase("place.offset", span=characters, offset=cell.offset + first + 1)


def parts_of(task: Task, field: str, span: tuple[int, int]) -> tuple[Part, ...]:
    """The stretches of a composed text or progress that a span of it touches; none where the cell says it all."""
    first, end = span
    return tuple(part for part in task.parts if part.field == field and part.span[0] < end and first < part.span[1])


def place_in_task(task: Task, field: str, span: tuple[int, int]) -> Phrase:
    """Where a span of a task's text or progress stands: in its cell, or in each cell that it is put together from."""
    parts = parts_of(task, field, span)
    if not parts:
        return place_of_span(task.cells.get(field, task.source), span)
    places = (_place_in_part(part, span) for part in parts)
    return reduce(lambda first, following: phrase("place.and", first=first, next=following), places)


def _place_in_part(part: Part, span: tuple[int, int]) -> Phrase:
    """The cell alone where it is taken whole, else its characters."""
    start, end = part.span
    if span[0] <= start and end <= span[1]:
        return place_of(part.source)
    return place_of_span(part.source, (max(span[0], start) - start, min(span[1], end) - start))
