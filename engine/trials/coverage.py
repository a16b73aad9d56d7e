"""Coverage: which rules no case and no row of a given document ever reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from engine.model import Problem, Report, RuleRef, TaskResult
from engine.rules import RuleBook
from engine.trials.cases import Outcome


class Mark(NamedTuple):
    """A rule or remark, and how often it was reached: by verdicts of cases, and by verdicts on rows of documents."""

    rule: RuleRef
    cases: int
    rows: int

    @property
    def reached(self) -> bool:
        """Whether it was ever reached."""
        return bool(self.cases or self.rows)


class Coverage(NamedTuple):
    """What ``cases`` cases and ``rows`` rows reached: the rules and remarks of the rules file itself in its order, and
    those of the packaged rules that it extends."""

    own: tuple[Mark, ...]
    base: tuple[Mark, ...]
    cases: int
    rows: int


def coverage(
    book: RuleBook, outcomes: Sequence[Outcome], reports: Sequence[Report]
) -> tuple[Coverage | None, tuple[Problem, ...]]:
    """How often each rule was reached; a case counts whether it passed or not.

    ``reports`` are assessments by the same rules.  None and the problem where there was neither a case nor a row:
    coverage of nothing must not look like rules that are not needed.
    """
    tasks = [task for report in reports for task in report.tasks]
    if not outcomes and not tasks:
        return None, (_of_nothing(),)
    by_cases = Counter(ref.id for outcome in outcomes for ref in outcome.reached)
    by_rows = Counter(ref.id for task in tasks for ref in _reached(task))
    marks = [Mark(ref, by_cases[ref.id], by_rows[ref.id]) for ref in _rules(book)]
    own = tuple(mark for mark in marks if mark.rule.file is None)
    base = tuple(mark for mark in marks if mark.rule.file is not None)
    return Coverage(own, base, len(outcomes), len(tasks)), ()


def _rules(book: RuleBook) -> list[RuleRef]:
    """Every rule and remark once, in the order of its file."""
    lists: Iterable[Iterable[RuleRef]] = (
        *((rule.ref for rule in rules) for rules in book.verdicts.by_kind.values()),
        (remark.ref for remark in book.verdicts.review),
        (rule.ref for rule in book.rollup.rules),
        (remark.ref for remark in book.rollup.review),
    )
    by_id = {ref.id: ref for refs in lists for ref in refs}
    return sorted(by_id.values(), key=lambda ref: ref.line)


def _reached(task: TaskResult) -> Iterator[RuleRef]:
    if task.rule is not None:
        yield task.rule
    yield from task.remarks
    for result in task.targets:
        yield result.verdict.rule
        yield from result.verdict.remarks


def _of_nothing() -> Problem:
    return Problem(
        code="coverage-empty",
        severity="error",
        message="没有一个用例,也没有一行任务,无从统计哪些规则用到过",
        suggestion="请在规则文件旁边写用例(.cases.yaml),或用 --on 给出任务表",
    )
