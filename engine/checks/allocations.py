"""An allocation table: shares of the areas against the total of their line, and the lines against the sentence of
their item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from engine.checks.figures import exactly, places
from engine.checks.places import Entry
from engine.checks.prose import Row
from engine.checks.relations import Fault, Relation
from engine.model import Allocation, Share

CODE = "check-allocation-sum"
_NOTHING = frozenset({"", "/", "\uff0f", "-", "—", "——", "–", "0", "无", "、"})
_SUGGESTION = "请核对总数和各区域的分解数;如有意加压分解,请在表中注明"
_ROUNDED = "请核对;如是小数取整造成的,可不改"


def relations(row: Row) -> Iterator[Relation]:
    """Every line that can be added up."""
    for line in row.task.allocations:
        shares = [share for share in line.shares if share.value is not None]
        if line.total.value is not None and shares and _all_read(line.shares):
            yield _relation(row, line, line.total.value, shares)


def _all_read(shares: Sequence[Share]) -> bool:
    """Whether every share is a figure or plainly nothing."""
    return all(share.value is not None or share.written.strip() in _NOTHING for share in shares)


def _relation(row: Row, line: Allocation, total: Decimal, shares: Sequence[Share]) -> Relation:
    figures = [share.value for share in shares if share.value is not None]
    cells = tuple(Entry(row.task, line.label, share) for share in shares)
    return Relation(CODE, (Entry(row.task, line.label, line.total),), _fault(total, figures), cells)


def _fault(total: Decimal, figures: Sequence[Decimal]) -> Fault | None:
    added = sum(map(Fraction, figures), Fraction(0))
    off = added - Fraction(total)
    if not off:
        return None
    decimals = max(map(places, figures))
    slack = Fraction(len(figures), 2 * 10**decimals) if decimals else Fraction(0)
    arithmetic = f"各区域{'+'.join(f'{figure:f}' for figure in figures)}={exactly(added)},"
    arithmetic += f"比总数{total:f}{'多' if off > 0 else '少'}{exactly(abs(off))}"
    small = abs(off) <= slack
    return Fault(arithmetic, _ROUNDED if small else _SUGGESTION, "note" if small else "warning")
