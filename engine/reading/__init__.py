"""The reading room: a Task's two texts -> its Targets, each with the Statement that answers it.

It imports ``model`` and ``units`` and hands out ``read`` for one task and ``resolve`` for the comparisons between
tasks.  Text goes one way: ``clauses`` → ``frames`` (figures that count) → ``measures`` and ``indicators`` (what each
measures) → ``targets`` and ``statements`` → ``scoring`` and ``matching`` (which answers which).  The cue words of
the language are in ``lexicon.txt``, never in code.
"""

from __future__ import annotations

from datetime import date

from engine.model import Reading, Task
from engine.reading.cells import cell
from engine.reading.matching import readings
from engine.reading.rivals import resolve
from engine.reading.targets import aims

__all__ = ["read", "resolve"]


def read(task: Task, as_of: date) -> list[Reading]:
    """The targets of a task with their evidence, as known at ``as_of``; empty where the task promises nothing that
    can be checked.  Comparisons with other indicators still lack their rival: see ``resolve``."""
    return readings(task.id, task.text, aims(task.text), cell(task.progress), as_of)
