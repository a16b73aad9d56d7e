"""What the words around an amount make it: a plan, what was found, a part, a sum of another kind."""

from __future__ import annotations

import re

from engine.reading import lexicon

_SHARE = re.compile("[率占比度划务标算][^,。;]{0,16}(?:[%成]|百分之)")
_DUE = re.compile("(?<![供响相反适效呼感])应(?!急|用|对|届|收)|预算")
_PLAN = re.compile(f"(?<!按)(?<!照)计划|任务|目标|{_DUE.pattern}")
_DONE = re.compile("已|实际|完成|实现|累计")
_OTHER_SUM = re.compile("总投资|概算|合同|协议|匡算|估算|规划投资|到位")
_FOUND = re.compile(
    "排查|查找|检查出|查出|查摆|发现|交办|转办|受理|收到|接到|接收|摸排|梳理|收集|移交|反馈|征集|认领|登记|存在"
)
_TIME = re.compile("累计|历年|往年|去年|上年|本月|当月|本周|今日|当日|本期")
_SECTION = re.compile("[一二三四五]期|标段|续建|:")
_AMONG = re.compile(r"[^,。;]*(?<!建设)(?<!推进)(?<!实施)(?<!施工)(?<!提升)中(?!心|央|小|学|医|型|期|国|部|标|游|介)")


def has_share(text: str) -> bool:
    """Whether a percentage of a text may say what it is a share of: a quick look before the text is taken apart."""
    return _SHARE.search(text) is not None


def planned(words: str) -> bool:
    """Whether an amount is the plan's (计划改造, 年度任务), not what was done."""
    return _PLAN.search(words) is not None and _DONE.search(words) is None


def due(words: str) -> bool:
    """Whether an amount is all that has to be dealt with or spent (应整改, 预算), of which a rate is the share done."""
    return _DUE.search(words) is not None and _DONE.search(words) is None


def undone(words: str) -> bool:
    """Whether an amount is planned or missing, and so no numerator of what was done (未开工项目17个)."""
    return planned(words) or lexicon.missed(words) is not None


def of_another_sum(words: str) -> bool:
    """Whether an amount of money is none that a year's completion is measured against (总投资, 概算)."""
    return _OTHER_SUM.search(words) is not None


def found(words: str) -> bool:
    """Whether an amount is what was found or handed in, so that it can be dealt with (排查隐患, 受理投诉)."""
    return _FOUND.search(words) is not None


def times(words: str) -> frozenset[str]:
    """The words that tie an amount to another time than the year so far (本月, 历年)."""
    return frozenset(_TIME.findall(words))


def of_a_section(words: str) -> bool:
    """Whether words speak of a phase or section only (二期, 三标段, 道路部分:)."""
    return _SECTION.search(words) is not None


def among(between: str) -> bool:
    """Whether the words between two amounts make the second a part of the first (…个项目中,已有…)."""
    return _AMONG.match(between) is not None
