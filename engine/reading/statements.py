"""A progress text into the things it says: figures, totalities, and how far events have come.

Every figure becomes a *Said*: what it measures, the words it belongs to, the month it runs to, its stage.  A clause
inherits the indicator of the one before it until it states its own ("收入43.92亿元,增长4.2%"), and the period of its
sentence; an expectation carries over to the clauses that continue it ("预计收入51亿元,增长6%").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from engine.model import Measure, Period, Quantity, Stage, Statement
from engine.reading import coordination, lexicon, stages, totality
from engine.reading.clauses import Clause, mask, split
from engine.reading.frames import Frame, frames
from engine.reading.indicators import Phrase, phrase, taken_apart, without_periods
from engine.reading.measures import Measured, measure
from engine.units import periods, quantities

HUNDRED, NOTHING = Decimal(100), Decimal(0)


class Said(NamedTuple):
    """One thing that the progress text says, before it is paired.

    ``own`` are the words it belongs to, ``inherited`` those of the clause before; ``action`` the words that tell
    how it came about.  ``past``, ``part`` and ``aside`` mark figures about an earlier year, about a part of what
    was named, and about something wider or narrower (a balance, a total investment); ``total`` is totality in words.
    """

    span: tuple[int, int]
    measure: Measure
    own: str
    inherited: str
    action: str
    indicator: str
    through_month: int
    stage: Stage
    quantity: Quantity | None = None
    value: Decimal | None = None
    unit: str | None = None
    base: str = ""
    thresholds: frozenset[tuple[Decimal, str]] = frozenset()
    past: bool = False
    part: bool = False
    aside: bool = False
    from_january: bool = True
    so_far: bool = False
    total: bool = False

    def statement(self, text: str, value: Decimal | None = None) -> Statement:
        """The record of what is said; ``value`` replaces the figure where pairing turned its sign."""
        clause = text[slice(*self.span)]
        return Statement(
            clause=clause,
            span=self.span,
            indicator=self.indicator or self.own,
            measure=self.measure,
            quantity=self.quantity,
            value=self.value if value is None else value,
            unit=self.unit,
            through_month=self.through_month,
            stage=self.stage,
            failing=lexicon.first("failing", clause),
            reached=lexicon.first("reached", text[self.span[0] : self.span[1] + 16]),
        )


class Cell(NamedTuple):
    """A progress text with its clauses and periods, judged at a date."""

    text: str
    clauses: list[Clause]
    periods: list[Period]
    as_of: date


def cell(text: str, as_of: date) -> Cell:
    """A progress text taken apart."""
    return Cell(text, split(text), periods(text), as_of)


def said(progress: Cell) -> list[Said]:
    """Everything with a figure, or with totality in words, in the order of the text."""
    found = [*_figures(progress), *_totalities(progress), *_unchanged(progress)]
    return sorted(found, key=lambda one: one.span)


class _Thread:
    """What carries over from figure to figure: the last one said, the last amount (the topic), their clause, and
    the indicators that still wait for their figure (…分别为A、B)."""

    def __init__(self) -> None:
        self.last: Said | None = None
        self.topic: Said | None = None
        self.clause: Clause | None = None
        self.waiting: list[str] = []

    def near(self, clause: Clause, measured: Measured) -> Said | None:
        """The statement that a figure without a name continues; amounts continue amounts."""
        if self.clause is None or self.clause.sentence != clause.sentence:
            return None
        return self.topic if measured.measure == "amount" else self.last

    def expects(self, frame: Frame) -> bool:
        """Whether an expectation of the clauses before carries over: nothing says that this one has happened."""
        same = self.clause is not None and self.clause.group == frame.clause.group
        return same and self.last is not None and self.last.stage == "forecast" and not _happened(frame)

    def follow(self, clause: Clause, one: Said) -> None:
        """Make a statement the one that others continue."""
        if self.clause is not None and self.clause.sentence != clause.sentence:
            self.topic = None
        self.last, self.clause = one, clause
        if one.measure == "amount" or self.topic is None:
            self.topic = one


def _figures(progress: Cell) -> Iterator[Said]:
    thread = _Thread()
    for frame in frames(progress.text, progress.clauses, quantities(progress.text)):
        one = _of_frame(progress, frame, thread)
        thread.follow(frame.clause, one)
        yield one


def _of_frame(progress: Cell, frame: Frame, thread: _Thread) -> Said:
    measured = measure(frame)
    near = thread.near(frame.clause, measured)
    words = phrase(frame.head, frame.head_start, progress.periods)
    own, inherited, indicator = _words(progress, frame, words.indicator, near, thread.waiting)
    action = _action(progress, frame, words, near)
    when = _period(progress, frame)
    month = _month(when, progress.as_of)
    expected = _expected(progress, frame, when) or (thread.expects(frame) and not _content(words.indicator))
    before = frame.clause.text[: frame.quantity.start - frame.clause.start]
    return Said(
        span=frame.span,
        measure=measured.measure,
        own=own,
        inherited=inherited,
        action=action,
        indicator=indicator or (near.indicator if near else ""),
        through_month=month if expected else min(month, progress.as_of.month),
        stage="forecast" if expected else _stage(frame, measured, before, action),
        quantity=frame.quantity,
        value=(frame.quantity.number + measured.plus) * measured.sign,
        unit=frame.quantity.written_unit,
        base=measured.base,
        thresholds=frozenset((q.value, q.unit) for q in frame.qualifiers),
        past=when is not None and when.kind == "past",
        part=re.match(lexicon.alternation("part"), frame.clause.text) is not None,
        aside=lexicon.has("aside", before) or _other_sum().search(before) is not None,
        from_january=not lexicon.has("moment", before)
        and (when is None or when.first in (None, 1) or when.kind == "date"),
        so_far=lexicon.has("so far", before),
    )


def _words(progress: Cell, frame: Frame, named: str, near: Said | None, waiting: list[str]) -> tuple[str, str, str]:
    """The words that a figure belongs to, those it inherits, and its indicator."""
    own = without_periods(frame.head, frame.head_start, progress.periods) + " " + frame.tail
    if named:
        waiting.clear()
    if coordination.respectively(frame.head):
        waiting[:] = coordination.shared_out(own) or coordination.shared_out(
            _figureless_clause_before(progress, frame) + "分别"
        )
    if waiting:
        indicator = waiting.pop(0)
        return indicator, near.own if near else "", indicator
    indicator = named or taken_apart(frame.tail).indicator
    if _content(indicator):
        return own, near.own if near else "", indicator
    before = _figureless_clause_before(progress, frame)
    if near:
        return near.own, f"{near.inherited} {before}", near.indicator
    return own, before, indicator


def _figureless_clause_before(progress: Cell, frame: Frame) -> str:
    """The words of the clause right before, in the same group, where it holds no figure of its own: it may name
    what the figure is about ("氮氧化物不降反升,同比上升6%")."""
    place = progress.clauses.index(frame.clause)
    before = progress.clauses[place - 1] if place else None
    if before is None or before.group != frame.clause.group or any(char.isdigit() for char in before.text):
        return ""
    return progress.text[before.start : before.end]


def _action(progress: Cell, frame: Frame, words: Phrase, near: Said | None) -> str:
    """The words that tell how a figure came about; a list item without a verb shares the one before."""
    own = without_periods(frame.head, frame.head_start, progress.periods) + frame.tail
    listed = near is not None and frame.head_start > frame.clause.start
    return near.action + own if near and listed and not words.verb else own


def _stage(frame: Frame, measured: Measured, before: str, action: str) -> Stage:
    """The stage of a figure that is not expected: a plan told again is planned, else what its words say."""
    if measured.measure == "amount" and (_restated().search(before) or _plan_behind().match(frame.tail)):
        return "planned"
    return stages.amount_stage(mask(action.removesuffix(frame.tail)), mask(frame.tail))


@lru_cache(maxsize=1)
def _other_sum() -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternation('other sum')}(?:{lexicon.alternation('link')})*$")


@lru_cache(maxsize=1)
def _restated() -> re.Pattern[str]:
    """A plan word close before the figure, with no word of completion before or behind it."""
    done = "已|完成|实现|实际|达到|累计|占|为|开工|竣工|中"
    return re.compile(rf"^(?:(?!{done}).)*{lexicon.alternation('restated')}(?:(?!{done})[^、]){{0,6}}$")


@lru_cache(maxsize=1)
def _plan_behind() -> re.Pattern[str]:
    """超额完成22.6亿元的年度计划: the figure is the plan's."""
    return re.compile(rf"应|的(?:年度|全年|年初)?{lexicon.alternation('plan')}")


