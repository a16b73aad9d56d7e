"""Terms for time: the month reported, the schedule, and the steps of the milestone ladder still to go."""

from __future__ import annotations

from fractions import Fraction

from engine.rules.display import gap_text, share_text
from engine.rules.facts.figures import ACCUMULATED
from engine.rules.facts.target import TARGET_TERMS, TargetFacts
from engine.rules.policy import Step

_term = TARGET_TERMS.term


@_term("month", "数据月份", lambda facts: f"{facts['month']}月")
def month(facts: TargetFacts) -> int | None:
    """The last month that the evidence covers; never that of the document."""
    return facts.answer.through_month if facts.answer else None


@_term("month", "完成期限", lambda facts: f"{facts['deadline']}月")
def deadline(facts: TargetFacts) -> int:
    """The month by which the target is due."""
    return facts.reading.target.deadline_month


@_term("month", "剩余月数", lambda facts: f"{facts['months_left']}个月")
def months_left(facts: TargetFacts) -> int | None:
    """Months from the evidence to the deadline, 0 where it has passed."""
    return None if facts["month"] is None else max(0, facts["deadline"] - facts["month"])


@_term("truth", "年度已结束")
def year_over(facts: TargetFacts) -> bool:
    """Whether both the date of judgement and the evidence have reached the last month of the year."""
    end = facts.policy.calendar.year_end
    return facts.as_of.month >= end and facts["month"] is not None and facts["month"] >= end


@_term("month", "评定月份", lambda facts: f"{facts['assessed']}月")
def assessed(facts: TargetFacts) -> int:
    """The month at which it is judged, whatever the evidence covers."""
    return facts.as_of.month


@_term("truth", "按进度考核")
def scheduled(facts: TargetFacts) -> bool:
    """Whether the target follows a schedule: amounts that are no limit, and what ``indicators`` gives a schedule."""
    return not facts["ceiling"] and (facts["kind"] == "cumulative" or facts.own_schedule is not None)


@_term("share", "序时进度", lambda facts: share_text(facts["expected"], facts["completion"]))
def expected(facts: TargetFacts) -> Fraction | None:
    """The share of the target that is due by the month reported."""
    return None if facts["month"] is None else facts.schedule.expected(facts["month"], facts["deadline"])


@_term(
    "share", "进度差", lambda facts: gap_text(facts["completion"], facts["expected"], facts.lines), kinds=ACCUMULATED
)
def gap(facts: TargetFacts) -> Fraction | None:
    """Completion minus schedule, below 0 where behind; shown in points without its sign, as the difference of
    the two figures that are shown."""
    if not facts["scheduled"] or facts["completion"] is None:
        return None
    difference: Fraction = facts["completion"] - facts["expected"]
    return difference


def _reached(facts: TargetFacts) -> Step | None:
    """The step that the evidence has reached; one that is only planned has not been."""
    answer = facts.answer
    return facts.step(answer.rung) if answer and answer.stage == "completed" else None


def _aim(facts: TargetFacts) -> Step | None:
    """The step that is promised; only an event has one, whatever ``indicators`` make of the words."""
    return facts.step(facts.reading.target.rung) if facts["kind"] == "milestone" else None


def _show_rung(facts: TargetFacts) -> str:
    reached = _reached(facts)
    return f"已{reached.done}" if reached else "未知"


def _show_target_rung(facts: TargetFacts) -> str:
    aim = facts.step(facts.reading.target.rung)
    return aim.done if aim else "未知"


@_term("number", "已到环节", _show_rung, kinds=("milestone",))
def rung(facts: TargetFacts) -> int | None:
    """The step of the ladder that was reached, from 1; known only on the same ladder as the target's.  Shown by
    what is done there (已投入使用)."""
    reached, aim = _reached(facts), _aim(facts)
    return reached.number if reached and aim and reached.ladder == aim.ladder else None


@_term("number", "目标环节", _show_target_rung, kinds=("milestone",))
def target_rung(facts: TargetFacts) -> int | None:
    """The step of the ladder that is promised, from 1; shown by what is done there (投入使用)."""
    aim = _aim(facts)
    return aim.number if aim else None


@_term("truth", "环节可比")
def placed(facts: TargetFacts) -> bool:
    """Whether the step reached and the step promised stand on one ladder."""
    return facts["rung"] is not None


@_term("month", "尚需月数", lambda facts: f"{facts['months_needed']}个月", kinds=("milestone",))
def months_needed(facts: TargetFacts) -> int | None:
    """The shortest months from the step reached to the step promised, by the ladder."""
    reached, aim = _reached(facts), _aim(facts)
    if reached is None or aim is None or not facts["placed"]:
        return None
    return max(0, aim.months - reached.months)
