"""What the words of a rules file mean that a value is chosen from, in Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Meaning(NamedTuple):
    """What a word is called (累计类), and what that is where the name does not say it all."""

    title: str
    more: str = ""

    def __str__(self) -> str:
        return f"{self.title}:{self.more}" if self.more else self.title


MEANINGS: Mapping[str, Meaning] = MappingProxyType(
    {
        "done": Meaning("已完成"),
        "on_track": Meaning("达序时", "进度不低于应完成的份额"),
        "lagging": Meaning("滞后", "进度低于应完成的份额"),
        "unreported": Meaning("漏报", "完成情况没有提到这项目标"),
        "unrated": Meaning("无法评判", "缺少可比的数"),
        "cumulative": Meaning("累计类", "年内累加的数量"),
        "growth": Meaning("增长类", "同比增幅"),
        "coverage": Meaning("覆盖类", "达到后即保持的存量或比率"),
        "gauge": Meaning("水平类", "会波动的水平或比率,年底须保持"),
        "milestone": Meaning("节点类", "开工、建成、出台等事件"),
        "relative": Meaning("比较类", "与另一指标同步、高于平均等"),
        "completed": Meaning("已完成", "已完成、建成、新增"),
        "underway": Meaning("推进中", "开工、在建、启动"),
        "applied": Meaning("申报", "申报、初审、列入名单"),
        "planned": Meaning("计划", "计划、拟"),
        "forecast": Meaning("预计", "预计、力争、确保"),
        "up": Meaning("越高越好"),
        "down": Meaning("越低越好"),
        ">=": Meaning("不低于"),
        "<=": Meaning("不高于"),
        "~": Meaning("左右"),
        "blue": Meaning("蓝"),
        "green": Meaning("绿"),
        "yellow": Meaning("黄"),
        "red": Meaning("红"),
        "grey": Meaning("灰"),
        "line": Meaning("连线", "各点之间逐月提高"),
        "steps": Meaning("台阶", "到点才提高"),
        "rules-overlap": Meaning("重叠", "两条规则都成立时,以在前的为准"),
        "rules-no-effect": Meaning("无作用", "界线的值不影响任何结论"),
        "rules-unused": Meaning("未使用", "写了而没有用到"),
        "rules-hole": Meaning("空档", "两档之间的一段只有“其他”成立"),
        "是": Meaning("成立"),
        "否": Meaning("不成立"),
    }
)
