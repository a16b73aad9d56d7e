"""Terms for the figures of a target: what was achieved, what was promised, and how the two compare.

Figures are exact; a percentage is a share (5.1% is 51/1000), any other figure is in the target's unit.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from engine.model import Kind, Statement, Target
from engine.rules.display import completion_text, figure_text, points_text, share_text, written
from engine.rules.facts.target import TARGET_TERMS, TargetFacts

_term = TARGET_TERMS.term

ACCUMULATED: tuple[Kind, ...] = ("cumulative", "coverage")
"""The kinds of which a share is completed; of a growth or a level there is none."""


def _figure(statement: Statement | None, unit: str | None) -> Fraction | None:
    """The value of a statement in ``unit``; None where it has none or the units cannot be compared."""
    if statement is None or statement.value is None:
        return None
    value = _converted(statement.value, statement.unit, unit)
    return value / 100 if value is not None and unit == "%" else value


def _converted(value: Decimal, unit: str | None, into: str | None) -> Fraction | None:
    if unit == into:
        return _exact(value)
    if unit is None or into is None:
        return None
    from engine.units import convert

    try:
        return convert(value, unit, into)
    except ValueError:  # of different dimensions
        return None


def _exact(value: Decimal) -> Fraction:
    return Fraction(*value.as_integer_ratio())  # twice as fast as Fraction(value)


def _show_target(facts: TargetFacts) -> str:
    target, rival = facts.reading.target, facts.reading.rival
    return _as_written(rival if target.value is None else target)


def _as_written(said: Statement | Target | None) -> str:
    return "未知" if said is None or said.value is None else written(said.value, said.unit)


def _show_counted(facts: TargetFacts) -> str:
    size: Fraction = facts["counted"]
    return share_text(size) if facts["unit"] == "%" else figure_text(size) + (facts["unit"] or "")


def _show_shortfall(facts: TargetFacts) -> str:
    size: Fraction = abs(facts["shortfall"])
    return points_text(size) if facts["unit"] == "%" else figure_text(size) + (facts["unit"] or "")


@_term("amount", "完成值", lambda facts: _as_written(facts.reading.evidence))
def actual(facts: TargetFacts) -> Fraction | None:
    """The figure achieved, in the target's unit; shown as written."""
    return _figure(facts.reading.evidence, facts["unit"])


@_term("amount", "目标值", _show_target)
def target(facts: TargetFacts) -> Fraction | None:
    """The figure promised; for a relative target the figure that it is compared with.  Shown as written."""
    aim = facts.reading.target
    if aim.kind == "relative":
        return _figure(facts.reading.rival, facts["unit"])
    if aim.value is None:
        return None
    figure = _exact(aim.value)
    return figure / 100 if aim.unit == "%" else figure


@_term("share", "阶段折算", lambda facts: share_text(facts["worth"]))
def worth(facts: TargetFacts) -> Fraction | None:
    """What evidence of this stage counts, by ``stages: worth:``."""
    return facts.policy.worth[facts["stage"]] if facts["stage"] else None


@_term("amount", "计入值", _show_counted)
def counted(facts: TargetFacts) -> Fraction | None:
    """The figure achieved as far as its stage counts, unknown where it counts nothing; a limit counts in full."""
    figure: Fraction | None = facts["actual"]
    if figure is None or facts["ceiling"]:
        return figure
    part: Fraction = facts["worth"]
    return figure * part if part else None


@_term("truth", "达到目标")
def meets(facts: TargetFacts) -> bool | None:
    """Whether the figure holds the target: at least, or at most where the target is a limit."""
    figure, aim = facts["counted"], facts["target"]
    if figure is None or aim is None:
        return None
    return bool(figure <= aim if facts["ceiling"] else figure >= aim)


@_term("amount", "差额", _show_shortfall)
def shortfall(facts: TargetFacts) -> Fraction | None:
    """How far short of the target, above 0 where it is not met; for percentages a share (5个百分点)."""
    figure, aim = facts["counted"], facts["target"]
    if figure is None or aim is None:
        return None
    difference: Fraction = figure - aim if facts["ceiling"] else aim - figure
    return difference


@_term("share", "自报完成率", lambda facts: _as_written(facts.reading.completion))
def stated(facts: TargetFacts) -> Fraction | None:
    """The completion that the progress text states itself (完成年度目标的53.3%); shown as written."""
    return _figure(facts.reading.completion, "%")


@_term("share", "计算完成率", lambda facts: share_text(facts["measured"], facts["stated"]), kinds=ACCUMULATED)
def measured(facts: TargetFacts) -> Fraction | None:
    """Counted figure / target: for amounts and coverages with a target above 0 that is no limit."""
    if facts["kind"] not in ACCUMULATED or facts["ceiling"]:
        return None
    figure, aim = facts["counted"], facts["target"]
    if figure is None or aim is None or aim <= 0:
        return None
    share: Fraction = figure / aim
    return share


@_term("share", "完成率", lambda facts: completion_text(facts["completion"], facts.due, facts.lines), kinds=ACCUMULATED)
def completion(facts: TargetFacts) -> Fraction | None:
    """The share achieved: worked out from figures, or as stated where there is no comparable figure.  Unknown where
    the stage of the evidence counts nothing: what is only applied for is not completed by 0 %."""
    if facts["kind"] not in ACCUMULATED or facts["ceiling"] or facts["worth"] == 0:
        return None
    worked_out: Fraction | None = facts["measured"]
    return facts["stated"] if worked_out is None else worked_out


@_term("share", "接近程度", lambda facts: share_text(facts["nearness"]))
def nearness(facts: TargetFacts) -> Fraction | None:
    """Figure / target whatever the stage of the figure, or target / figure where the target is a limit."""
    figure, aim = facts["actual"], facts["target"]
    if figure is None or aim is None:
        return None
    part, whole = (aim, figure) if facts["ceiling"] else (figure, aim)
    return part / whole if whole > 0 else None
