"""The words in which conditions are told: what holds and does not hold of each term, and signs of comparison."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

Pair = tuple[str, str]
"""That something is so, and that it is not."""
Family = Literal["share", "number", "months", "month", "rung"]

TRUTHS: Mapping[str, Pair] = MappingProxyType(
    {
        "stretch": ("属于奋斗目标", "不属于奋斗目标"),
        "ceiling": ("属于控制性目标", "不属于控制性目标"),
        "has_evidence": ("有佐证", "没有佐证"),
        "in_words": ("只有文字没有报数", "并非只有文字"),
        "forecast_only": ("仅报了预计", "并非仅报了预计"),
        "failing": ("文中自称未完成", "文中没有自称未完成"),
        "reached_words": ("文中自称达标", "文中没有自称达标"),
        "vague": ("完成值为约数", "完成值不是约数"),
        "disagrees": ("自报的完成率与计算不一致", "自报的完成率与计算一致"),
        "meets": ("达到目标", "未达到目标"),
        "year_over": ("年度已结束", "年度尚未结束"),
        "scheduled": ("按进度考核", "不按进度考核"),
        "placed": ("环节可比", "环节不可比"),
        "described": ("有任务内容", "没有任务内容"),
        "narrative": ("有工作表述", "没有工作表述"),
        "failing_words": ("文中自称未做到", "文中没有自称未做到"),
        "flagged": ("有需复核的目标", "没有需复核的目标"),
    }
)

COUNTS: Mapping[str, Pair] = MappingProxyType(
    {
        "targets": ("有目标", "没有目标"),
        "left_out": ("有不计入的目标", "没有不计入的目标"),
        "done": ("有已完成的目标", "没有已完成的目标"),
        "on_track": ("有达序时的目标", "没有达序时的目标"),
        "lagging": ("有滞后的目标", "没有滞后的目标"),
        "unreported": ("有漏报的目标", "没有漏报的目标"),
        "unrated": ("有无法评判的目标", "没有无法评判的目标"),
        "peers": ("参加排名", "不参加排名"),
    }
)
"""Counts above 0, and counts of 0."""

TEXTS: Mapping[str, Pair] = MappingProxyType(
    {
        "stage": ("佐证处于“{}”阶段", "佐证不处于“{}”阶段"),
        "kind": ("属于{}", "不属于{}"),
        "comparator": ("目标写的是“{}”", "目标写的不是“{}”"),
    }
)
"""That a term is a certain text; of any other term that its title is (not) the text."""

MONTH_COUNTS = frozenset({"months_left", "months_needed"})
"""Terms that are a number of months and not a month of the year."""

RUNGS = frozenset({"rung", "target_rung"})


class Signs(NamedTuple):
    """The words for the six signs, and those that are said for three of them where a plain figure follows."""

    at_least: str
    above: str
    at_most: str
    below: str
    equal: str
    unequal: str
    reaches: str
    is_: str = "为"
    is_not: str = "不为"

    def word(self, sign: str) -> str:
        """The word for a sign as conditions write it."""
        return self[(">=", ">", "<=", "<", "==", "!=").index(sign)]

    def before_figure(self, sign: str) -> str:
        """The word for a sign in front of a figure: 达到50%."""
        return {">=": self.reaches, "==": self.is_, "!=": self.is_not}.get(sign) or self.word(sign)


SIGNS: Mapping[Family, Signs] = MappingProxyType(
    {
        "share": Signs("不低于", "高于", "不高于", "低于", "等于", "不等于", "达到"),
        "number": Signs("不小于", "大于", "不大于", "小于", "等于", "不等于", "不小于"),
        "months": Signs("不少于", "超过", "不超过", "不足", "等于", "不等于", "不少于"),
        "month": Signs("不早于", "晚于", "不晚于", "早于", "等于", "不等于", "不早于"),
        "rung": Signs("达到或越过", "越过", "未越过", "未到", "正是", "不是", "达到"),
    }
)
