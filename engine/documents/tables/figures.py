"""Cells that hold a figure and nothing else, and words that are units of measure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from engine.units import narrow, quantities

_LONGEST = 40  # characters: a longer cell is a sentence
_SIGNS = {
    **dict.fromkeys(("≥", "≧", "⩾", ">=", "\uff1e="), "不低于"),
    **dict.fromkeys(("≤", "≦", "⩽", "<=", "\uff1c="), "不高于"),
    **dict.fromkeys((">", "\uff1e"), "高于"),
    **dict.fromkeys(("<", "\uff1c"), "低于"),
    **dict.fromkeys(("≈", "≒", "~", "\uff5e"), "约"),
    **dict.fromkeys(("+", "\uff0b"), ""),
}
"""Signs before a figure, narrow and wide, in the words that they are read as."""

_MOVES = "增长|增加|增幅|提高|提升|上升|下降|降低|降幅|减少|压减|压降|回落"
_BOUNDS = (
    "不低于|不少于|不小于|不高于|不超过|不大于|高于|超过|超|突破|大于|低于|少于|小于|不足|至少|最多|近|约|达到|达|为"
    "|控制在|保持在|稳定在|维持在|力争|确保|累计|同比"
)
_SIGN = "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))
_DIGITS = r"\d[\d,\uff0c]*(?:[.\uff0e]\d+)?"
_DATED = r"截[至止]到?(?:\d{4}年)?(?:\d{1,2}月(?:份|底|末|初|\d{1,2}日)?|年底|目前)[,\uff0c:\uff1a]?"
_MARKED = r"[*\uff0a※#★☆①-⑳]+"
_FIGURE = re.compile(
    rf"(?P<dated>{_DATED})?\s*(?P<sign>{_SIGN})?\s*(?P<before>(?:{_MOVES}|{_BOUNDS})*)"
    rf"(?P<number>[-\uff0d]?{_DIGITS}(?:\s*[-~\uff5e—–至]\s*{_DIGITS})?(?P<scale>[十百千万亿]{{0,2}})[多余]?)\s*"
    r"(?P<unit>.*?)(?P<bound>(?:(?:及|或)?以[上下]|以内|之内|左右|上下)?)"
)
_REMARK = re.compile(rf"(?P<remark>\s*(?:[(\uff08](?P<inside>[^()\uff08\uff09]+)[)\uff09]|{_MARKED}))\Z")
"""What stands behind a figure: a remark in brackets, or the mark of a footnote."""


_BARE = re.compile(r"(?<![A-Za-z\d./-])\d[\d,]*(?:\.\d+)?$|^\d[\d,]*(?:\.\d+)?(?=[(,;\s])")
"""A number without a unit at the end or the beginning of a cell."""


class Figure(NamedTuple):
    """A cell that is one figure: the words ``before`` it (≥ as 不低于), the ``number`` as written, the ``unit`` if the
    cell has one, and the words behind it.  ``moves`` says that the words before it tell of a change (增长8);
    ``remark`` is what stands behind it (62(快报数), 62*)."""

    before: str
    number: str
    unit: str
    bound: str
    moves: bool
    remark: str = ""

    def written(self, unit: str = "") -> str:
        """The figure in words, with a unit for one that has none."""
        return f"{self.before}{self.number}{self.unit or unit}{self.bound}{self.remark}"

    def takes(self, unit: str) -> bool:
        """Whether a unit can be that of this figure: a change (增长8) is one in percent or in points."""
        return not self.moves or is_rate(unit)


@lru_cache(maxsize=4096)
def figure(text: str) -> Figure | None:
    """The figure of a cell that is nothing but one (500, ≥95%, 8%以上, 下降3%, 5-6亿元), be it with a date before it or
    a remark behind it (截至9月底62, 62(快报数), 62*); None for any other."""
    behind = _REMARK.search(text) if len(text) <= _LONGEST else None
    if behind is None or not text[: behind.start()]:
        return _figure(text)
    inside = behind["inside"] or ""
    if is_unit(narrow(inside).strip()):
        return _figure(text[: behind.start()] + inside.strip())
    found = _figure(text[: behind.start()])
    return found._replace(remark=behind["remark"].strip()) if found else None


def _figure(text: str) -> Figure | None:
    if len(text) > _LONGEST:
        return None
    match = _FIGURE.fullmatch(text)
    if match is None or (match["unit"] and not is_unit(match["scale"] + match["unit"])):
        return None
    before = (match["dated"] or "") + _SIGNS.get(match["sign"] or "", "") + match["before"]
    return Figure(before, match["number"], match["unit"], match["bound"], re.search(_MOVES, before) is not None)


def hides_a_figure(text: str) -> bool:
    """Whether a cell that is no figure has a number without a unit in it (待核实,62): none that can be compared."""
    return _BARE.search(narrow(text)) is not None


@lru_cache(maxsize=1024)
def is_unit(word: str) -> bool:
    """Whether a word is a unit of measure, with or without a scale word (亿元, %, 微克/立方米, 亿)."""
    found = quantities(f"1{word}") if word and len(word) <= _LONGEST else []
    if len(found) != 1 or found[0].bound != "exact" or found[0].number != 1:
        return False
    return (found[0].start, found[0].end) == (0, 1 + len(word)) and found[0].written_unit != ""


def is_rate(unit: str) -> bool:
    """Whether a unit is one of shares or of the distance between them (%, ‰, 个百分点)."""
    return unit in ("%", "％", "‰") or unit.endswith(("百分点", "个点"))
