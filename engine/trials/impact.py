"""What a new rule book changes on real documents: each is read once and judged by both books."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from engine.assessor.judging import Texts
from engine.assessor.pipeline import read_texts
from engine.documents import Layout
from engine.graph import standings
from engine.model import Problem, TaskResult, UnitStanding, Verdict
from engine.rules import RuleBook
from engine.trials.impact_records import DocumentImpact, FlagChange, Impact, Shift
from engine.trials.impact_rules import differences
from engine.trials.impact_tasks import (
    Judged,
    changes,
    judge,
    paired_targets,
    paired_tasks,
    recoloured,
    stand,
    unmoved,
    verdicts,
)


class Outcome(NamedTuple):
    """What came of a trial: the impact, or None where a document cannot be judged; and what is wrong with them."""

    impact: Impact | None
    problems: tuple[Problem, ...]


def impact(
    old: RuleBook,
    new: RuleBook,
    paths: Sequence[str | Path],
    as_of: date | None = None,
    layout: Layout | None = None,
) -> Outcome:
    """What changes on the tables in some files where ``new`` takes the place of ``old``.

    ``as_of`` is the date at which all are judged; without one, each at the date that it states.  Dated values count as
    they are in force on that day.  ``layout`` is what the user says of the tables' layout.  No impact, but the reasons,
    where one of the files cannot be judged: what only some of them show would be mistaken for the whole.
    """
    read = [read_texts(path, as_of, layout) for path in paths]
    problems = tuple(problem for _, found in read for problem in found)
    given = [texts for texts, _ in read if texts is not None]
    if len(given) < len(paths):
        return Outcome(None, problems)
    documents = tuple(_on(texts, Shift(old, new)) for texts in given)
    return Outcome(Impact(Shift(old.info, new.info), documents, differences(old, new)), problems)


def _on(given: Texts, books: Shift[RuleBook]) -> DocumentImpact:
    """What changes on one document."""
    sides = Shift(*(judge(given, book) for book in books))
    return DocumentImpact(
        document=given.info,
        targets=sum(map(len, sides.now.targets)),
        stands=tuple(stand(sides, pair) for pair in paired_tasks(sides)),
        tasks=tuple(changes(sides)),
        units=tuple(_units(sides)),
        flags=tuple(_flags(sides)),
        unmoved=unmoved(sides),
        recoloured=recoloured(sides),
    )


def _units(sides: Shift[Judged]) -> Iterator[Shift[UnitStanding | None]]:
    """The units whose tasks or points differ, in the order in which the table first names them."""
    before, now = (_standings(side) for side in sides)
    for name in dict.fromkeys((*before, *now)):
        both = Shift(before.get(name), now.get(name))
        if both.moves:
            yield both


def _standings(side: Judged) -> dict[str, UnitStanding]:
    points = side.book.points
    return {unit.name: unit for unit in standings(side.tasks, points.lead_weight, points.co_weight)}


def _flags(sides: Shift[Judged]) -> Iterator[FlagChange]:
    """The remarks that ask for a review where they did not before, or do no more."""
    come: dict[str, list[str]] = {}
    gone: dict[str, list[str]] = {}
    for name, pair in _judgements(sides):
        before, now = ([remark.id for remark in one.remarks] for one in pair)
        for found, ours, others in ((come, now, before), (gone, before, now)):
            for remark in ours:
                if remark not in others:
                    found.setdefault(remark, []).append(name)
    for remark in dict.fromkeys((*come, *gone)):
        yield FlagChange(remark, tuple(come.get(remark, ())), tuple(gone.get(remark, ())))


def _judgements(sides: Shift[Judged]) -> Iterator[tuple[str, Shift[TaskResult] | Shift[Verdict]]]:
    """Each task and each of its targets, by its id."""
    for task, targets in zip(paired_tasks(sides), paired_targets(sides), strict=True):
        yield task.now.task.id, task
        for one in targets:
            yield one.now.result.reading.target.id, verdicts(one)
