"""A task text into Targets: what the row promises.

Figures that count become numeric targets, words of totality (全覆盖, 清零, 所有…) become coverage, comparisons with
another indicator become relative, and clauses with a definite end event become milestones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from engine.model import Comparator, Direction, Kind, Measure, Quantity, Source, Target
from engine.reading import comparisons, coordination, events, halves, lexicon, totality
from engine.reading.asides import opened
from engine.reading.cells import Cell, cell
from engine.reading.clauses import Clause, mask
from engine.reading.deadlines import YEAR_END, deadline, term
from engine.reading.frames import Frame, frames
from engine.reading.indicators import Phrase, phrase, taken_apart, without_periods
from engine.reading.kinds import nature
from engine.reading.measures import Measured, measure, share_of_plan
from engine.reading.promises import promises
from engine.reading.tiers import strives_beyond, without_striving, without_tier
from engine.units import quantities

HUNDRED, NOTHING = Decimal(100), Decimal(0)


class Aim(NamedTuple):
    """A target in the making, with what pairing needs beside it.

    ``clause`` is the number of its clause, ``verb`` the action by which it comes about, ``context`` the indicator of
    the promise before it; ``falls`` says that a decline is promised,
    ``each`` that every member has to meet it.  ``written`` are the words of the cell ``source`` for an aim that does
    not stand in the task text: its span is that cell's.  ``sentence`` is the number of its sentence, ``begins`` the
    month in which its own period begins; ``share`` says that it is a percentage without an indicator of its own.
    """

    span: tuple[int, int]
    clause: int
    indicator: str
    kind: Kind
    measure: Measure
    direction: Direction = "up"
    comparator: Comparator = ">="
    quantity: Quantity | None = None
    value: Decimal | None = None
    unit: str | None = None
    deadline_month: int = YEAR_END
    nodes: tuple[tuple[int, Decimal], ...] = ()
    qualifiers: tuple[str, ...] = ()
    rung: str | None = None
    rival: str | None = None
    verb: str = ""
    context: str = ""
    thresholds: frozenset[tuple[Decimal, str]] = frozenset()
    falls: bool = False
    each: bool = False
    source: Source | None = None
    written: str = ""
    stretch: bool = False
    sentence: int = 0
    begins: int = 1
    share: bool = False

    def target(self, name: str, text: str) -> Target:
        """The record of this aim; ``text`` is the cell that it was read from."""
        shared = {field: getattr(self, field) for field in _SHARED}
        return Target(id=name, clause=self.written or text[slice(*self.span)], **shared)


_SHARED = tuple(field for field in Aim._fields if field in Target.model_fields and field != "clause")


def aims(text: str) -> list[Aim]:
    """What a task text promises, in the order of its words."""
    task = cell(opened(text))
    figures = _tiers(list(_figures(task)))
    found = [*figures, *_totalities(task, figures)]
    found += list(_comparisons(task, _free(task, found), found))
    found += _events(task, _free(task, found))
    return sorted(found, key=lambda aim: aim.span)


def _tiers(found: list[Aim]) -> list[Aim]:
    """A higher tier is one only above another: a 奋斗目标 that stands alone is what is promised."""
    owed = {aim.indicator for aim in found if not aim.stretch}
    return [aim._replace(stretch=aim.stretch and aim.indicator in owed) for aim in found]


def _free(task: Cell, found: list[Aim]) -> list[Clause]:
    """The clauses that hold no aim yet, save those that only give the setting (围绕…, 按照…)."""
    taken = {aim.clause for aim in found}
    return [clause for clause in task.clauses if clause.number not in taken and not _sets_scene(clause)]


def _sets_scene(clause: Clause) -> bool:
    return lexicon.pattern("prelude").match(clause.text) is not None


def _figures(task: Cell) -> Iterator[Aim]:
    last: Aim | None = None
    waiting: list[str] = []
    for frame in frames(task.text, task.clauses, [*map(halves.in_percent, quantities(task.text))]):
        if _sets_scene(frame.clause) or halves.only_a_saying(frame):
            continue
        if last and task.clauses[last.clause].sentence != frame.clause.sentence:
            last = None
        for aim in _of_frame(task, frame, last, waiting):
            yield aim
            last = aim


def _of_frame(task: Cell, frame: Frame, near: Aim | None, waiting: list[str]) -> Iterator[Aim]:
    frame, stretch = without_tier(frame)
    own = phrase(frame.head, frame.head_start, task.periods[frame.clause.number])
    if near and (_raises(task, frame, own, near) or (stretch and not frame.head.strip("、 "))):
        yield _raised(near, frame)
        return
    measured = _measured(frame, near, waiting)
    if measured.measure in ("gap", "difference") or frame.head.strip() in ("或", "或者"):
        return
    verb = own.verb or (near.verb if near and near.clause == frame.clause.number else "")
    if not promises(frame, own, verb):
        return
    if own.indicator:
        waiting.clear()
    named = own.indicator or _noun_behind(frame) or (waiting.pop(0) if waiting else "")
    indicator = named or (near.indicator if near else "")
    names = coordination.distributed(indicator, frame.head, measured.measure != "amount")
    if coordination.respectively(frame.head):
        names = coordination.shared_out(frame.head) or names
        waiting[:], names = names[1:], names[:1]
    for name in names:
        aim = _numeric(task, frame, measured, name, verb, near.indicator if near else "")
        aim = aim._replace(share=share_of_plan(measured, frame.quantity.unit, named))
        yield aim._replace(stretch=True, verb=near.verb if near else verb) if stretch else aim


def _raises(task: Cell, frame: Frame, own: Phrase, near: Aim) -> bool:
    """Whether a figure only raises the one before it: no other thing, due no later (上半年10个,力争全年15个: two)."""
    if not strives_beyond(frame, near.quantity) or without_striving(own.indicator) not in ("", near.indicator):
        return False
    return deadline(task, frame.clause, frame.quantity.start) == near.deadline_month


def _raised(near: Aim, frame: Frame) -> Aim:
    """The aim before a figure that only raises it (增长8%、力争10%), with that figure."""
    figure = frame.quantity
    aim = near._replace(quantity=figure, value=figure.number, unit=figure.written_unit, stretch=True)
    return aim._replace(span=frame.span, clause=frame.clause.number)


def _measured(frame: Frame, near: Aim | None, waiting: list[str]) -> Measured:
    """What a figure measures; the later figures of a shared-out list measure what the first one does."""
    if near and waiting and not frame.head.strip() and near.clause == frame.clause.number:
        return Measured(near.measure, -1 if near.falls else 1)
    return measure(frame)


def _noun_behind(frame: Frame) -> str:
    """The noun of a figure that stands before it (新建3个公园)."""
    return taken_apart(frame.tail.removeprefix("的").strip("\u3000 ")).indicator


def _numeric(task: Cell, frame: Frame, measured: Measured, indicator: str, verb: str, context: str) -> Aim:
    figure = frame.quantity
    kind, direction, comparator = nature(frame, measured, indicator, verb)
    every = kind == "cumulative" and _of_all(frame)
    period = term(task, frame.clause, figure.start)
    return Aim(
        span=frame.span,
        clause=frame.clause.number,
        indicator=indicator,
        kind="coverage" if every else kind,
        measure="ratio" if every else measured.measure,
        falls=measured.sign < 0,
        direction=direction,
        comparator=comparator,
        quantity=None if every else figure,
        value=HUNDRED if every else figure.number,
        unit="%" if every else figure.written_unit,
        deadline_month=(period and period.last) or YEAR_END,
        begins=(period and period.first) or 1,
        sentence=frame.clause.sentence,
        qualifiers=tuple(q.text for q in frame.qualifiers) + ((figure.text,) if every else ()),
        verb=verb + _aside(frame),
        context=context,
        thresholds=frozenset((q.value, q.unit) for q in frame.qualifiers),
    )


def _aside(frame: Frame) -> str:
    """A remark in parentheses right behind the figure, which may name the action (…21286户(开工))."""
    return frame.tail if frame.tail and not mask(frame.tail).strip() else ""


def _of_all(frame: Frame) -> bool:
    """所有村收入超过160万元: a threshold that every member has to pass is coverage of all of them."""
    return frame.quantity.bound in ("above", "at_least") and lexicon.has("every", frame.before)


def _totalities(task: Cell, figures: Sequence[Aim]) -> Iterator[Aim]:
    """The totalities; one that names nothing (…,实现全覆盖) covers what was promised before it."""
    for found in totality.promised(task.text, task.clauses):
        before = [aim.indicator for aim in figures if aim.clause < found.clause]
        yield Aim(
            span=(found.start, found.end),
            clause=found.clause,
            indicator=found.indicator or (before[-1] if before else ""),
            kind="coverage",
            measure="ratio",
            direction="down" if found.clear else "up",
            comparator="<=" if found.clear else ("~" if found.about else ">="),
            value=NOTHING if found.clear else HUNDRED,
            unit=None if found.clear else "%",
            deadline_month=deadline(task, task.clauses[found.clause]),
        )


def _comparisons(task: Cell, clauses: list[Clause], known: Sequence[Aim]) -> Iterator[Aim]:
    """The comparisons; one that names no subject (…,高于全省平均) speaks of the promise before it."""
    for found in comparisons.comparisons(task.text, clauses):
        before = [aim.indicator for aim in known if aim.clause < found.clause]
        indicator = taken_apart(found.what).indicator or found.what or (before[-1] if before else "")
        if not indicator:
            continue
        yield Aim(
            span=(found.start, found.end),
            clause=found.clause,
            indicator=indicator,
            kind="relative",
            measure="growth",
            direction=found.direction,
            comparator=found.comparator,
            rival=found.rival,
            each="均" in task.text[found.start : found.end],
        )


def _events(task: Cell, clauses: list[Clause]) -> Iterator[Aim]:
    for found in events.events(task.text, clauses):
        clause = task.clauses[found.clause]
        subject = without_periods(found.subject, found.subject_start, task.periods[found.clause]).strip()
        if not subject:
            continue  # 年底全面完成 says when, not what
        yield Aim(
            span=(clause.start, clause.end),
            clause=found.clause,
            indicator=subject,
            kind="milestone",
            measure="event",
            deadline_month=deadline(task, clause),
            rung=found.rung,
            verb=found.event,
        )
