"""The reading room: a Task's two texts -> its Targets, each with the Statement that answers it.

It imports ``model`` and ``units`` and hands out ``read`` for one task and ``settled`` for what the tasks of a
document tell of each other.  Text goes one way: ``clauses`` → ``frames`` (figures that count) → ``measures`` and
``indicators`` (what each measures) → ``targets`` and ``statements`` → ``scoring`` and ``matching`` (which answers
which); ``allocations`` adds the lines that split a total among areas.  The cue words of the language are in
``lexicon.txt``, never in code.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from engine.model import Reading, Task
from engine.reading.allocations import splits, with_shares, without_repeats
from engine.reading.cells import cell
from engine.reading.deadlines import YEAR_END, month_due
from engine.reading.matching import readings
from engine.reading.parts import joined
from engine.reading.rivals import resolve
from engine.reading.targets import Aim, aims
from engine.reading.widths import as_written, narrowed
from engine.units import narrow

LONGEST_CELL = 4000
"""Characters of a cell that are read; ``unread`` tells of a cell that is longer."""
MOST_TARGETS = 60
"""Targets of a task that are paired, and lines of its allocation; ``unread`` tells of a task that states more."""

_MAY_STATE_MANY = 300

__all__ = ["LONGEST_CELL", "MOST_TARGETS", "read", "settled", "unread"]


def read(task: Task, as_of: date) -> list[Reading]:
    """The targets of a task with their evidence, as known at ``as_of``; empty where the task promises nothing that
    can be checked.  Comparisons with other indicators still lack their rival: see ``settled``."""
    plain = narrowed(task)
    if plain is task:
        return _read(task, as_of)
    return [as_written(reading, task) for reading in _read(plain, as_of)]


def _read(task: Task, as_of: date) -> list[Reading]:
    found = _due(joined(aims(task.text[:LONGEST_CELL])[:MOST_TARGETS]), task, as_of)
    lines = splits(task.text, task.allocations[:MOST_TARGETS], found) if task.allocations else []
    found += [line.whole for line in lines if line.whole.source]
    if not found:
        return []
    answered = readings(task.id, task.text, found, cell(task.progress[:LONGEST_CELL]), as_of)
    return list(with_shares(answered, found, lines)) if lines else answered


def _due(found: list[Aim], task: Task, as_of: date) -> list[Aim]:
    """The aims with the deadline of the row's own column, where their words set none."""
    month = month_due(task.due, as_of.year) if task.due else YEAR_END
    return [aim._replace(deadline_month=month) if aim.deadline_month == YEAR_END else aim for aim in found]


def settled(
    tasks: Sequence[Task], read_tasks: Sequence[Sequence[Reading]], synonyms: Mapping[str, Sequence[str]]
) -> list[tuple[Reading, ...]]:
    """The readings of all tasks of a document, with what only their neighbours tell: the rivals of comparisons, and
    which of the tasks under one merged item makes its promises."""
    return resolve(without_repeats(tasks, read_tasks), synonyms)


def unread(task: Task) -> str | None:
    """What of a task was not read because there is too much of it, in Chinese; None where all was."""
    for name, text in (("任务内容", task.text), ("完成情况", task.progress)):
        if len(text) > LONGEST_CELL:
            return f"{name}有{len(text)}字,只读了前{LONGEST_CELL}字"
    if len(task.allocations) > MOST_TARGETS:
        return f"分解表有{len(task.allocations)}行,只评了前{MOST_TARGETS}行"
    promised = len(aims(narrow(task.text))) if len(task.text) > _MAY_STATE_MANY else 0
    if promised > MOST_TARGETS:
        return f"任务内容列了{promised}项目标,只评了前{MOST_TARGETS}项"
    return None
