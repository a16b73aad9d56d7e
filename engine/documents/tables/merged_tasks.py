"""One task merged over the rows of its units (number, task and progress in one cell each): the rows are one Task."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.model import Problem, Task


def at_once(entries: Iterable[Task | Problem]) -> Iterator[Task | Problem]:
    """The entries, in which the rows of one merged task follow each other as one Task with all of their units."""
    above: Task | None = None
    for entry in entries:
        if isinstance(entry, Problem):
            yield entry
        elif above and _same(above, entry):
            units = dict.fromkeys(text for text in (above.units, entry.units) if text)
            above = above.model_copy(update={"units": "、".join(units)})
        else:
            yield from (above,) if above else ()
            above = entry
    yield from (above,) if above else ()


def _same(above: Task, task: Task) -> bool:
    """Whether a row repeats the cells of the task above it, and holds nothing of its own but units."""
    place = task.cells.get("text")
    if place is None or place.row == task.source.row:
        return False
    return _without_units(above) == _without_units(task)


def _without_units(task: Task) -> Task:
    cells = {field: place for field, place in task.cells.items() if field != "units"}
    return task.model_copy(update={"units": "", "cells": cells, "source": task.cells["text"]})
