"""Text -> periods: the months and dates that office prose counts by, and the words for now, then and by when.

Four shapes, tried in this order at each place: a holiday as a deadline (“七一”前), a part of a year (2023年1-5月,
截至5月末, 上半年前), a year alone (2009—2022年, 去年同期), a fixed word (目前, 年底前).  A month is cumulative where
the words say so (截至, 末, 底, 前N个月) and itself otherwise.  Nothing is reckoned from today's date.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from engine.model import Period

Kind = Literal["through", "date", "now", "by", "year", "past", "since"]

_DIGIT = "0-9０-９"
_CHINESE = "元一二三四五六七八九十"
_MONTH = rf"(?:[{_DIGIT}]{{1,2}}|[{_CHINESE}]{{1,2}})"
_TO = r"[-－–—~～〜至到]{1,2}"
_YEAR = (
    rf"(?<![{_DIGIT}])(?:(?:[{_DIGIT}]{{4}}年?{_TO})?(?P<year>(?:19|20|１９|２０)[{_DIGIT}]{{2}})年度?"
    r"|今年|本年度?|(?P<past>去年|上年度?|上一年度?))"
)
_PART = (
    rf"(?P<months>(?<![{_DIGIT}{_CHINESE}第.])(?P<m1>{_MONTH})(?:月份?)?{_TO}(?P<m2>{_MONTH})月(?:份)?)"
    rf"|(?P<days>(?<![{_DIGIT}{_CHINESE}])(?P<d1>{_MONTH})月[{_DIGIT}一二三四五六七八九十]{{1,3}}[日号]"
    rf"(?P<until>{_TO}(?:(?P<d2>{_MONTH})月)?[{_DIGIT}一二三四五六七八九十]{{1,3}}[日号])?)"
    rf"|(?P<month>(?<![{_DIGIT}{_CHINESE}])(?P<m>{_MONTH})月(?:份)?)"
    r"|(?P<quarter>第?(?P<q>[一二三四1-4１-４])季度|首季度?|Q(?P<qq>[1-4])(?![0-9A-Za-z]))"
    r"|(?P<quarters>前(?P<qs>[二两三2-3])个?季度)"
    rf"|(?P<first>前(?P<f>{_MONTH})个?月)"
    r"|(?P<half>[上下]半年)"
)
_YEAR_END = rf"(?P<end>年?底之?前|年?末之?前|底|末|以来|同期|内|之?前(?![{_DIGIT}期]))?"
_TAIL = r"(?P<tail>月?底之?前|月?末之?前|之?前(?=$|[^\d一二三四五六七八九十两])|月?底|月?末|以来)?"
_STARTS = '“"中国截至到去上今本第首Q前下目当迄年比较全'
_HOLIDAYS = {"五一": 4, "七一": 6, "八一": 7, "中秋": 8, "国庆": 9, "十一": 9, "元旦": 12}
_WORDS: dict[str, tuple[Kind, int | None, int | None]] = {
    **dict.fromkeys(("截至目前", "截止目前", "到目前为止", "目前", "当前", "至今", "迄今"), ("now", None, None)),
    **dict.fromkeys(("年底之前", "年末之前", "年底前", "年末前", "年底", "年末"), ("by", None, 12)),
    **dict.fromkeys(("比年初", "较年初", "年初以来"), ("since", 1, None)),
    **dict.fromkeys(("全年度", "全年", "年内", "年度"), ("year", None, None)),
}
_QUARTERS = dict(zip("一二三四1234１２３４", [1, 2, 3, 4] * 3, strict=True))
_CHINESE_MONTHS = dict(zip("元一二三四五六七八九十", [1, *range(1, 11)], strict=True)) | {"十一": 11, "十二": 12}


def periods(text: str) -> list[Period]:
    """All periods of a text in order, without overlaps; ``text[p.start:p.end] == p.text`` always.

    Linear in the length of the text and never raises.  A month that does not exist (13月) is no period.
    """
    found = (_read(match) for match in _pattern().finditer(text))
    return [period for period in found if period is not None]


@cache
def _pattern() -> re.Pattern[str]:
    holidays, words = "|".join(_HOLIDAYS), "|".join(_WORDS)
    return re.compile(
        rf"(?=[{_DIGIT}{_CHINESE}{_STARTS}])(?:[“\"]?(?P<holiday>{holidays})[”\"]?(?:节|期间)?之?前"
        rf"|(?P<lead>截至|截止到?|[至到])?(?:{_YEAR}的?)?(?:{_PART}){_TAIL}"
        rf"|(?P<alone>{_YEAR.replace('?P<', '?P<a_')}{_YEAR_END})"
        rf"|(?P<word>(?<![项科题栏节数明后半{_DIGIT}一二三四五六七八九十])(?:{words})(?![级轻]))(?<!至今(?=年)))"
    )


def _read(match: re.Match[str]) -> Period | None:
    groups = match.groupdict()
    if groups["holiday"]:
        return _period(match, "by", None, _HOLIDAYS[groups["holiday"]])
    if groups["word"]:
        return _period(match, *_WORDS[groups["word"]])
    if groups["alone"]:
        return _read_year(match, groups)
    return _read_part(match, groups)


def _read_part(match: re.Match[str], groups: dict[str, str | None]) -> Period | None:
    """A part of a year; what it is for depends on the words around it: 6月底前, 截至6月19日, 6月以来, 去年5月."""
    months = _months(groups)
    if months is None:
        return None
    first, last = months
    tail = groups["tail"] or ""
    year = int(groups["year"]) if groups["year"] else None
    if groups["past"]:
        return _period(match, "past", first, last, year)
    if tail.endswith("前"):
        return _period(match, "by", None, last, year)
    if tail == "以来":
        return _period(match, "since", first, None, year)
    if groups["lead"] or tail:
        return _period(match, "through", 1, last, year)
    one_day = groups["days"] and not groups["until"]
    return _period(match, "date" if one_day else "through", first, last, year)


def _read_year(match: re.Match[str], groups: dict[str, str | None]) -> Period | None:
    """A year alone: 2023年, 今年以来, 去年同期, 2025年底前."""
    end = groups["end"] or ""
    year = int(groups["a_year"]) if groups["a_year"] else None
    if groups["a_past"]:
        return _period(match, "past", None, None)
    if end == "同期":
        return _period(match, "past", None, None, year)
    if end == "以来":
        return _period(match, "since", 1, None, year)
    if end and end != "内":
        return _period(match, "by", None, 12, year)
    return _period(match, "year", None, None, year)


def _months(groups: dict[str, str | None]) -> tuple[int, int] | None:
    """First and last month that a part of a year covers, None where there are no such months."""
    if groups["half"]:
        return (1, 6) if groups["half"][0] == "上" else (7, 12)
    if groups["quarters"]:
        return 1, 3 * {"二": 2, "两": 2, "2": 2}.get(groups["qs"] or "", 3)
    if groups["quarter"]:
        quarter = _QUARTERS[groups["q"] or groups["qq"] or "一"]
        return 3 * quarter - 2, 3 * quarter
    pairs = (("m1", "m2"), ("d1", "d2"), ("m", "m"))
    named = next(((groups[a], groups[b] or groups[a]) for a, b in pairs if groups[a]), ("元", groups["f"]))
    first, last = (_month(name or "") for name in named)
    return (first, last) if 1 <= first <= last <= 12 else None


def _month(name: str) -> int:
    return int(name) if name.isdecimal() else _CHINESE_MONTHS.get(name, 0)


def _period(match: re.Match[str], kind: Kind, first: int | None, last: int | None, year: int | None = None) -> Period:
    return Period(match[0], *match.span(), kind, first, last, year)
