"""What two books make of the tasks and targets of one document: those that stand otherwise, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from engine.assessor.judging import Texts, judged
from engine.model import Light, TargetResult, TaskResult, Verdict
from engine.rules import Placing, RuleBook
from engine.trials.impact_reasons import reason, target_case, task_case
from engine.trials.impact_records import Recoloured, Shift, Stand, TargetChange, TaskChange, Unmoved


class Placed(NamedTuple):
    """A judged target, and its place on a board."""

    result: TargetResult
    placing: Placing | None


class Judged(NamedTuple):
    """A document as one book judges it on a day: its tasks, and the targets of each."""

    book: RuleBook
    day: date
    tasks: list[TaskResult]
    targets: list[tuple[Placed, ...]]


def judge(given: Texts, book: RuleBook) -> Judged:
    """A document judged by the values of a book that are in force on its day."""
    book, tasks = book.on(given.as_of), judged(given, book)
    placings = iter(book.placings([one.reading for task in tasks for one in task.targets], given.as_of))
    targets = [tuple(Placed(one, next(placings)) for one in task.targets) for task in tasks]
    return Judged(book, given.as_of, tasks, targets)


def paired_tasks(sides: Shift[Judged]) -> list[Shift[TaskResult]]:
    """Every task by both books."""
    return [Shift(*pair) for pair in zip(sides.before.tasks, sides.now.tasks, strict=True)]


def paired_targets(sides: Shift[Judged]) -> list[list[Shift[Placed]]]:
    """The targets of every task by both books: they come from the same texts, so each has its match."""
    both = zip(sides.before.targets, sides.now.targets, strict=True)
    return [[Shift(*pair) for pair in zip(*own, strict=True)] for own in both]


def stand(sides: Shift[Judged], pair: Shift[TaskResult] | Shift[Verdict]) -> Shift[Stand]:
    """How a task or a target stands by both books."""
    return Shift(_stand(pair.before, sides.before.book), _stand(pair.now, sides.now.book))


def verdicts(pair: Shift[Placed]) -> Shift[Verdict]:
    """The verdicts on a target by both books."""
    return Shift(pair.before.result.verdict, pair.now.result.verdict)


def changes(sides: Shift[Judged]) -> Iterator[TaskChange]:
    """The tasks with changes, in the order of the document."""
    for pair, targets in zip(paired_tasks(sides), paired_targets(sides), strict=True):
        moved = tuple(_target(sides, one) for one in targets if _differs(sides, one))
        change = _task(sides, pair, moved)
        if moved or change.stand.moves or change.points.moves:
            yield change


def unmoved(sides: Shift[Judged]) -> Unmoved:
    """How many targets stay where they are, but with something else about them."""
    targets = [one for own in paired_targets(sides) for one in own if not _differs(sides, one)]
    both = [verdicts(one) for one in targets]
    return Unmoved(
        expected=sum(one.before.expected != one.now.expected for one in both),
        forecast=sum(one.before.forecast != one.now.forecast for one in both),
        decided=sum((one.before.rule.id, one.before.because) != (one.now.rule.id, one.now.because) for one in both),
    )


def recoloured(sides: Shift[Judged]) -> Recoloured:
    """How many tasks and targets only change their light; a task of which a target moves does more."""
    own = paired_targets(sides)
    still = [[one for one in targets if not _differs(sides, one)] for targets in own]
    tasks = zip(paired_tasks(sides), own, still, strict=True)
    return Recoloured(
        tasks=_lights(stand(sides, task) for task, targets, left in tasks if len(left) == len(targets)),
        targets=_lights(stand(sides, verdicts(one)) for left in still for one in left),
    )


def _lights(stands: Iterable[Shift[Stand]]) -> Counter[Shift[Light]]:
    lights = (Shift(one.before.light, one.now.light) for one in stands if not one.moves)
    return Counter(light for light in lights if light.moves)


def _stand(judgement: TaskResult | Verdict, book: RuleBook) -> Stand:
    return Stand(
        status=judgement.status,
        grade=judgement.grade,
        left_out=isinstance(judgement, Verdict) and judgement.left_out,
        light=judgement.light,
        own_light=judgement.light != book.lights[judgement.status],
    )


def _differs(sides: Shift[Judged], pair: Shift[Placed]) -> bool:
    """Whether a target stands otherwise, or is taken for another kind or direction."""
    before, now = (one.result.reading.target for one in pair)
    return stand(sides, verdicts(pair)).moves or (before.kind, before.direction) != (now.kind, now.direction)


def _target(sides: Shift[Judged], pair: Shift[Placed]) -> TargetChange:
    before, now = (one.result.reading.target for one in pair)
    both = zip(pair, sides, strict=True)
    cases = Shift(*(target_case(one.result, one.placing, side.day, side.book) for one, side in both))
    kind, direction = Shift(before.kind, now.kind), Shift(before.direction, now.direction)
    return TargetChange(
        id=now.id,
        clause=now.clause,
        kind=kind,
        direction=direction,
        stand=stand(sides, verdicts(pair)),
        reason=reason(cases, recast=kind.moves or direction.moves),
    )


def _task(sides: Shift[Judged], pair: Shift[TaskResult], targets: tuple[TargetChange, ...]) -> TaskChange:
    standing = stand(sides, pair)
    cases = Shift(*(task_case(task, side.book) for task, side in zip(pair, sides, strict=True)))
    return TaskChange(
        id=pair.now.task.id,
        text=pair.now.task.text,
        lead=pair.now.roles.lead,
        stand=standing,
        points=Shift(pair.before.points, pair.now.points),
        targets=targets,
        reason=reason(cases) if standing.moves else None,
    )
