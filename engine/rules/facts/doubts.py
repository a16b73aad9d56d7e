"""Terms for doubts: where the words behind a verdict are weaker than its figures look."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from engine.rules.display import places_of, share_text
from engine.rules.facts.target import TARGET_TERMS, TargetFacts

_term = TARGET_TERMS.term


@_term("truth", "约数", lambda facts: facts.reading.evidence.quantity.text)
def vague(facts: TargetFacts) -> bool:
    """Whether the figure achieved is hedged or a bound (约, 近, 余, 以上); shown as written."""
    evidence = facts.reading.evidence
    quantity = evidence.quantity if evidence else None
    return quantity is not None and (quantity.bound != "exact" or bool(quantity.hedge))


@_term("share", "离线幅度", lambda facts: share_text(facts["margin"]))
def margin(facts: TargetFacts) -> Fraction | None:
    """How far from the line that decides, as a share of the target, below 0 where behind: the gap to the
    schedule, or to the target where there is no schedule or the target is met."""
    if facts["gap"] is not None and not facts["meets"]:
        behind: Fraction = facts["gap"]
        return behind
    short, aim = facts["shortfall"], facts["target"]
    return None if short is None or not aim else -short / abs(aim)


@_term("truth", "完成率不一致")
def disagrees(facts: TargetFacts) -> bool | None:
    """Whether the stated completion differs from the figures by more than the rounding of what is printed."""
    worked_out, said, evidence = facts["measured"], facts["stated"], facts.reading.evidence
    if worked_out is None or said is None or evidence is None or facts.reading.completion is None:
        return None
    allowed = _half_place(facts.reading.completion.value) / 100
    if facts["actual"]:
        allowed += worked_out * _half_place(evidence.value) / abs(Fraction(evidence.value or 1))
    return bool(abs(worked_out - said) > allowed)


def _half_place(value: Decimal | None) -> Fraction:
    return Fraction(1, 2 * 10 ** places_of(value))
