"""Cases judged by a rule book: every verdict in the words of a case, with what is needed to say how it came about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from engine.assessor.judging import read_tasks, settled
from engine.model import Forecast, Reading, RuleRef, Source, Status, Target, TargetResult, Task, Verdict
from engine.rules import Placing, RuleBook
from engine.rules.facts.target import TargetFacts
from engine.rules.facts.vocabulary import task_terms, terms_of
from engine.rules.language.terms import Terms
from engine.rules.policy import Rule
from engine.rules.rollup import TaskFacts
from engine.trials.cases.records import Case, RollupGiven, RowGiven, TargetGiven


class Judged(NamedTuple):
    """One verdict; ``number`` is that of the target in a row, None for a task and for the target of a case with
    facts.  Points are a share of 100.  ``rules`` are those that were tried, in order, over ``terms`` and ``facts``;
    ``lines`` are those that the completion must not look as if it were on."""

    number: int | None
    status: str
    grade: str
    light: str
    rule: str
    because: str
    review: str | None
    points: Fraction | None
    completion: Fraction | None
    expected: Fraction | None
    gap: Fraction | None
    reached: tuple[RuleRef, ...]
    rules: tuple[Rule, ...]
    terms: Terms
    facts: Any
    lines: tuple[Fraction, ...] = ()


def judged(case: Case, book: RuleBook) -> list[Judged]:
    """The verdicts of a case by the book in force: the one that ``expected`` is about, then those of the targets of a
    row."""
    given = case.given
    if isinstance(given, TargetGiven):
        target = book.apply_indicators(given.reading.target)
        reading = given.reading.model_copy(update={"target": target})
        return [_of_target(reading, given.placing, case.as_of, book)[0]]
    if isinstance(given, RollupGiven):
        return [_of_task(_task("任务", ""), _with_statuses(given, book), book)]
    return _of_row(given, case.as_of, book)


def _of_row(given: RowGiven, as_of: date, book: RuleBook) -> list[Judged]:
    task = _task(given.task, given.progress)
    (own,) = settled([task], read_tasks([task], as_of), book)
    both = [
        _of_target(one, placing, as_of, book, number)
        for number, (one, placing) in enumerate(zip(own, book.placings(own, as_of), strict=True), start=1)
    ]
    return [_of_task(task, [result for _, result in both], book), *(target for target, _ in both)]


def _of_target(
    reading: Reading, placing: Placing | None, as_of: date, book: RuleBook, number: int | None = None
) -> tuple[Judged, TargetResult]:
    verdict = book.judge(reading, as_of, placing)
    kind = reading.target.kind
    one = Judged(
        number=number,
        status=verdict.status,
        grade=verdict.grade,
        light=verdict.light,
        rule=verdict.rule.id,
        because=verdict.because,
        review=verdict.review,
        points=_share(verdict.points),
        completion=verdict.completion,
        expected=verdict.expected,
        gap=verdict.gap,
        reached=(verdict.rule, *verdict.remarks),
        rules=book.verdicts.by_kind[kind],
        terms=terms_of(kind, book.thresholds),
        facts=TargetFacts(reading, as_of, book, placing),
        lines=verdict.lines,
    )
    return one, TargetResult(reading=reading, verdict=verdict)


def _of_task(task: Task, results: Sequence[TargetResult], book: RuleBook) -> Judged:
    verdict = book.roll_up(task, results)
    return Judged(
        number=None,
        status=verdict.status,
        grade=verdict.grade,
        light=book.task_light(verdict, results),
        rule=verdict.rule.id,
        because=verdict.because,
        review=verdict.review,
        points=_share(verdict.points),
        completion=None,
        expected=None,
        gap=None,
        reached=(verdict.rule, *verdict.remarks),
        rules=book.rollup.rules,
        terms=task_terms(book.thresholds),
        facts=TaskFacts(task, results, book),
    )


def _share(points: Fraction | None) -> Fraction | None:
    return None if points is None else points / 100


def _task(text: str, progress: str) -> Task:
    source = Source(path="(用例)")
    cells = {"text": source, "progress": source}
    return Task(id="1", text=text, progress=progress, units="", source=source, cells=cells)


def _with_statuses(given: RollupGiven, book: RuleBook) -> list[TargetResult]:
    """Targets of which nothing is known but how they stand."""
    stands = [(status, False) for status in given.statuses] + [("unrated", True)] * given.left_out
    return [_standing(number, status, left_out, book) for number, (status, left_out) in enumerate(stands, start=1)]


def _standing(number: int, status: Status, left_out: bool, book: RuleBook) -> TargetResult:
    name = f"目标{number}"
    target = Target(id=f"1.{number}", clause=name, span=(0, 0), indicator=name, kind="cumulative")
    verdict = Verdict(
        status=status,
        grade=status,
        light=book.lights[status],
        basis="measured",
        because="",
        rule=RuleRef(id="", line=0),
        forecast=Forecast(method="none"),
        left_out=left_out,
    )
    return TargetResult(reading=Reading(target=target), verdict=verdict)
