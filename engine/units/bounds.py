"""The words around a figure that make it a bound: 不低于3家, 近200家, 60%以上, 25微克以下, 5%左右.

达到, 达 and 为 are no bounds.  A word before the figure counts only where it is not the tail of another word
(签约31个, 附近3家).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from engine.model import Bound


class Mark(NamedTuple):
    """A bound with the word that states it; exact and "" where there is none."""

    bound: Bound
    word: str


NONE = Mark("exact", "")

_WORDS: dict[Bound, str] = {
    "at_least": "不低于 不少于 不小于 不得低于 不得少于 至少 最少",
    "at_most": "不超过 不高于 不多于 不大于 不得超过 不得高于 最多 至多",
    "above": "超 超过 突破 大于 高于 多于 逾 数",
    "below": "低于 少于 小于 不足 不到",
    "about": "近 约 大约 接近 将近 约为",
}
_TAIL_OF = {
    "近": "附临靠邻就最",
    "约": "节签预合公条履违集特邀契",
    "超": "反赶",
    "过": "通经",
    "上": "以之及加规限线网",
    "数": "人户次件总个指系分基倍点岁家套",
}
_SUFFIX = re.compile(
    r"(?P<at_least>[(（]含[)）]以上|(?:及|或)?以上)|(?P<at_most>(?:及|或)?以下|以内|之内)"
    r"|(?P<about>左右|上下(?![游级联班]))"
)
STARTS = frozenset("及或以之左上(（")
"""Characters that a bound behind a figure can start with."""


def _by_last_character() -> dict[str, list[Mark]]:
    marks = [Mark(bound, word) for bound, words in _WORDS.items() for word in words.split()]
    found: dict[str, list[Mark]] = {}
    for mark in sorted(marks, key=lambda mark: len(mark.word), reverse=True):
        found.setdefault(mark.word[-1], []).append(mark)
    return found


_BEFORE = _by_last_character()
ENDS = frozenset(_BEFORE)
"""Characters that a bound before a figure can end with."""


def before(text: str, start: int, floor: int) -> Mark:
    """The bound whose words end at ``start`` and begin at ``floor`` or later."""
    for mark in _BEFORE.get(text[start - 1 : start], ()):
        if text.endswith(mark.word, floor, start):
            return NONE if _is_tail(text, start, mark.word) else mark
    return NONE


def before_scale(text: str, start: int, floor: int) -> Mark:
    """As ``before``, for a scale word without digit and for a half: 上百家, 过亿元 and 过半 are bounds as well."""
    word = text[max(floor, start - 1) : start]
    if word and word in "上过" and not text.endswith(("超过", "不过"), floor, start):
        return NONE if _is_tail(text, start, word) else Mark("above", word)
    return before(text, start, floor)


def after(text: str, end: int) -> Mark:
    """The bound whose words start at ``end``: 以上, 及以上, 以下, 以内, 左右."""
    if text[end : end + 1] not in STARTS:
        return NONE
    found = _SUFFIX.match(text, end)
    return Mark(found.lastgroup, found[0]) if found else NONE  # type: ignore[arg-type]  # the groups are bounds


def joined(leading: Mark, inside: str, trailing: Mark) -> Mark:
    """One bound of what stands before, in (余, 多, 几) and after a figure; 近 and 约 give way to the others."""
    if leading is NONE and not inside:
        return trailing
    word = leading.word + inside + trailing.word
    for mark in (leading, trailing):
        if mark.bound not in ("exact", "about"):
            return Mark(mark.bound, word)
    return Mark("above", word) if inside else Mark("about" if word else "exact", word)


def _is_tail(text: str, start: int, word: str) -> bool:
    ahead = start - len(word)
    if word == "数" and text[start] not in "十百千万亿":
        return True
    return ahead > 0 and text[ahead - 1] in _TAIL_OF.get(word, "")
