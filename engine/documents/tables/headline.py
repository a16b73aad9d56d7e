"""What the titles of a column of figures say besides its field: an indicator, a period, a unit."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from engine.documents.tables.figures import is_unit
from engine.documents.tables.titles import Titles, squeezed
from engine.units import periods

_BRACKETS = re.compile(r"[(\uff08\[【]([^()\uff08\uff09\[\]【】]*)[)\uff09\]】]")
_LAST_BRACKET = re.compile(rf"\s*{_BRACKETS.pattern}\s*\Z")
_SPLIT = re.compile(r"[,\uff0c、;\uff1b:\uff1a\s]|单位")
_NOT_OWN = re.compile(
    "完成情况|进展情况|完成进度|工作进度|形象进度|推进进度|工作进展|"
    "推进情况|落实情况|目标任务|任务目标|主要指标|考核指标|绩效指标|目标值|"
    "目标数|目标量|指标值|计划值|计划数|任务数|任务量|完成值|完成数|完成量|实际值|实际数|"
    "达成值|现状值|当前值|实绩|数量|金额|数额|总数|情况|进展|进度|全市|全县|全区|指标|任务|目标|"
    "年度|全年|本年|当年|今年|预期|实际|累计|当前|目前|年|已"
)
"""What every such title says, the longer words first."""

_VERBS = re.compile("(?:完成|计划)+$")


class Headline(NamedTuple):
    """``words`` is the indicator that the titles name (计划投资), ``period`` the time that they state (1-6月), ``year``
    a year that they state by itself (2022年), ``unit`` the unit of measure in their brackets and ``unit_from`` the
    title that it stands in; each "" where there is none.  ``since_january`` is False for a period like 5月; ``until``
    is the month in which the period ends, 0 without one."""

    words: str
    period: str
    since_january: bool
    year: str
    unit: str
    unit_from: str
    until: int = 0


@lru_cache(maxsize=512)
def headline(titles: Titles) -> Headline:
    """What the titles of a column say, from top to bottom: 投资(万元) above 1-6月完成."""
    times = [time for title in titles for time in periods(unicodedata.normalize("NFKC", title))]
    period = next((time for time in times if time.kind in ("through", "date")), None)
    year = next((time.text for time in times if time.kind == "year" and time.year), "")
    since_january = period is None or period.kind == "date" or period.first == 1
    until = (period.last or 0) if period else 0
    return Headline(_words(titles), period.text if period else "", since_january, year, *_unit(titles), until)


def unit_behind(text: str) -> tuple[str, str]:
    """A text without the unit of measure in its last brackets, and that unit: 投资(亿元) → 投资, 亿元."""
    match = _LAST_BRACKET.search(text)
    if match is None or not is_unit(match[1].strip()):
        return text, ""
    return text[: match.start()], match[1].strip()


def _unit(titles: Titles) -> tuple[str, str]:
    """The one unit in the brackets of a title, that of the lowest title first; two units in one title are none."""
    for title in reversed(titles):
        inside = _BRACKETS.findall(title)
        words = {word for words in inside for word in _SPLIT.split(words) if is_unit(word)}
        if words:
            return (words.pop(), title) if len(words) == 1 else ("", "")
    return "", ""


def _words(titles: Titles) -> str:
    """The titles without times, years and the words of every such column; 投资 over 计划投资 says nothing more."""
    plain = [squeezed(title) for title in titles]
    whole = "".join(title for at, title in enumerate(plain) if not any(title in below for below in plain[at + 1 :]))
    for time in reversed(periods(whole)):
        whole = whole[: time.start] + whole[time.end :]
    words = _VERBS.sub("", _NOT_OWN.sub("", whole))
    return words[:-1] if words.endswith("数") and not is_unit(words[-2:-1]) else words  # 开工数, but 改造户数
