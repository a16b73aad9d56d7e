"""How far the events of a progress text have come: each clause with the clauses that continue it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from engine.model import Statement
from engine.reading import lexicon, stages
from engine.reading.clauses import Clause
from engine.reading.statements import Cell


class Step(NamedTuple):
    """A clause of the progress text and, in ``stop``, where the clauses that continue it end.

    ``expects`` is the span of the first continuing clause that only states an intention.
    """

    start: int
    end: int
    stop: int
    expects: tuple[int, int] | None


@lru_cache(maxsize=1)
def _continues() -> re.Pattern[str]:
    """A clause that opens with a verb, an adverb or a period goes on about the subject before it."""
    return re.compile(
        rf"[\d一二三四]*月|{lexicon.alternation('pending', 'lead', 'forecast', 'planned', 'open', 'failing')}"
    )


def steps(progress: Cell) -> list[Step]:
    """One step for each clause of the text."""
    return [_step(progress, position) for position in range(len(progress.clauses))]


def _step(progress: Cell, position: int) -> Step:
    clause = progress.clauses[position]
    stop, expects = clause.end, None
    for later in progress.clauses[position + 1 :]:
        if later.group != clause.group or not _continues().match(later.text):
            break
        stop = later.end
        if expects is None and intends(progress, later):
            expects = (later.start, later.end)
    if intends(progress, clause):
        expects = (clause.start, clause.end)
    return Step(clause.start, clause.end, stop, expects)


def intends(progress: Cell, clause: Clause) -> bool:
    """Whether a clause only states an intention: a cue of expectation, or a period still to come."""
    ahead = any(
        clause.start <= p.start < clause.end and (p.last or 0) > progress.as_of.month and p.kind != "past"
        for p in progress.periods
    )
    return ahead or re.search(r"预计|计划(?=\d|于|今年|年)|确保|力争|拟|即将", clause.text) is not None


def statement(progress: Cell, step: Step, rung: str) -> Statement:
    """The record of a step as evidence for a milestone that promises ``rung``."""
    told = "".join(
        progress.text[c.start : c.end] + ","
        for c in progress.clauses
        if step.start <= c.start < step.stop and not intends(progress, c)
    )
    reached, stage = stages.reached_rung(told, stages.ladder_of(rung))
    whole = progress.text[step.start : step.stop]
    return Statement(
        clause=whole,
        span=(step.start, step.stop),
        indicator=progress.text[step.start : step.end],
        measure="event",
        through_month=progress.as_of.month,
        stage=stage,
        rung=reached,
        failing=lexicon.first("failing", whole),
        reached=lexicon.first("reached", whole),
    )
