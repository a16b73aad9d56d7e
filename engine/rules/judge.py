"""From a target and what answers it to a verdict: the first rule that holds decides, its sentence says why."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from engine.model import Basis, Reading, Status, Verdict
from engine.rules.facts.target import Placing, TargetFacts
from engine.rules.forecast import forecast
from engine.rules.policy import Policy
from engine.rules.remarks import remarks, told


def judge(policy: Policy, reading: Reading, as_of: date, placing: Placing | None = None) -> Verdict:
    """The verdict on one target at a date, with its place on a board.  A loaded book always has a rule that holds."""
    facts = TargetFacts(reading, as_of, policy, placing)
    rule = next(rule for rule in policy.verdicts.by_kind[reading.target.kind] if rule.when.holds(facts))
    noted = remarks(policy.verdicts.review, facts)
    return Verdict(
        status=rule.status,
        grade=rule.grade,
        light=policy.light(rule.status, rule.grade),
        basis=_basis(facts),
        because=rule.because.fill(facts),
        rule=rule.ref,
        completion=facts["completion"],
        expected=facts.due,
        gap=facts["gap"],
        points=_points(policy, facts, rule.status),
        forecast=forecast(facts),
        review=told(noted, facts),
        left_out=rule.left_out,
        remarks=tuple(remark.ref for remark in noted),
        lines=facts.lines,
    )


def _basis(facts: TargetFacts) -> Basis:
    if facts["kind"] == "milestone":
        return "milestone"
    return "narrative" if facts["in_words"] else "measured"


def _points(policy: Policy, facts: TargetFacts, status: Status) -> Fraction | None:
    """Full marks where done or on track; a part of them where lagging; none where nothing could be judged, or where
    an amount that goes on is told without a figure."""
    if status == "on_track" and facts["in_words"] and facts["kind"] == "cumulative":
        return None
    if status in ("done", "on_track"):
        return policy.points.full
    return policy.points.full * _kept(policy, facts) if status == "lagging" else None


def _kept(policy: Policy, facts: TargetFacts) -> Fraction:
    """The share of the marks that a lagging target keeps, 0 to 1.  Where the rule's own measure is not known
    (a limit has no completion) it is how near the figure is, and 0 where there is no figure either."""
    share = policy.points.lagging[facts.reading.target.kind](facts)
    if share is None:
        share = _nearness(facts)
    return Fraction(0) if share is None or share < 0 else min(share, Fraction(1))


def _nearness(facts: TargetFacts) -> Fraction | None:
    """How near the figure is; of a limit that holds but is used up too fast, to the part that may be used by now."""
    near: Fraction | None = facts["nearness"]
    if near is None or not facts["ceiling"] or not facts["meets"] or facts["kind"] != "cumulative":
        return near
    due: Fraction = facts["expected"]
    return near * due
