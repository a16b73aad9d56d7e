"""What a target is said of: the subject that the words before its own name, and whether its own tell enough."""

from __future__ import annotations

import re
from functools import cache

from engine.reading import lexicon
from engine.units import quantities

_NAMES = re.compile(
    "[县镇乡村路桥河湖港]|区(?!域)|[新老旧主]城|城[东南西北]|大道|街|隧道|园|公司|集团|学院|学校|医院|基地|中心|平台|企业|项目|工程"
    "|标段|枢纽|广场|[水电]厂|水库|电站|[车机][站场]|码头"
)
"""Words of a place, a body or a work: a clause with one of them names what its figures are said of."""
_OF_ANYTHING = re.compile(
    "投资|资金|经费|概算|预算|建筑|占地|用地|面积|里程|长度|全长|规模|容量|人数|户数|[总额数量]"
    "|播种|种植|养殖|示范|试点|样板|标杆|典型|骨干|龙头"
)
"""Words of what every project or effort has."""
_LEVEL = re.compile("力争|争取|冲刺|挑战|奋斗|保底")
_CLAUSE_END = re.compile("[,。;:\n]")
_SHORTEST = 4


def told_before(before: str) -> tuple[str, str]:
    """The subject that the words before a figure's own name, and the setting that they give where they name none."""
    clauses = [clause.strip() for clause in _CLAUSE_END.split(before) if clause.strip()]
    if all(map(_is_setting, clauses)):
        return "", ",".join(clause for clause in clauses if not quantities(clause))
    return before.strip(" ,。;:\n"), ""


def _is_setting(clause: str) -> bool:
    """Whether a clause names nothing that a later figure may be said of: an effort, or a figure of its own."""
    if _NAMES.search(clause):
        return False
    return _effort().match(clause) is not None or bool(quantities(clause))


@cache
def _effort() -> re.Pattern[str]:
    return re.compile(f"(?:{lexicon.alternation('lead')}){{0,3}}{lexicon.alternation('effort', 'prelude')}")


def telling(indicator: str) -> bool:
    """Whether an indicator says by itself what is measured."""
    if "生产总值" in lexicon.canonical(indicator):
        return True
    plain = _OF_ANYTHING.sub("", lexicon.pattern("generic", "lead", "action").sub("", lexicon.canonical(indicator)))
    return len(plain) >= 2 and len(indicator) >= _SHORTEST


def level(text: str, start: int) -> tuple[str, ...]:
    """The words that make a target one of several levels (保底, 力争) in the clause of the figure at ``start``."""
    opening = max(text.rfind(stop, 0, start) for stop in ",。;") + 1
    ends = _CLAUSE_END.search(text, start)
    return tuple(_LEVEL.findall(text, opening, ends.start() if ends else len(text)))
