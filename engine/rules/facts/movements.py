"""Terms for movements in words: 增长5.1%, 下降3.5%, 持平, and never 增幅-17.5%."""

from __future__ import annotations

from decimal import Decimal

from engine.model import Statement, Target
from engine.rules.display import written
from engine.rules.facts.target import TARGET_TERMS, TargetFacts

_term = TARGET_TERMS.term


@_term("text", "变动情况")
def moved(facts: TargetFacts) -> str | None:
    """The figure achieved in words: the movement that it states (增长5.1%, 下降3.5%, 持平), else 为 and the figure."""
    target = facts.reading.target
    return _told(facts.reading.evidence, target, _rise_word(facts))


@_term("text", "变动目标")
def promised(facts: TargetFacts) -> str | None:
    """The movement that is promised in words (增长5%, 下降20%); for a relative target the rival's."""
    target = facts.reading.target
    if target.kind == "relative":
        return _told(facts.reading.rival, target, _rise_word(facts))
    if target.value is None:
        return None
    about = "左右" if target.comparator == "~" else ""
    return _movement(target.value, target.unit, target, _rise_word(facts)) + about


def _told(said: Statement | None, target: Target, rise: str) -> str | None:
    if said is None or said.value is None:
        return None
    if target.kind == "growth" or said.measure == "growth":
        return _movement(said.value, said.unit, target, rise)
    return f"为{written(said.value, said.unit)}"


def _movement(value: Decimal, unit: str | None, target: Target, rise: str) -> str:
    """A figure measured towards the target: where a fall is asked for, 3 is a fall of 3 and -1 a rise of 1."""
    if not value:
        return "持平"
    falls = (value > 0) == _asks_for_a_fall(target)
    return ("下降" if falls else rise) + written(value.copy_abs(), unit)


def _asks_for_a_fall(target: Target) -> bool:
    return target.kind == "growth" and target.direction == "down" and target.comparator == ">="


def _rise_word(facts: TargetFacts) -> str:
    """Prices are said to go up (上涨), other things to grow; what ought to fall does not 增长 but 上升."""
    target, evidence = facts.reading.target, facts.reading.evidence
    if "涨" in target.clause or (evidence is not None and "涨" in evidence.clause):
        return "上涨"
    return "上升" if _asks_for_a_fall(target) else "增长"
