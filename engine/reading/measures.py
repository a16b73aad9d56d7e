"""What a figure measures, from the words right before it.

"增长4.2%" is a rate of change, "占年度计划的61%" a stated completion, "超序时进度3个百分点" a distance to the schedule,
"提高到55%" a level although its verb is one of growth.  Only the end of the words before the figure decides.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from engine.model import Measure
from engine.reading import lexicon
from engine.reading.frames import Frame

PERCENT = frozenset({"%", "‰", "成", "折"})
POINTS = frozenset({"个百分点", "百分点", "个点"})
AGE = "岁"
_LINKS = r"(?:了|约|近|达到|达|为|是|控制在|保持在|稳定在|在|超过|超|突破|分别|均|各|率|幅度|\s)*$"
_NAMED_COMPLETION = re.compile(
    r"(?:(?:任务|投资|预算|资金|计划|目标)?(?:完成|执行)(?:率|进度|比例|情况)"
    r"|完成投资比例|投资比例|支出进度|进度|(?:总体|整体|已|累计)?完成|总工程量的?|工程量的?)" + _LINKS
)
_ONLY_COMPLETION = re.compile("(?:任务|投资|预算|计划|目标)?(?:完成|执行)(?:率|进度|比例)")
_EXCESS = re.compile(r"超额完成[^,]{0,12}$")
_COMPARED = re.compile(
    r"(?:低于|高于|超过|超出|优于|快于|慢于|少于|多于|短于)[^\d,]*[^\d,约近]$"
    r"|(?:比|较)(?!年初|上年末|上年底|去年底|去年末)[^\d,]*(?:低|高|多|少|快|慢|增|减)(?:了|出|加|少)?约?$"
)
_AGAINST_LAST_YEAR = re.compile(r"(?:同比|环比|比上年|较上年|比去年|较去年|同期|增收|减收|超收|短收)[^\d,]{0,6}$")


class Measured(NamedTuple):
    """A measure, the sign of the movement it states (-1 for a fall), and for a stated completion the words of its
    base and what has to be added (超额完成20% is 120 %)."""

    measure: Measure
    sign: int = 1
    base: str = ""
    plus: int = 0


@lru_cache(maxsize=1)
def _growth() -> re.Pattern[str]:
    return re.compile(rf"(?:(?P<down>{lexicon.alternation('down')})|{lexicon.alternation('up')}){_LINKS}")


@lru_cache(maxsize=1)
def _plan() -> re.Pattern[str]:
    plan = lexicon.alternation("plan", "other_plan")
    return re.compile(
        rf"(?P<base>(?:[占为达完成实现的]|年|月)*[^占为完成\d,]{{0,12}}?{plan}(?:{plan}|数|量|总|的)*){_LINKS}"
    )


def measure(frame: Frame) -> Measured:
    """What the figure of a frame measures."""
    unit = frame.quantity.unit
    if unit in POINTS:
        return _of_points(frame)
    if unit in PERCENT:
        return _of_percent(frame)
    if _AGAINST_LAST_YEAR.search(frame.head) or _COMPARED.search(frame.head):
        return Measured("difference", -1 if lexicon.has("down", frame.head[-6:]) else 1)
    return Measured("amount")


def _of_points(frame: Frame) -> Measured:
    if lexicon.has("progress", frame.head) or lexicon.has("progress", frame.tail):
        return Measured("gap")
    growth = _growth().search(frame.head)
    if growth and not _COMPARED.search(frame.head):
        return Measured("growth", -1 if growth["down"] else 1)
    return Measured("difference")


def _of_percent(frame: Frame) -> Measured:
    head = frame.head
    if lexicon.has("progress", head):
        return Measured("gap")
    excess = _EXCESS.search(head)
    if excess:
        return Measured("completion", base=excess.group(), plus=100)
    growth = _growth().search(head)
    if growth:
        return Measured("growth", -1 if growth["down"] else 1)
    if _COMPARED.search(head):
        return Measured("difference")
    plan = _plan().search(head)
    if plan:
        return Measured("completion", base=plan["base"])
    named = _NAMED_COMPLETION.search(head)
    return Measured("completion", base=named.group()) if named else Measured("ratio")


def bare_completion(indicator: str) -> bool:
    """Whether an indicator is only the name of a completion (完成率), which belongs to the amount before it."""
    return _ONLY_COMPLETION.fullmatch(indicator) is not None


def share_of_plan(measured: Measured, unit: str, named: str) -> bool:
    """Whether a figure in percent names nothing but the plan that it is a share of (80%, 年度任务的30%, 完成率50%)."""
    if unit != "%" or measured.measure not in ("ratio", "completion") or lexicon.has("other_plan", measured.base):
        return False
    return not named or named == "总" or bare_completion(named)
