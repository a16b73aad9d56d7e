"""The facts of one target, and the terms for what the target itself and the words of its answer say.

Rules may name the terms of this module and of ``figures``, ``timing`` and ``doubts``.  Each function works out
one term, None where it is not known.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import ClassVar, NamedTuple, get_args

from engine.model import Comparator, Reading, Statement, Target
from engine.rules.language.terms import Facts, Terms, Vocabulary
from engine.rules.policy import DIRECTIONS, KINDS, STAGES, Policy, Step
from engine.rules.schedule import Schedule

TARGET_TERMS = Vocabulary()
_term = TARGET_TERMS.term

STAGE_TITLES = {"completed": "已完成", "underway": "推进中", "applied": "申报", "planned": "计划", "forecast": "预计"}


_CLOSE = 1000
"""Closer than one in so many, two shares may look alike with one decimal of a percent."""


class Placing(NamedTuple):
    """Where a target stands on its board: its place from the best and from the last, among how many, their mean."""

    rank: int
    rank_from_last: int
    peers: int
    average: Fraction


class TargetFacts(Facts):
    """The facts of one target and what answers it, judged at a date by a policy."""

    terms: ClassVar[Terms] = TARGET_TERMS

    def __init__(self, reading: Reading, as_of: date, policy: Policy, placing: Placing | None = None) -> None:
        super().__init__()
        self.reading = reading
        self.as_of = as_of
        self.policy = policy
        self.placing = placing
        self.own_schedule = _of_nodes(reading.target) or policy.own_schedule(reading.target)

    @property
    def schedule(self) -> Schedule:
        """The schedule that holds for the target."""
        return self.own_schedule or self.policy.calendar.schedule

    @property
    def answer(self) -> Statement | None:
        """The evidence, or else the stated completion."""
        return self.reading.evidence or self.reading.completion

    @property
    def due(self) -> Fraction | None:
        """The share due by now, for the targets that are held against a schedule."""
        return self["expected"] if self["scheduled"] else None

    @property
    def lines(self) -> tuple[Fraction, ...]:
        """The lines of the rules that the completion is close to without being on one: shares that conditions name
        (80%), and their distance from what is due (5个百分点).  Shown figures must not look as if they were there."""
        completion = self["completion"]
        if completion is None:
            return ()
        due, marks = self.due, self.policy.marks
        lines = [mark for mark in marks if _close(completion, mark)]
        if due is not None:
            gap = completion - due
            lines += [due + (mark if gap > 0 else -mark) for mark in marks if _close(abs(gap), mark)]
        return tuple(lines)

    def step(self, rung: str | None) -> Step | None:
        """Where a rung stands on its ladder."""
        return self.policy.ladders.get(rung) if rung else None


def _close(share: Fraction, line: Fraction) -> bool:
    """Whether a share is close to a line without being on it, in whole numbers: it is asked of every target."""
    apart = abs(share.numerator * line.denominator - line.numerator * share.denominator)
    return 0 < apart * _CLOSE < share.denominator * line.denominator


def _of_nodes(target: Target) -> Schedule | None:
    """The schedule that the task itself sets (上半年80%, 三季度100%): the line through its earlier nodes."""
    if not target.nodes or not target.value:
        return None
    whole = Fraction(target.value)
    points = [(month, min(Fraction(value) / whole, Fraction(1))) for month, value in target.nodes]
    return Schedule("任务自定节点", points=(*points, (target.deadline_month, Fraction(1))))


@_term("text", "指标")
def indicator(facts: TargetFacts) -> str:
    """What is measured."""
    return facts.reading.target.indicator


@_term("text", "标签")
def label(facts: TargetFacts) -> str | None:
    """The word that ``indicators`` gives to the indicator."""
    entry = facts.policy.entry(facts.reading.target.indicator)
    return entry.label if entry else None


@_term("truth", "奋斗目标")
def stretch(facts: TargetFacts) -> bool:
    """Whether it is the higher of two tiers (奋斗目标), which is worked for but not owed."""
    return facts.reading.target.stretch


@_term("text", "类型", choices=KINDS)
def kind(facts: TargetFacts) -> str:
    """The kind of target."""
    return facts.reading.target.kind


@_term("text", "方向", choices=DIRECTIONS)
def direction(facts: TargetFacts) -> str:
    """up where more is better, down where less is."""
    return facts.reading.target.direction


@_term("text", "比较方式", choices=get_args(Comparator))
def comparator(facts: TargetFacts) -> str:
    """>= at least, <= at most, ~ about (左右)."""
    return facts.reading.target.comparator


@_term("truth", "控制性目标")
def ceiling(facts: TargetFacts) -> bool:
    """Whether the target is a limit that must not be passed: at most, or about where less is better."""
    target = facts.reading.target
    return target.comparator == "<=" or (target.comparator == "~" and target.direction == "down")


@_term("text", "单位")
def unit(facts: TargetFacts) -> str | None:
    """The unit of the target; of the figure to compare with where the target has none of its own."""
    target, rival = facts.reading.target, facts.reading.rival
    if target.value is None and rival is not None:
        return rival.unit
    return target.unit


@_term("truth", "有佐证")
def has_evidence(facts: TargetFacts) -> bool:
    """Whether the progress text reports an actual figure, an event or a completion for the target."""
    return facts.answer is not None


@_term("truth", "只有文字")
def in_words(facts: TargetFacts) -> bool:
    """Whether the answer tells of progress without any figure."""
    return facts.answer is not None and facts.answer.value is None


@_term("truth", "仅有预计")
def forecast_only(facts: TargetFacts) -> bool:
    """Whether the progress text gives nothing but the reporter's own forecast."""
    return facts.answer is None and facts.reading.reported_forecast is not None


@_term("text", "佐证阶段", lambda facts: STAGE_TITLES[facts["stage"]], STAGES)
def stage(facts: TargetFacts) -> str | None:
    """The stage that the evidence has reached."""
    return facts.answer.stage if facts.answer else None


@_term("truth", "文中自称未完成", lambda facts: (facts.answer and facts.answer.failing) or "否")
def failing(facts: TargetFacts) -> bool:
    """Whether the progress text itself says that the thing was missed; shown as the word that says so."""
    return facts.answer is not None and facts.answer.failing is not None


@_term("truth", "文中自称达标", lambda facts: (facts.answer and facts.answer.reached) or "否")
def reached_words(facts: TargetFacts) -> bool:
    """Whether the progress text itself says that the target was met; shown as the word that says so."""
    return facts.answer is not None and facts.answer.reached is not None


@_term("text", "被比较指标")
def rival(facts: TargetFacts) -> str | None:
    """The indicator that a relative target is compared with."""
    return facts.reading.target.rival
