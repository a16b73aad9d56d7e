"""A document whose texts are read, and the verdicts on its tasks by a rule book.

The texts are read without any rule, so that several books can judge what was read once.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from engine import reading
from engine.assessor.remarks import NO_COLUMN, told_at
from engine.documents import Document
from engine.graph import roles
from engine.model import DocumentInfo, Reading, TargetResult, Task, TaskResult, Verdict
from engine.rules import Placing, RuleBook


class Texts(NamedTuple):
    """The tasks of a document as they are read, to be judged at ``as_of``: ``readings`` are those of each task, in
    their order, before a rule book has its say."""

    document: Document
    as_of: date
    readings: tuple[tuple[Reading, ...], ...]

    @property
    def info(self) -> DocumentInfo:
        """Which document is judged, and at which date."""
        return DocumentInfo(path=self.document.path, sha256=self.document.sha256, as_of=self.as_of)


def texts(document: Document, as_of: date) -> Texts:
    """A document with the texts of its tasks read, the costly part of an assessment."""
    return Texts(document, as_of, read_tasks(document.tasks, told_at(document, as_of)))


def read_tasks(tasks: Sequence[Task], told: date) -> tuple[tuple[Reading, ...], ...]:
    """The readings of each task by its words alone, their progress told at a day."""
    return tuple(tuple(reading.read(task, told)) for task in tasks)


def judged(given: Texts, book: RuleBook) -> list[TaskResult]:
    """Every task of a document judged, in their order, by the values of a book that are in force on its day."""
    tasks, day, book = given.document.tasks, given.as_of, book.on(given.as_of)
    return results(tasks, settled(tasks, given.readings, book), day, book)


def settled(tasks: Sequence[Task], read: Sequence[Sequence[Reading]], book: RuleBook) -> list[tuple[Reading, ...]]:
    """The readings with the kinds, directions and synonyms of a book, and what the tasks tell of each other."""
    synonyms = {entry.name: entry.also for entry in book.indicators if entry.also}
    return reading.settled(tasks, [[_by_policy(one, book) for one in own] for own in read], synonyms)


def results(
    tasks: Sequence[Task], readings: Sequence[Sequence[Reading]], as_of: date, book: RuleBook
) -> list[TaskResult]:
    """Every task judged, in their order: first each target's place among all, then its verdict."""
    placings = iter(book.placings([one for own in readings for one in own], as_of))
    verdicts = [
        tuple(TargetResult(reading=one, verdict=_judged(one, task, as_of, book, next(placings))) for one in own)
        for task, own in zip(tasks, readings, strict=True)
    ]
    return [_task_result(task, own, book) for task, own in zip(tasks, verdicts, strict=True)]


def _by_policy(one: Reading, book: RuleBook) -> Reading:
    """The reading with the kind and direction that the rules set for its indicator."""
    target = book.apply_indicators(one.target)
    return one if target is one.target else one.model_copy(update={"target": target})


def _task_result(task: Task, targets: tuple[TargetResult, ...], book: RuleBook) -> TaskResult:
    verdict = book.roll_up(task, targets)
    return TaskResult(
        task=task,
        roles=roles(task.units, book.units),
        targets=targets,
        status=verdict.status,
        grade=verdict.grade,
        light=book.task_light(verdict, targets),
        basis=verdict.basis,
        because=verdict.because,
        points=verdict.points,
        review=verdict.review,
        rule=verdict.rule,
        remarks=verdict.remarks,
    )


def _judged(one: Reading, task: Task, as_of: date, book: RuleBook, placing: Placing | None) -> Verdict:
    """The verdict by the rules, which know the target's own words only: not what the table has no column for."""
    verdict = book.judge(one, as_of, placing)
    asked = "progress" in task.cells or verdict.status != "unreported"
    return verdict if asked else verdict.model_copy(update={"because": NO_COLUMN})
