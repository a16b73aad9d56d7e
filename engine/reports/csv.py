"""What was understood of a document as CSV for a spreadsheet: one row a task, or one for each line that splits it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import chain
from typing import TextIO

from engine.documents import Document
from engine.explain.speech import Language, say
from engine.model import Allocation, Task

_COLUMNS = ("id", "category", "text", "progress", "units", "sheet", "row")
_OF_LINES = ("label", "total")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the beginning of a formula, in narrow and in full-width characters."""


def print_csv(document: Document, file: TextIO, lang: Language = "zh") -> None:
    """Print the CSV, led by the mark (BOM) by which Excel knows UTF-8.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front, which it then does not show.
    """
    areas = tuple(dict.fromkeys(share.area for line in _lines(document) for share in line.shares))
    names = _COLUMNS + (_OF_LINES if areas else ())
    file.write("\ufeff")
    writer = csv.writer(file)
    writer.writerow(map(_harmless, [*(say(lang, f"read.{name}") for name in names), *areas]))
    for row in chain.from_iterable(_rows(task, areas) for task in document.tasks):
        writer.writerow(map(_harmless, row))


def _lines(document: Document) -> Iterator[Allocation]:
    return (line for task in document.tasks for line in task.allocations)


def _rows(task: Task, areas: tuple[str, ...]) -> Iterator[list[str]]:
    """The rows of a task; a line of allocations stands in a row of its own, with its own units and place."""
    if not task.allocations:
        blank = [""] * (len(areas) + len(_OF_LINES) if areas else 0)
        yield [*_common(task, task.units, task.source.sheet, task.source.row), *blank]
    for line in task.allocations:
        written = {share.area: share.written for share in line.shares}
        common = _common(task, line.units, line.source.sheet, line.source.row)
        yield [*common, line.label, line.total.written, *(written.get(area, "") for area in areas)]


def _common(task: Task, units: str, sheet: str | None, row: int | None) -> list[str]:
    return [task.id, task.category, task.text, task.progress, units, sheet or "", str(row or "")]


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
