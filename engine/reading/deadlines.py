"""By when a target is due: the month of the period that its clause names, else that of the row's column of deadlines,
else December."""

from __future__ import annotations

import re

from engine.model import Period
from engine.reading.cells import Cell, tells_when
from engine.reading.clauses import Clause
from engine.units import narrow, periods

YEAR_END = 12
_IN_FIGURES = re.compile(r"(20[0-9]{2})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?(?![0-9])")  # 2024-10-31, 2024.10
_WHOLE_YEAR = re.compile("全年|年内")
_ONLY_FINISH = re.compile(r"(?:全部|全面|全|要)?(?:完成|完工|竣工|建成|开工|投用|到位)[\u3000\s]*$")


def deadline(cell: Cell, clause: Clause, position: int | None = None) -> int:
    """The month (1-12) by which the promise of a clause is due."""
    period = term(cell, clause, position)
    return (period and period.last) or YEAR_END


def term(cell: Cell, clause: Clause, position: int | None = None) -> Period | None:
    """The period by whose end the promise of a clause is due, None where the task names none.

    The clause's own period decides (the last one before ``position``, where a figure stands there), else one that
    makes up the whole clause before it ("上半年,…"), else one that opens the clause behind it and only says until
    when ("…1500户,6月底前完成").
    """
    for period in (_own(cell, clause, position), _before(cell, clause), _behind(cell, clause)):
        if period is not None:
            return period
    return None


def month_due(column: str, year: int) -> int:
    """The month that a cell of a column of deadlines names (6月底, 2024-10-31, 三季度); December where it names none,
    or another year than the one that is judged."""
    plain = _IN_FIGURES.sub(lambda day: f"{day[1]}年{int(day[2])}月", narrow(column))
    named = [period for period in periods(plain) if period.last is not None]
    if not named or named[-1].year not in (None, year):
        return YEAR_END
    return named[-1].last or YEAR_END


def _limits(cell: Cell, number: int) -> list[Period]:
    return [p for p in cell.periods[number] if p.kind in ("through", "by", "date") and p.last is not None]


def _own(cell: Cell, clause: Clause, position: int | None) -> Period | None:
    """The period before the figure, 全年 among them; one behind it only where no other figure follows there, which it
    would be the period of (100公里,其中6月底前30公里)."""
    own = _limits(cell, clause.number)
    if position is None:
        return own[-1] if own else None
    whole = [p for p in cell.periods[clause.number] if _WHOLE_YEAR.match(p.text) and tells_when(cell.text, p)]
    before = [period for period in (*own, *whole) if period.start < position]
    if before:
        return max(before, key=lambda period: period.start)
    behind = [period for period in own if not any(map(str.isdigit, cell.text[period.end : clause.end]))]
    return behind[-1] if behind else None


def _before(cell: Cell, clause: Clause) -> Period | None:
    before = cell.clauses[clause.number - 1] if clause.number else None
    if before is None or before.group != clause.group:
        return None
    whole = [p for p in _limits(cell, before.number) if (p.start, p.end) == (before.start, before.end)]
    return whole[0] if whole else None


def _behind(cell: Cell, clause: Clause) -> Period | None:
    if clause.number + 1 == len(cell.clauses):
        return None
    behind = cell.clauses[clause.number + 1]
    for period in _limits(cell, behind.number):
        if period.start == behind.start and _ONLY_FINISH.match(behind.text, period.end - behind.start):
            return period
    return None
