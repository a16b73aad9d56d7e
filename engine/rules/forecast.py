"""The year-end extrapolation of a target, or an honest refusal.

What accumulates is drawn out along its schedule (actual / share due by the month) until the target is reached; a
rate, a level, and what is reached are held: ten kilometres that are all built do not become twenty.
The value is in the target's unit as written, rounded down to one decimal more than the target or the evidence
has (five more where the unit was converted: 万 to 亿 takes four), zeros at the end dropped: so it is never shown
as reaching a target that it misses.
"""

from __future__ import annotations

from fractions import Fraction

from engine.model import Forecast
from engine.rules.display import floored, places_of
from engine.rules.facts.target import STAGE_TITLES, TargetFacts


def forecast(facts: TargetFacts) -> Forecast:
    """The forecast of one target: its value, method and the (month, value) point used, or the reason for none."""
    reason = _refusal(facts)
    if reason:
        return Forecast(method="none", refusal=reason)
    if not facts["scheduled"]:
        return _forecast(facts, facts["actual"], facts["actual"], "hold_last")
    return _accumulated(facts)


def _refusal(facts: TargetFacts) -> str | None:
    """Why no forecast would be honest, the most telling reason first."""
    if facts["kind"] == "milestone":
        return "节点目标没有数值,不作外推"
    if facts["kind"] == "relative":
        return "比较类目标取决于两项指标,不作外推"
    if facts.answer is None:
        return "完成情况未报送此项,无从预测"
    if facts["stage"] != "completed":
        return f"佐证尚处“{STAGE_TITLES[facts['stage']]}”阶段,不能据此外推"
    if facts["scheduled"]:
        return _schedule_refusal(facts)
    if facts["kind"] == "cumulative":
        return "控制性目标不随进度累加,不作外推"
    return "没有可与目标比较的完成值,无从预测" if facts["actual"] is None else None


def _schedule_refusal(facts: TargetFacts) -> str | None:
    if facts["completion"] is None or facts["target"] is None:
        return "没有可与目标比较的完成值,无从预测"
    reckonable = facts["expected"] > 0 or facts["completion"] >= 1
    return None if reckonable else "按进度安排本月尚无应完成份额,无从外推"


def _accumulated(facts: TargetFacts) -> Forecast:
    """Along the schedule: 2.2 of 10 at mid-year comes to 4.4.  A share of a whole never comes to more than all."""
    achieved = facts["completion"] * facts["target"] if facts["measured"] is None else facts["counted"]
    if facts["completion"] >= 1:
        return _forecast(facts, achieved, achieved, "hold_last")
    value = achieved / facts["expected"] * facts.schedule.whole(facts["deadline"])
    if facts["kind"] == "coverage" and facts["unit"] == "%":
        value = min(value, Fraction(1))
    method = "straight_line" if facts.schedule.straight else f"schedule:{facts.schedule.name}"
    return _forecast(facts, achieved, value, method)


def _forecast(facts: TargetFacts, achieved: Fraction, value: Fraction, method: str) -> Forecast:
    shift = 2 if facts["unit"] == "%" else 0  # percentages are reckoned as shares
    places = _places(facts)
    point = (facts["month"], floored(achieved, places, shift))
    return Forecast(value=floored(value, places, shift), method=method, points=(point,))


def _places(facts: TargetFacts) -> int:
    target, evidence = facts.reading.target, facts.reading.evidence
    if evidence is None:
        return 1 + places_of(target.value)
    return max(places_of(target.value), places_of(evidence.value)) + (1 if evidence.unit == target.unit else 5)
