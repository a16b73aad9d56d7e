"""The names of units that a flattened page broke over several lines, and how they go together again."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from engine.units import narrow

_SEPARATORS = ("、", ",", ";")
_NAMES = re.compile(r"(?:[(\uff08][^(\uff08)\uff09]*[)\uff09]|[^、,\uff0c;\uff1b\n])+")
_REMARK = re.compile(r"\([^()]*\)$")
_LONGEST = 30  # characters of one name
_ENDS = (
    *"局委办厅部院署社会联处所站队库校行关司团区县市镇乡村府室馆台园厂",
    *("中心", "集团", "支行", "街道", "单位", "部门", "基地", "新城"),
)
_OFFICES = (
    *"局委办厅署府室",
    *("集团", "公司", "支行", "分行", "银行", "海关", "支队", "总队", "大队", "总工会", "妇联", "残联", "科协"),
    *("供销社", "红十字会", "指挥部", "宣传部", "组织部", "统战部", "法院", "检察院", "农科院", "党校"),
)
_HEADS = ("办公室", "委员会", "管委会", "领导小组", "指挥部", "分局", "支行", "分行", "中心", "集团", "公司", "支队")


def names(text: str) -> list[str]:
    """The names in a units cell; separators within brackets belong to a name."""
    return [name.strip(" \u3000★☆") for name in _NAMES.findall(text)]


def is_units(text: str) -> bool:
    """Whether a text can be a list of units: every name ends as names of units do."""
    if "。" in text or len(text) > 20 * _LONGEST:
        return False
    found = names(text)
    return bool(found) and all(len(name) <= _LONGEST and _bare(name).endswith(_ENDS) for name in found)


def is_office(text: str) -> bool:
    """Whether a text is a list of units and of nothing else: a 学校 or a 服务中心 may be what is counted."""
    return is_units(text) and all(_bare(name).endswith(_OFFICES) for name in names(text))


def clings(before: str, text: str) -> bool:
    """Whether two lines plainly go together: a list, or a bracket, is open between them."""
    end, begin = narrow(before[-1:]), narrow(text[:1])
    return end.endswith((*_SEPARATORS, "(")) or begin.startswith((*_SEPARATORS, "(", ")")) or _is_open(before)


def _is_open(text: str) -> bool:
    return text.count("(") + text.count("\uff08") > text.count(")") + text.count("\uff09")


def joined(parts: Sequence[str], known: Collection[str] = ()) -> str:
    """The units cell that lines make; ``known`` are names that stand unbroken elsewhere in the table."""
    text = parts[0]
    for before, part in pairwise(parts):
        text += _between(before, part, known) + part
    return text.rstrip("、")


def _between(before: str, part: str, known: Collection[str]) -> str:
    """What stands between two lines: nothing within a name, 、 between two names."""
    if clings(before, part):
        return ""
    last, first = (names(before) or [""])[-1], (names(part) or [""])[0]
    if last + first in known or part.startswith(_HEADS):
        return ""
    return "、" if last in known or _bare(last).endswith(_ENDS) else ""


def _bare(name: str) -> str:
    return _REMARK.sub("", narrow(name))
