"""What makes a figure a name: an ordinal, a code, a slogan, a date, a phase.  Each rule stands beside its reason."""

from __future__ import annotations

import re
import string
from decimal import Decimal

AHEAD = frozenset("第前+＋/／:：.-－—–~～" + string.ascii_letters)
"""Characters before an Arabic figure that may make it a name: no other character needs a look."""

_CODE_SIGNS = frozenset("+＋/／:：.-－—–~～")
_JOINS = frozenset("+＋")

# 目前, 提前, 年前, 月底前, “七一”前: here 前 ends another word and makes no rank.
_BEFORE_RANK = frozenset("目当以之提此日年月底末节庆旦生空事午”」")

# 统一, 同一, 新一轮: here 一 ends another word.
_WORDS_WITH_ONE = frozenset("统唯同某每任单之逐其合归新上下这那另")

# 大陆, 队伍: a lone capital numeral behind a Chinese character is part of a word.
_CAPITALS = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
_CHINESE_DIGITS = frozenset("一二三四五六七八九两")

# 一批 and 一类 say "some", 一起 "together", 一期 names a phase.
_VAGUE_WITH_ONE = frozenset(("批", "类", "种", "对", "起", "期", "片"))

# Words that mostly begin other words (分别, 成立, 对接, 方面, 期间): units only where the clause or a bound follows.
_NEEDS_CLEAN_RIGHT = frozenset(("期", "分", "成", "对", "度", "方"))
_CLOSES = frozenset("以左的之等)）”")

# 二期, 十分, 一方, 百日: with a Chinese numeral these are phases and words.
_ARABIC_ONLY = frozenset(("期", "分", "对", "度", "方", "升", "起", "日"))

_NUMBERED = ("附件", "附表", "附图", "阶段", "编号", "电话", "手机", "邮编", "型号", "序号", "热线", "文号", "版本")
_BARE_ENDS = frozenset(("", *",，;；。、)）!！ \n\t|"))

_LONGER_WORD = {
    "人": "民才工",
    "元": "旦宵素",
    "家": "庭具",
    "户": "外籍型",
    "件": "事",
    "条": "件例",
    "名": "称",
    "场": "所景地馆",
    "台": "账风",
    "座": "谈",
    "处": "理置罚",
    "所": "有得属在",
    "位": "于列",
    "批": "准",
    "次": "性",
    "部": "门位分署",
    "门": "店户诊",
    "组": "织",
    "班": "子",
    "队": "伍员",
    "口": "岸径",
    "片": "区",
    "根": "据治",
    "支": "持付出撑",
    "起": "来到诉草",
    "例": "如会",
    "份": "额",
    "类": "似别型水及以",
    "种": "植子业",
    "克": "服难",
    "升": "级至高到",
    "株": "洲",
    "倍": "增",
    "个": "季",
    "套": "餐",
    "只": "有要",
    "天": "然津",
    "米": "面",
}
"""A measure word and the characters that make it the head of another word: 12台 but 台账, 3条 but 条例."""

BEHIND = frozenset("".join(_LONGER_WORD.values()))
"""Characters behind a unit that may make it a longer word: no other character needs a look."""

DELICATE = _NEEDS_CLEAN_RIGHT | _ARABIC_ONLY
"""Units that need a look at what is behind them in any case."""

_QUOTED = re.compile(r"[“‘「『\"《][^”’」』\"》“,，。；;]{0,11}\Z")


def is_chinese(char: str) -> bool:
    """Whether it is a Chinese character: no punctuation, no letter, not the end of the text."""
    return "一" <= char <= "龥"


def is_ordinal(text: str, start: int, unit: str) -> bool:
    """第五次, 前10位, 今年前7个月: a place in an order, not an amount (目前3家 and 提前5天 are amounts)."""
    ahead, beyond = text[start - 1 : start], text[start - 2 : start - 1]
    return ahead == "第" or (ahead == "前" and (beyond not in _BEFORE_RANK or (unit == "个月" and beyond != "提")))


def is_code(text: str, start: int, end: int, unit: str) -> bool:
    """An Arabic figure beside a letter, a plus or a second figure: G228, 4+3, 8+4, 10:30, 2023-05-31, V2.0.1."""
    ahead = text[start - 1 : start]
    if ahead in _CODE_SIGNS:
        return ahead in _JOINS or text[start - 2 : start - 1].isdecimal()
    if ahead.isascii() and ahead.isalpha():
        return not unit or not (text[start - 2 : start].isascii() and text[start - 2 : start].isalpha())
    if unit or end == len(text):
        return False
    return text[end] in _JOINS or (text[end] in _CODE_SIGNS and text[end + 1 : end + 2].isdecimal())


def is_slogan(text: str, start: int, end: int, numeral: str, unit: str) -> bool:
    """A Chinese numeral that belongs to a phrase: 十个一, 三位一体, 新一轮, 一批, 二期, 零部件, 大陆, “七个一批”."""
    if unit in _ARABIC_ONLY or text[end : end + 1] in _CHINESE_DIGITS or not numeral.strip("零〇"):
        return True
    if numeral in _CAPITALS and is_chinese(text[start - 1 : start]):
        return True
    if numeral == "一" and (unit in _VAGUE_WITH_ONE or text[start - 1 : start] in _WORDS_WITH_ONE):
        return True
    return _QUOTED.search(text, max(0, start - 12), start) is not None


def is_longer_word(text: str, end: int, unit: str, number: Decimal, scale: str) -> bool:
    """The unit word is the head of another word (3部门, 5条例), or of a date or phase (21日, 3期工程)."""
    behind = text[end : end + 1]
    if behind in _LONGER_WORD.get(unit, "") and behind:
        return True
    if unit in _NEEDS_CLEAN_RIGHT and is_chinese(behind) and behind not in _CLOSES:
        return True
    return (unit == "日" and number == number.to_integral_value()) or (unit == "度" and not scale)


def is_bare_amount(text: str, start: int, end: int, digits: str) -> bool:
    """An Arabic figure without unit is an amount only between a word and the end of its clause: 到位18568。

    Years, identifiers (leading zero, nine digits and more) and numbered things (附件1) are none.
    """
    ahead = text[start - 1 : start]
    alone = end - start == len(text)
    if not alone and not (is_chinese(ahead) and text[max(0, start - 2) : start] not in _NUMBERED):
        return False
    if text[end : end + 1] not in _BARE_ENDS:
        return False
    if digits.isdecimal():
        return len(digits) < 9 and (digits == "0" or digits[0] not in "0０") and not _is_year(digits)
    return True


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and 1900 <= int(digits) < 2100
