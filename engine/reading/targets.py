"""A task text into Targets: what the row promises.

Figures that count become numeric targets, words of totality (全覆盖, 清零, 所有…) become coverage, comparisons with
another indicator become relative, and clauses with a definite end event become milestones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from engine.model import Comparator, Direction, Kind, Measure, Period, Quantity, Target
from engine.reading import comparisons, coordination, events, lexicon, totality
from engine.reading.clauses import Clause, mask, split
from engine.reading.deadlines import YEAR_END, deadline
from engine.reading.frames import Frame, frames
from engine.reading.indicators import phrase, taken_apart
from engine.reading.kinds import nature
from engine.reading.measures import Measured, measure
from engine.reading.promises import promises
from engine.units import periods, quantities

HUNDRED, NOTHING = Decimal(100), Decimal(0)


class Aim(NamedTuple):
    """A target in the making, with what pairing needs beside it.

    ``verb`` is the action by which it comes about, ``context`` the indicator of the promise before it;
    ``falls`` says that a decline is promised.
    """

    span: tuple[int, int]
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

    def target(self, name: str, text: str) -> Target:
        """The record of this aim; ``text`` is the cell that it was read from."""
        given = {field: getattr(self, field) for field in Target.model_fields if field in self._fields}
        return Target(id=name, clause=text[slice(*self.span)], **given)


class _Cell(NamedTuple):
    text: str
    clauses: list[Clause]
    periods: list[Period]


def aims(text: str) -> list[Aim]:
    """What a task text promises, in the order of its words."""
    cell = _Cell(text, split(text), periods(text))
    found = [*_figures(cell), *_totalities(cell)]
    found += _comparisons(cell, _clause_starts(cell, found))
    found += _events(cell, _clause_starts(cell, found))
    return sorted(found, key=lambda aim: aim.span)


def _clause_starts(cell: _Cell, found: list[Aim]) -> set[int]:
    """The starts of the clauses that hold an aim already."""
    return {c.start for c in cell.clauses for aim in found if c.start <= aim.span[0] < c.end}


def _figures(cell: _Cell) -> Iterator[Aim]:
    last: Aim | None = None
    waiting: list[str] = []
    for frame in frames(cell.text, cell.clauses, quantities(cell.text)):
        if re.match(lexicon.alternation("prelude"), frame.clause.text):
            continue
        for aim in _of_frame(cell, frame, last, waiting):
            yield aim
            last = aim


def _of_frame(cell: _Cell, frame: Frame, last: Aim | None, waiting: list[str]) -> Iterator[Aim]:
    measured = measure(frame)
    if measured.measure in ("gap", "difference"):
        return
    own = phrase(frame.head, frame.head_start, cell.periods)
    near = last if last and _same_sentence(cell, last, frame) else None
    same_clause = near is not None and near.span[0] >= frame.clause.start
    verb = own.verb or (near.verb if near and same_clause else "")
    if not promises(frame, own, verb):
        return
    if own.indicator:
        waiting.clear()
    indicator = own.indicator or _noun_behind(frame) or (waiting.pop(0) if waiting else "")
    indicator = indicator or (near.indicator if near else "")
    names = coordination.distributed(indicator, frame.head, measured.measure != "amount")
    if coordination.respectively(frame.head):
        names = coordination.shared_out(frame.head) or names
        waiting[:], names = names[1:], names[:1]
    for name in names:
        yield _numeric(cell, frame, measured, name, verb, near.indicator if near else "")


def _same_sentence(cell: _Cell, last: Aim, frame: Frame) -> bool:
    return any(c.start <= last.span[0] < c.end and c.sentence == frame.clause.sentence for c in cell.clauses)


def _noun_behind(frame: Frame) -> str:
    """The noun of a figure that stands before it (新建3个公园)."""
    return taken_apart(frame.tail.removeprefix("的").strip("\u3000 ")).indicator


def _numeric(cell: _Cell, frame: Frame, measured: Measured, indicator: str, verb: str, context: str) -> Aim:
    figure = frame.quantity
    kind, direction, comparator = nature(frame, measured, indicator, verb)
    every = kind == "cumulative" and _of_all(frame)
    position = cell.clauses.index(frame.clause)
    return Aim(
        span=frame.span,
        indicator=indicator,
        kind="coverage" if every else kind,
        measure="ratio" if every else measured.measure,
        falls=measured.sign < 0,
        direction=direction,
        comparator=comparator,
        quantity=None if every else figure,
        value=HUNDRED if every else figure.number,
        unit="%" if every else figure.written_unit,
        deadline_month=deadline(position, cell.clauses, cell.periods),
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
    before = frame.clause.text[: frame.quantity.start - frame.clause.start]
    return frame.quantity.bound in ("above", "at_least") and lexicon.has("every", before)


def _totalities(cell: _Cell) -> Iterator[Aim]:
    for found in totality.promised(cell.text, cell.clauses):
        yield Aim(
            span=(found.start, found.end),
            indicator=found.indicator,
            kind="coverage",
            measure="ratio",
            direction="down" if found.clear else "up",
            comparator="<=" if found.clear else ("~" if found.about else ">="),
            value=NOTHING if found.clear else HUNDRED,
            unit=None if found.clear else "%",
        )


def _comparisons(cell: _Cell, taken: set[int]) -> Iterator[Aim]:
    for found in comparisons.comparisons(cell.text, [c for c in cell.clauses if c.start not in taken]):
        yield Aim(
            span=(found.start, found.end),
            indicator=taken_apart(found.what).indicator or found.what,
            kind="relative",
            measure="growth",
            direction=found.direction,
            comparator=found.comparator,
            rival=found.rival,
        )


def _events(cell: _Cell, taken: set[int]) -> Iterator[Aim]:
    for found in events.events(cell.text, cell.clauses, taken):
        position = next(n for n, clause in enumerate(cell.clauses) if clause.start == found.start)
        yield Aim(
            span=(found.start, found.end),
            indicator=found.subject,
            kind="milestone",
            measure="event",
            deadline_month=deadline(position, cell.clauses, cell.periods),
            rung=found.rung,
            verb=found.event,
        )
