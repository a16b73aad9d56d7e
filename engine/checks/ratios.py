"""Stated ratios: whether a percentage follows from the figures that it is said of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain, combinations, product

from engine.checks import wording
from engine.checks.claims import Claim, claim
from engine.checks.figures import alike, gives, nearly_gives, places, printed, rounded, share, value
from engine.checks.pairs import Pair, pairs
from engine.checks.prose import Mention, Row
from engine.checks.relations import Fault, Relation
from engine.model import Quantity

CODE = "check-ratio"
_SUGGESTION = "请核对分子、分母和百分比,以核实后的数字为准;如分母另有口径,请在文中写明"
_CUT_OFF = "请核对;如是数字取整造成的,可不改"
_ALL = Fraction(100)
_NEAR = 6
"""How many figures before a percentage, and targets, may explain it in another way."""
_MOST_ADDED = 5
"""How many of these are added up two by two."""


def relations(row: Row) -> Iterator[Relation]:
    """The percentages of a progress text whose figures are certain, or that some figures explain."""
    if not wording.has_share(row.progress.text):
        return
    for sentence in row.progress.sentences:
        for at, mention in enumerate(sentence):
            stated = claim(mention)
            if stated is not None:
                yield from _relation(row, sentence, at, stated)


def _relation(row: Row, sentence: Sequence[Mention], at: int, stated: Claim) -> Iterator[Relation]:
    found = pairs(row, sentence, at, stated)
    fitting = next((pair for pair in found if _gives(pair.part.quantity, pair.whole, stated)), None)
    chosen = fitting or next((pair for pair in found if pair.certain), None)
    if chosen is None or (fitting is None and _explained(row, sentence[at].number, stated)):
        return
    prose, part = row.progress, chosen.part
    where = (prose.place_of(sentence[at]), prose.place_of(part), chosen.place)
    yield Relation(CODE, where, None if fitting else _fault(chosen, sentence[at].quantity, stated))


def _gives(part: Quantity, whole: Quantity, stated: Claim) -> bool:
    """Whether a pair gives the percentage; more than the whole is often told as 100%."""
    capped = stated.stated == _ALL and value(part) >= value(whole)
    return capped or gives(part, whole, stated.stated, stated.step)


def _fault(pair: Pair, figure: Quantity, stated: Claim) -> Fault:
    part, whole = pair.part.quantity, pair.whole
    ratio = share(part, whole)
    decimals = places(figure.number) + 1
    sum_done = f"{printed(part, [whole])}÷{printed(whole, [part])}={rounded(ratio, decimals)}%"
    off = rounded(abs(ratio - stated.stated), decimals)
    cut_off = nearly_gives(part, whole, stated.stated, stated.step)
    return Fault(
        f"{sum_done},文中写作{_written(figure, stated)},相差{off}个百分点",
        _CUT_OFF if cut_off else _SUGGESTION,
        "note" if cut_off else "warning",
    )


def _written(figure: Quantity, stated: Claim) -> str:
    """The percentage as written; what was said to exceed the plan by a share is the plan and that share."""
    own = f"{figure.number:f}{figure.unit}"
    excess = Fraction(figure.value) != stated.stated and figure.unit == "%"
    return f"超出{own}(即{rounded(stated.stated, places(figure.number))}%)" if excess else own


def _explained(row: Row, number: int, stated: Claim) -> bool:
    """Whether any other figures nearby give the percentage: then another pairing was meant."""
    around = [m for m in row.progress.mentions[max(0, number - _NEAR) : number + 3] if m.is_amount]
    wholes = [one.target.quantity for one in row.readings[:_NEAR] if one.target.quantity]
    apart = [mention.quantity for mention in around if not mention.of_part][-_MOST_ADDED:]
    near = [mention.quantity for mention in around]
    found = chain(product(near, [*near, *wholes]), _together(apart, wholes))
    return any(
        part is not whole and alike(part, whole) and whole.value > 0 and _gives(part, whole, stated)
        for part, whole in found
    )


def _together(apart: Sequence[Quantity], wholes: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Two amounts taken together over a third, and a third over the two (城区100处、镇区50处,已整改120处)."""
    for one, other in combinations(apart, 2):
        if one.written_unit == other.written_unit:
            both = one._replace(number=one.number + other.number)
            others = [figure for figure in apart if figure is not one and figure is not other]
            yield from ((both, whole) for whole in (*others, *wholes))
            yield from ((part, both) for part in others)