def _content(words: str) -> bool:
    """Whether words hold more than filler: at least two characters of a noun."""
    return len(re.sub(rf"{lexicon.alternation('lead', 'link', 'generic')}(?!率)|[\s、的\u3000()()]", "", words)) >= 2


def _period(progress: Cell, frame: Frame) -> Period | None:
    """The period that a figure runs to: the last one before it in its sentence, its own clause first."""
    chosen = None
    for period in progress.periods:
        if period.start >= frame.quantity.start:
            break
        if period.kind == "since" or _belongs_to_plan(progress.text, period) or _compared(progress.text, period):
            continue
        if _sentence_of(progress, period.start) == frame.clause.sentence:
            inherited = period.start < frame.clause.start
            if inherited and period.kind in ("past", "date", "by"):
                continue
            chosen = period
    return chosen


def _belongs_to_plan(text: str, period: Period) -> bool:
    """占上半年目标任务的94%: the period tells which plan, not how far the figure runs."""
    return lexicon.pattern("attributive").match(text, period.end) is not None


def _compared(text: str, period: Period) -> bool:
    """比去年同期, 较上年: a period that a figure is compared with is not its own."""
    return period.kind == "past" and text[max(0, period.start - 1) : period.start] in ("比", "较", "与", "同")


def _sentence_of(progress: Cell, position: int) -> int:
    for clause in progress.clauses:
        if clause.start <= position < clause.end:
            return clause.sentence
    return -1


