"""Where a figure of the progress text stands: achieved, under way, applied for, planned or only expected; and whether
it is about this year, about the whole, and about what was done."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from engine.model import Period, Stage
from engine.reading import lexicon, stages
from engine.reading.cells import Cell, tells_when
from engine.reading.clauses import mask
from engine.reading.frames import Frame
from engine.reading.measures import Measured

_AMONG = "[^,]*" + "".join(f"(?<!{verb})" for verb in ("建设", "推进", "施工", "提升", "进行", "实施", "创建")) + "中$"
_YEAR = re.compile(r"(?:20|19)\d\d")
_GOES_ON = re.compile(r"(?:均|都|全部|目前|现|正|已|基本|主体|内部)")
_DONE = "已|完成|实现|实际|达到|累计|占|为|开工|竣工|中"


def period_of(progress: Cell, frame: Frame) -> Period | None:
    """The period that a figure runs to: the last one before it in its own clause, else the one inherited."""
    own = [p for p in progress.periods[frame.clause.number] if p.start < frame.quantity.start]
    telling = [p for p in own if tells_when(progress.text, p)]
    return telling[-1] if telling else progress.running[frame.clause.number]


def month_of(period: Period | None, as_of: date) -> int:
    """The last month that a period covers; without one, the month of the assessment."""
    if period is None or period.last is None or (period.kind == "year" and period.year != as_of.year):
        return as_of.month
    return period.last


def of_other_years(when: Period, as_of: date) -> bool:
    """Whether a period is of an earlier year, or of several (2021-2023年累计): not what this year has brought."""
    earlier = when.year is not None and when.year < as_of.year
    return when.kind == "past" or earlier or len(_YEAR.findall(when.text)) > 1


def expected(frame: Frame, when: Period | None, as_of: date) -> bool:
    """Whether a figure is only expected: a word of intention before it that no 已 takes back, or a period of its
    own that is not over."""
    if _intention().search(frame.before) and not happened(frame):
        return True
    if when is None or when.kind not in ("by", "through") or when.start < frame.clause.start:
        return False
    return (when.last or 0) > as_of.month and (when.year or as_of.year) >= as_of.year


def happened(frame: Frame) -> bool:
    """Whether 已 or 实际, near the figure, takes back an intention ("计划开工的30个项目中17个已开工")."""
    return "已" in frame.tail or re.search("已|实际|累计|到位", frame.before) is not None


def stage(progress: Cell, frame: Frame, measured: Measured, action: str) -> Stage:
    """The stage of a figure that is not expected: a plan told again and a figure of what is missing are planned,
    else what its words say."""
    if measured.measure != "amount":
        return "completed"
    if (
        _restated().search(frame.before)
        or _plan_behind().match(frame.tail)
        or _missing().search(f"{frame.before}┃{frame.tail}")
    ):
        return "planned"
    before = mask(action.removesuffix(frame.tail))
    behind = frame.tail if frame.tail.startswith(("(", "(")) else mask(frame.tail)
    return stages.amount_stage(before, behind, _going_on(progress, frame))


def _going_on(progress: Cell, frame: Frame) -> str:
    """The clauses right behind a figure that go on about it without a figure or a subject of their own."""
    said: list[str] = []
    for clause in progress.clauses[frame.clause.number + 1 : frame.clause.number + 3]:
        if clause.group != frame.clause.group or any(char.isdigit() for char in clause.text):
            break
        if not _GOES_ON.match(clause.text) and not said:
            break
        said.append(clause.text)
    return ",".join(said)


def is_part(frame: Frame) -> bool:
    """Whether a figure is about a part of what was named before (其中…)."""
    return lexicon.pattern("part").match(frame.clause.text) is not None


def aside(frame: Frame) -> str:
    """The word that makes a figure one of something wider, narrower or other than what is done (不含…, …余额,
    总投资…), empty where none does."""
    found = lexicon.pattern("aside").search(frame.before) or _other_sum().search(frame.before)
    return found.group() if found else ""


def from_january(frame: Frame, when: Period | None) -> bool:
    """Whether a figure covers the year so far, not a single month or quarter."""
    if lexicon.has("moment", frame.before):
        return False
    return when is None or when.first in (None, 1) or when.kind == "date"


@lru_cache(maxsize=1)
def _intention() -> re.Pattern[str]:
    """A verb of intention that opens a clause or stands before a time; "年度计划" and "计划开工项目" are nouns, and so
    is what the dictionary has (预期寿命)."""
    return re.compile(
        rf"^(?:{lexicon.alternation('lead')})*(?:计划|拟|将|即将)(?!投资|总投资|任务|目标)"
        r"|争取(?=今年|全年|年|在|于|到|\d|新|完成|实现|建成|开工|上半年|下半年)"
        r"|(?<![年标资务度入])(?:计划|拟)(?=\d|今年|年|于|在|到)"
        rf"|{lexicon.apart_from_nouns('forecast')}"
    )


@lru_cache(maxsize=1)
def _other_sum() -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternation('other sum')}(?:{lexicon.alternation('link')})*$")


@lru_cache(maxsize=1)
def _restated() -> re.Pattern[str]:
    """A plan word close before the figure, with no word of completion before or behind it."""
    return re.compile(rf"^(?:(?!{_DONE}).)*{lexicon.alternation('restated')}(?:(?!{_DONE})[^、]){{0,6}}$")


@lru_cache(maxsize=1)
def _missing() -> re.Pattern[str]:
    """未开工项目17个, 10个项目未开工: a figure of what is not done; the figure itself stands at ┃."""
    return re.compile(f"{lexicon.not_done()}[^,、┃]{{0,12}}┃|┃.*{lexicon.not_done()}")


@lru_cache(maxsize=1)
def _plan_behind() -> re.Pattern[str]:
    """超额完成22.6亿元的年度计划, 20所幼儿园中…, 2公里未启动: the figure is the plan's, or of what is missing."""
    return re.compile(rf"应|未|尚未|{_AMONG}|的(?:年度|全年|年初)?{lexicon.alternation('plan')}")
