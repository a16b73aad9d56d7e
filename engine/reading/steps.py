"""How far the events of a progress text have come: each clause with the clauses that continue it."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from engine.model import Statement
from engine.reading import lexicon, stages, totality
from engine.reading.cells import Cell
from engine.reading.clauses import Clause


class Step(NamedTuple):
    """A clause of the progress text, and in ``last`` the number of the last clause that continues it.

    ``expects`` is the number of the first of them that only states an intention, None where none does.
    """

    first: int
    last: int
    expects: int | None


@lru_cache(maxsize=1)
def _continues() -> re.Pattern[str]:
    """A clause that opens with a verb, an adverb or a period goes on about the subject before it."""
    roles = ("pending", "lead", "forecast", "planned", "open", "failing")
    return re.compile(rf"(?:20\d\d年)?\d*月|{lexicon.alternation(*roles)}")


def steps(progress: Cell, as_of: date) -> list[Step]:
    """One step for each clause of the text, in order."""
    found: list[Step] = []
    last, expects = len(progress.clauses) - 1, None
    for clause in reversed(progress.clauses):
        if _intends(progress, clause, as_of):
            expects = clause.number
        found.append(Step(clause.number, last, expects))
        before = progress.clauses[clause.number - 1]
        if before.group != clause.group or not _continues().match(clause.text):
            last, expects = clause.number - 1, None
    return found[::-1]


def _intends(progress: Cell, clause: Clause, as_of: date) -> bool:
    """Whether a clause only states an intention: a cue of expectation, or a period still to come."""
    ahead = any((p.last or 0) > as_of.month and p.kind != "past" for p in progress.periods[clause.number])
    return ahead or re.search(r"预计|计划(?=\d|于|今年|年)|确保|力争|拟|即将", clause.text) is not None


def words(progress: Cell, step: Step) -> str:
    """The words of the clause that opens a step."""
    return progress.words(progress.clauses[step.first])


def statement(progress: Cell, step: Step, rung: str, as_of: date) -> Statement:
    """The record of a step as evidence for a milestone that promises ``rung``."""
    clauses = progress.clauses[step.first : step.last + 1]
    told = ",".join(progress.words(clause) for clause in clauses if not _intends(progress, clause, as_of))
    reached, stage = stages.reached_rung(told, stages.ladder_of(rung))
    if totality.all_done(told):
        reached, stage = rung, "completed"
    span = (clauses[0].start, clauses[-1].end)
    whole = progress.text[slice(*span)]
    return Statement(
        clause=whole,
        span=span,
        indicator=words(progress, step),
        measure="event",
        through_month=as_of.month,
        stage=stage,
        rung=reached,
        failing=lexicon.missed(whole),
        reached=lexicon.first("reached", whole),
    )


def intention(progress: Cell, number: int, as_of: date) -> Statement:
    """The record of a clause that only states an intention: the reporter's own forecast of an event."""
    clause = progress.clauses[number]
    months = [p.last for p in progress.periods[number] if p.last]
    return Statement(
        clause=progress.words(clause),
        span=(clause.start, clause.end),
        indicator=progress.words(clause),
        measure="event",
        through_month=max(months, default=as_of.month),
        stage="forecast",
    )
