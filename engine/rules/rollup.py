"""From the verdicts of its targets to the verdict of a task, by the rules of ``rollup``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from typing import ClassVar, NamedTuple

from engine.model import Basis, RuleRef, Status, TargetResult, Task
from engine.rules.language.terms import Facts, Terms, Vocabulary
from engine.rules.policy import Policy
from engine.rules.remarks import remarks, told

TASK_TERMS = Vocabulary()
_term = TASK_TERMS.term


class TaskVerdict(NamedTuple):
    """The judgement of a task.  ``points`` is None where none of its targets has any."""

    status: Status
    grade: str
    basis: Basis
    because: str
    points: Fraction | None
    review: str | None
    rule: RuleRef
    remarks: tuple[RuleRef, ...]


class TaskFacts(Facts):
    """The facts of one task: how many of its targets stand how, and which."""

    terms: ClassVar[Terms] = TASK_TERMS

    def __init__(self, task: Task, results: Sequence[TargetResult], policy: Policy) -> None:
        super().__init__()
        self.task = task
        self.results = [result for result in results if not result.verdict.left_out]
        self.aside = len(results) - len(self.results)
        self.policy = policy

    def count(self, status: Status) -> int:
        """How many targets have a status."""
        return sum(result.verdict.status == status for result in self.results)

    def named(self, *statuses: Status) -> str | None:
        """The indicators of the targets that have one of the statuses, None where there are none."""
        return _names([result for result in self.results if result.verdict.status in statuses])


def roll_up(policy: Policy, task: Task, results: Sequence[TargetResult]) -> TaskVerdict:
    """The first rule of ``rollup`` that holds of the task decides; a loaded book always has one."""
    facts = TaskFacts(task, results, policy)
    rule = next(rule for rule in policy.rollup.rules if rule.when.holds(facts))
    noted = remarks(policy.rollup.review, facts)
    return TaskVerdict(
        status=rule.status,
        grade=rule.grade,
        basis=_basis(facts.results),
        because=rule.because.fill(facts),
        points=_points(policy, facts.results),
        review=told(noted, facts),
        rule=rule.ref,
        remarks=tuple(remark.ref for remark in noted),
    )


def _basis(results: Sequence[TargetResult]) -> Basis:
    if not results:
        return "narrative"
    return "milestone" if all(result.verdict.basis == "milestone" for result in results) else "measured"


def _points(policy: Policy, results: Sequence[TargetResult]) -> Fraction | None:
    """The weighted mean over the targets that have points: a missing figure is never zero."""
    total = weights = Fraction(0)
    for result in results:
        if result.verdict.points is not None:
            weight = policy.weight(result.reading.target)
            total += weight * result.verdict.points
            weights += weight
    return total / weights if weights else None


def _names(results: Sequence[TargetResult]) -> str | None:
    return "、".join(dict.fromkeys(result.reading.target.indicator for result in results)) or None


@_term("number", "目标数")
def targets(facts: TaskFacts) -> int:
    """How many targets the task text states, without those left out."""
    return len(facts.results)


@_term("number", "不计目标数")
def left_out(facts: TaskFacts) -> int:
    """How many targets the rules leave out of the count (``left_out``)."""
    return facts.aside


@_term("number", "已完成数")
def done(facts: TaskFacts) -> int:
    """How many targets are done."""
    return facts.count("done")


@_term("number", "达序时数")
def on_track(facts: TaskFacts) -> int:
    """How many targets are on track."""
    return facts.count("on_track")


@_term("number", "滞后数")
def lagging(facts: TaskFacts) -> int:
    """How many targets lag."""
    return facts.count("lagging")


@_term("number", "漏报数")
def unreported(facts: TaskFacts) -> int:
    """How many targets the progress text is silent about."""
    return facts.count("unreported")


@_term("number", "无法评判数")
def unrated(facts: TaskFacts) -> int:
    """How many targets could not be judged."""
    return facts.count("unrated")


@_term("truth", "有任务内容")
def described(facts: TaskFacts) -> bool:
    """Whether the task text says anything at all."""
    return bool(facts.task.text.strip())


@_term("truth", "有工作表述")
def narrative(facts: TaskFacts) -> bool:
    """Whether the progress text says anything at all."""
    text = facts.task.progress.strip().rstrip("。")
    return bool(text) and text not in facts.policy.rollup.silent


@cache
def _failing_words(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or r"(?!)")


def _failing_word(facts: TaskFacts) -> str | None:
    """The first of the words of failure in the progress text, the longest of several that begin there."""
    text = facts.task.progress
    for found in _failing_words(facts.policy.rollup.failing).finditer(text):
        if not text.endswith(facts.policy.rollup.denied, 0, found.start()):
            return found.group()
    return None


@_term("truth", "文中自称未做到", lambda facts: _failing_word(facts) or "否")
def failing_words(facts: TaskFacts) -> bool:
    """Whether the progress text itself says that the work fell short (one of ``failing``); shown as that word."""
    return _failing_word(facts) is not None


@_term("text", "滞后目标")
def lagging_names(facts: TaskFacts) -> str | None:
    """The indicators that lag."""
    return facts.named("lagging")


@_term("text", "漏报目标")
def unreported_names(facts: TaskFacts) -> str | None:
    """The indicators that the progress text is silent about."""
    return facts.named("unreported")


@_term("text", "未能评判目标")
def missing_names(facts: TaskFacts) -> str | None:
    """The indicators that are not reported or could not be judged."""
    return facts.named("unreported", "unrated")


@_term("text", "需复核目标")
def flagged_names(facts: TaskFacts) -> str | None:
    """The indicators whose verdict asks for a second look."""
    return _names([result for result in facts.results if result.verdict.review])


@_term("truth", "有需复核目标")
def flagged(facts: TaskFacts) -> bool:
    """Whether the verdict of a target asks for a second look."""
    return facts["flagged_names"] is not None
