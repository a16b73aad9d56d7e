"""A cell of text taken apart once: its clauses, and the periods of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from engine.model import Period
from engine.reading import lexicon
from engine.reading.clauses import Clause, split
from engine.units import periods


class Cell(NamedTuple):
    """A text with its clauses.  ``periods`` holds the periods of each clause by its number, ``running`` the period
    that a clause inherits from those before it in its sentence."""

    text: str
    clauses: list[Clause]
    periods: list[list[Period]]
    running: list[Period | None]

    def words(self, clause: Clause) -> str:
        """The words of a clause as written, names included."""
        return self.text[clause.start : clause.end]


def cell(text: str) -> Cell:
    """The text taken apart."""
    clauses = split(text)
    own = _by_clause(clauses, periods(text))
    return Cell(text, clauses, own, _running(text, clauses, own))


def _by_clause(clauses: Sequence[Clause], found: Sequence[Period]) -> list[list[Period]]:
    own: list[list[Period]] = [[] for _ in clauses]
    number = 0
    for period in found:
        while number < len(clauses) and clauses[number].end <= period.start:
            number += 1
        if number < len(clauses) and period.start >= clauses[number].start:
            own[number].append(period)
    return own


def _running(text: str, clauses: Sequence[Clause], own: Sequence[Sequence[Period]]) -> list[Period | None]:
    running: list[Period | None] = []
    current: Period | None = None
    for clause in clauses:
        if clause.number and clauses[clause.number - 1].sentence != clause.sentence:
            current = None
        running.append(current)
        lasting = [p for p in own[clause.number] if p.kind not in ("past", "date", "by") and tells_when(text, p)]
        current = lasting[-1] if lasting else current
    return running


def tells_when(text: str, period: Period) -> bool:
    """Whether a period tells how far a figure runs: not what it is compared with (比去年同期), not which plan it
    belongs to (占上半年目标任务的94%), not since when it grew (比年初)."""
    if period.kind == "since" or lexicon.pattern("attributive").match(text, period.end):
        return False
    return period.kind != "past" or text[max(0, period.start - 1) : period.start] not in ("比", "较", "与", "同")
