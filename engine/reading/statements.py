"""A progress text into the things it says with a figure, or with totality in words.

Every figure becomes a *Said*: what it measures, the words it belongs to, the month it runs to, its stage.  A clause
inherits the indicator of the one before it until it states its own ("收入43.92亿元,增长4.2%"), and the period of its
sentence; an expectation carries over to the clauses that continue it ("预计收入51亿元,增长6%").
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from engine.model import EXACT, Measure, Quantity, Stage, Statement
from engine.reading import lexicon, stance, totality
from engine.reading.cells import Cell
from engine.reading.context import Thread, action, bearing
from engine.reading.frames import Frame, frames
from engine.reading.indicators import named, phrase
from engine.reading.measures import Measured
from engine.units import quantities

HUNDRED, NOTHING = Decimal(100), Decimal(0)
_REMARK = 16
"""How many characters behind a statement may still say that the target was met."""


class Said(NamedTuple):
    """One thing that the progress text says, before it is paired.

    ``own`` are the words it belongs to, ``inherited`` those of the clause before; ``action`` the words that tell
    how it came about.  ``past``, ``part`` and ``aside`` mark figures about an earlier year, about a part of what
    was named, and about something wider or narrower (a balance, a total investment); ``total`` is totality in words.
    ``share`` is the completion in percent that the text states of an amount right behind it.
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
    aside: str = ""
    from_january: bool = True
    so_far: bool = False
    total: bool = False
    share: Decimal | None = None

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
            failing=lexicon.missed(clause),
            reached=lexicon.first("reached", text[self.span[0] : self.span[1] + _REMARK]),
        )


def said(progress: Cell, as_of: date) -> list[Said]:
    """Everything with a figure, or with totality in words, in the order of the text."""
    found = [*_figures(progress, as_of), *_totalities(progress, as_of), *_unchanged(progress, as_of)]
    return _with_shares(sorted(found, key=lambda one: one.span))


def _with_shares(found: list[Said]) -> list[Said]:
    """Each amount with the completion that is stated right behind it (…291.5亿元,占年度计划的55%)."""
    for place in range(len(found) - 1):
        amount = found[place]
        for later in found[place + 1 : place + 3]:
            if amount.measure == "amount" and later.measure == "completion" and later.own.startswith(amount.own):
                found[place] = amount._replace(share=later.value)
                break
    return found


def _figures(progress: Cell, as_of: date) -> Iterator[Said]:
    thread: Thread[Said] = Thread()
    for frame in frames(progress.text, progress.clauses, quantities(progress.text)):
        one = _of_frame(progress, frame, thread, as_of)
        thread.follow(frame.clause, one)
        yield one


def _value(number: Decimal, measured: Measured) -> Decimal:
    """The figure with the sign of its movement, exact under any decimal context."""
    value = EXACT.add(number, Decimal(measured.plus)) if measured.plus else number
    return value.copy_negate() if measured.sign < 0 and value else value


def _of_frame(progress: Cell, frame: Frame, thread: Thread[Said], as_of: date) -> Said:
    measured = thread.measured(frame)
    near = thread.near(frame.clause, measured)
    words = phrase(frame.head, frame.head_start, progress.periods[frame.clause.number])
    bears = bearing(progress, frame, words.indicator, near, thread.waiting)
    how = action(progress, frame, words, near)
    when = stance.period_of(progress, frame)
    month = stance.month_of(when, as_of)
    ahead = stance.expected(frame, when, as_of) or (thread.expects(frame) and not named(words.indicator))
    return Said(
        span=frame.span,
        measure=measured.measure,
        own=bears.own,
        inherited=bears.inherited,
        action=how,
        indicator=bears.indicator,
        through_month=month if ahead else min(month, as_of.month),
        stage="forecast" if ahead else stance.stage(progress, frame, measured, how),
        quantity=frame.quantity,
        value=_value(frame.quantity.number, measured),
        unit=frame.quantity.written_unit,
        base=measured.base,
        thresholds=frozenset((q.value, q.unit) for q in frame.qualifiers),
        past=when is not None and stance.of_other_years(when, as_of),
        part=stance.is_part(frame),
        aside=stance.aside(frame),
        from_january=stance.from_january(frame, when),
        so_far=lexicon.has("so far", frame.before),
    )


def _totalities(progress: Cell, as_of: date) -> Iterator[Said]:
    for found in totality.reported(progress.text, progress.clauses):
        ahead = lexicon.has("forecast", progress.text[found.start : found.end])
        value = NOTHING if found.clear else HUNDRED
        one = _in_words((found.start, found.end), found.measure, found.indicator, value, as_of)
        yield one._replace(total=True, stage="forecast" if ahead else "completed")


def _unchanged(progress: Cell, as_of: date) -> Iterator[Said]:
    """死亡人数同比持平: growth of nothing."""
    for clause in progress.clauses:
        found = lexicon.pattern("unchanged").search(clause.text)
        if found:
            start = clause.start + clause.text.rfind("、", 0, found.start()) + 1
            words = progress.text[start : clause.start + found.start()]
            yield _in_words((start, clause.start + found.end()), "growth", words, NOTHING, as_of)._replace(unit="%")


def _in_words(span: tuple[int, int], what: Measure, words: str, value: Decimal, as_of: date) -> Said:
    unit = "%" if value else None
    return Said(span, what, words, "", words, words, as_of.month, "completed", value=value, unit=unit)
