"""By when a target is due: the month of the period that its clause names, else December."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.model import Period
from engine.reading.clauses import Clause

YEAR_END = 12
_ONLY_FINISH = re.compile(r"(?:全部|全面|全|要)?(?:完成|完工|竣工|建成|开工|投用|到位)[\u3000\s]*$")


def deadline(position: int, clauses: Sequence[Clause], periods: Sequence[Period]) -> int:
    """The month (1-12) by which the promise of the clause at ``position`` is due.

    The clause's own period decides, else one that makes up the whole clause before it ("上半年,…"), else one that
    opens the clause behind it and only says until when ("…1500户,6月底前完成").
    """
    clause = clauses[position]
    own = [p for p in periods if clause.start <= p.start < clause.end and _limits(p)]
    if own:
        return own[-1].last or YEAR_END
    for period in periods:
        if not _limits(period):
            continue
        before = clauses[position - 1] if position else None
        if before and (period.start, period.end) == (before.start, before.end) and before.group == clause.group:
            return period.last or YEAR_END
        after = clauses[position + 1] if position + 1 < len(clauses) else None
        if after and period.start == after.start and _ONLY_FINISH.match(after.text, period.end - after.start):
            return period.last or YEAR_END
    return YEAR_END


def _limits(period: Period) -> bool:
    return period.kind in ("through", "by", "date") and period.last is not None