def _month(period: Period | None, as_of: date) -> int:
    if period is None or period.last is None or (period.kind == "year" and period.year != as_of.year):
        return as_of.month
    return period.last


@lru_cache(maxsize=1)
def _intention() -> re.Pattern[str]:
    """A verb of intention that opens a clause or stands before a time; "年度计划" and "计划开工项目" are nouns."""
    lead = lexicon.alternation("lead")
    return re.compile(
        rf"^(?:{lead})*(?:计划|拟|将|即将|争取)(?!投资|总投资|任务|目标)|(?<![年标资务度入])(?:计划|拟)(?=\d|今年|年|于|在|到)"
        rf"|{lexicon.alternation('forecast')}"
    )


def _expected(progress: Cell, frame: Frame, when: Period | None) -> bool:
    """Whether a figure is only expected: a word of intention before it that no 已 takes back, or a period that is
    not over."""
    before = frame.clause.text[: frame.quantity.start - frame.clause.start]
    if _intention().search(before) and not _happened(frame):
        return True
    if when is None or when.kind not in ("by", "through") or when.start < frame.clause.start:
        return False
    return (when.last or 0) > progress.as_of.month and (when.year or progress.as_of.year) >= progress.as_of.year


def _happened(frame: Frame) -> bool:
    """Whether 已 or 实际, near the figure, takes back an intention ("计划开工的30个项目中17个已开工")."""
    before = frame.clause.text[: frame.quantity.start - frame.clause.start]
    return "已" in frame.tail or re.search("已|实际", before) is not None


def _totalities(progress: Cell) -> Iterator[Said]:
    for found in totality.reported(progress.text, progress.clauses):
        expected = lexicon.has("forecast", progress.text[found.start : found.end])
        one = _in_words(progress, (found.start, found.end), found.measure, found.indicator, HUNDRED, expected)
        yield one._replace(total=True)


def _unchanged(progress: Cell) -> Iterator[Said]:
    for clause in progress.clauses:
        found = lexicon.pattern("unchanged").search(clause.text)
        if found:
            start = clause.start + max(clause.text.rfind("、", 0, found.start()) + 1, 0)
            span = (start, clause.start + found.end())
            yield _in_words(
                progress, span, "growth", progress.text[start : clause.start + found.start()], NOTHING, False
            )


def _in_words(
    progress: Cell, span: tuple[int, int], measure_: Measure, words: str, value: Decimal, expected: bool
) -> Said:
    return Said(
        span=span,
        measure=measure_,
        own=words,
        inherited="",
        action=words,
        indicator=words,
        through_month=progress.as_of.month,
        stage="forecast" if expected else "completed",
        value=value,
        unit="%",
    )
