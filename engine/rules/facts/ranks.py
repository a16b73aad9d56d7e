"""Terms for the place of a target on its board, known only where ``boards`` has one for its indicator."""

from __future__ import annotations

from fractions import Fraction

from engine.rules.display import share_text
from engine.rules.facts.target import TARGET_TERMS, TargetFacts

_term = TARGET_TERMS.term


@_term("number", "名次")
def rank(facts: TargetFacts) -> int | None:
    """The place on the board from the best, 1 first; whoever stands alike has the same place."""
    return facts.placing.rank if facts.placing else None


@_term("number", "倒数名次")
def rank_from_last(facts: TargetFacts) -> int | None:
    """The place on the board from the last, 1 last."""
    return facts.placing.rank_from_last if facts.placing else None


@_term("number", "参评数")
def peers(facts: TargetFacts) -> int | None:
    """How many targets stand on the board."""
    return facts.placing.peers if facts.placing else None


@_term("share", "平均", lambda facts: share_text(facts["average"]))
def average(facts: TargetFacts) -> Fraction | None:
    """The mean of the shares by which the board is ranked."""
    return facts.placing.average if facts.placing else None
