"""An allocation table: the shares of the areas against the total of their line, where these can be added up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from engine.checks.figures import PERCENTS, exactly, places
from engine.checks.places import Entry
from engine.checks.prose import Row
from engine.checks.relations import Fault, Relation
from engine.documents.tables.shares import says_none
from engine.model import Allocation, Share, Target

CODE = "check-allocation-sum"
_LEVEL = re.compile("(?:率|占比|比例|比重|浓度|指数)$")
_SUGGESTION = "请核对总数和各区域的分解数;如有意加压分解,请在表中注明"
_ROUNDED = "请核对;如是小数取整造成的,可不改"


def relations(row: Row) -> Iterator[Relation]:
    """Every line that can be added up."""
    aims = [reading.target for reading in row.readings]
    for line in row.task.allocations:
        shares = [share for share in line.shares if share.value is not None]
        if line.total.value is not None and shares and _all_read(line.shares) and _add_up(line, aims):
            yield _relation(row, line, line.total.value, shares)


def _all_read(shares: Sequence[Share]) -> bool:
    """Whether every share is a figure or plainly nothing."""
    return all(share.value is not None or says_none(share.written) for share in shares)


def _add_up(line: Allocation, aims: Sequence[Target]) -> bool:
    """Whether the shares of a line are amounts that make a total together: no rates and no levels (覆盖率100%,
    28微克/立方米), which hold for every area alike.  The aims that tell are those of its cells and, as a rate is none
    of its cells, those of the sentence with its figure."""
    cells = {share.source for share in (line.total, *line.shares)}
    own = [aim for aim in aims if aim.source in cells]
    repeated = [aim for aim in aims if aim.source is None and aim.value == line.total.value]
    return bool(own) and not _LEVEL.search(line.label) and all(map(_is_amount, (*own, *repeated)))


def _is_amount(aim: Target) -> bool:
    unit = aim.unit or ""
    return aim.kind == "cumulative" and unit not in PERCENTS and "/" not in unit


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
