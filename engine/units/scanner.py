"""Text -> quantities.  The pattern finds figures; this module reads each one, or leaves it as a name."""

from __future__ import annotations

import re
from decimal import Decimal

from engine.model import Bound, Quantity
from engine.units import bounds, names
from engine.units.convert import is_count
from engine.units.numerals import Numeral, numeral, rescaled
from engine.units.pattern import figures
from engine.units.tokens import NOTHING, plain_unit, token, words_of

_JOINERS = frozenset("-－–—~～至到")
_MINUS = frozenset("-－−")
_SIGNS = _MINUS | {"负"}
_FROM = frozenset("从由自")
_NO_MINUS = "减担肩抱欠辜自胜"
_CLOSED = frozenset("%％)）")
_OR = frozenset(("或", "或者"))
_PARTS = {100: "%", 1000: "‰"}
_SPEAKS_BEFORE = names.AHEAD | bounds.ENDS | _SIGNS
_SPEAKS_BEHIND = names.BEHIND | bounds.STARTS | _JOINERS
_HALF = Numeral(Decimal(1), "", "fraction")


def quantities(text: str) -> list[Quantity]:
    """All quantities of a text in order, without overlaps; ``text[q.start:q.end] == q.text`` always.

    Linear in the length of the text and never raises.  ``number`` is the number as written and ``unit`` the unit
    without scale word, in plain characters (％ gives %).  百分之五 has the unit %, 千分之三 ‰, 三分之二 is 2 of
    the unit 1/3 and 一半 1 of the unit 1/2, all of them shares.  九成五 is 9.5 of the unit 成.
    """
    found: list[Quantity] = []
    floor = 0
    for match in figures().finditer(text):
        if match.start() >= floor:
            quantity = _read(text, match, floor)
            if quantity is not None:
                found.append(quantity)
                floor = quantity.end
    return _share_bounds(text, found)


def _read(text: str, match: re.Match[str], floor: int) -> Quantity | None:
    """The quantity at one hit of the pattern, None where it is a name."""
    group = match.lastgroup
    if group == "unit":
        return _read_with_unit(text, match, floor)
    if group is not None:
        return _read_share(text, match, floor)
    return _read_range(text, match, floor) or _read_bare(text, match, floor)


def _read_with_unit(text: str, match: re.Match[str], floor: int) -> Quantity | None:
    start, end = match.span()
    hit = match[0]
    read, unit, plain = token(hit, match["unit"])
    if plain and unit != "岁" and text[start - 1 : start] not in _SPEAKS_BEFORE:
        behind = text[end : end + 1]
        if behind not in _SPEAKS_BEHIND:
            return Quantity(hit, start, end, read.number, read.scale, unit, "exact", "", None, read.rule)
        if behind in bounds.STARTS:
            return _with_bounds(text, start, end, read, unit, floor)
    return _read_range(text, match, floor) or _read_in_context(text, match, floor)


def _read_in_context(text: str, match: re.Match[str], floor: int) -> Quantity | None:
    """A figure with unit whose neighbours may change what it means."""
    start, end = match.span()
    read, unit, _ = token(match[0], match["unit"])
    if read is NOTHING:
        return None
    if unit == "成" and names.is_chinese(text[end : end + 1]):
        read, end = _with_tenths(read, text, end)
    if _is_name(text, start, end, words_of(match), read, unit):
        return None
    return _with_bounds(text, start, end, read, unit, floor)


def _read_bare(text: str, match: re.Match[str], floor: int) -> Quantity | None:
    """A number without unit: 指数3.4, 到位18568, 三万五; an Arabic one with a scale word stands anywhere."""
    start, end = match.span()
    words = match[0]
    read = numeral(words)
    if read is None or read.rule == "bare_scale" or _is_name(text, start, end, words, read, ""):
        return None
    if words[0].isdecimal():
        plain = read.rule == "arabic" and not read.scale and not bounds.after(text, end).word
        if plain and not names.is_bare_amount(text, start, end, words):
            return None
        read = read._replace(rule="bare") if read.rule == "arabic" else read
    elif read.rule != "colloquial" and not read.scale:
        return None
    return _with_bounds(text, start, end, read, "", floor)


def _read_share(text: str, match: re.Match[str], floor: int) -> Quantity | None:
    """百分之五点五, 千分之三, 三分之二, 一半, 过半."""
    start, end = match.span()
    if match.lastgroup == "half":
        return None if text.endswith("双过", 0, start) else _with_bounds(text, start, end, _HALF, "1/2", floor)
    whole, part = numeral(text[start] + match["whole"]), numeral(match["part"])
    if whole is None or part is None or part.scale:
        return None
    parts = int(whole.value)
    return _with_bounds(text, start, end, part._replace(rule="fraction"), _PARTS.get(parts, f"1/{parts}"), floor)


def _read_range(text: str, match: re.Match[str], floor: int) -> Quantity | None:
    """4.5-5.0%, 3至5亿元: the lower end takes unit and scale of the upper one; 从3%到5% is a change, no range."""
    if text[match.end() : match.end() + 1] not in _JOINERS:
        return None
    start, joint = match.start(), match.end() + (2 if text.startswith("——", match.end()) else 1)
    far = figures().match(text, joint)
    if far is None or far.lastgroup != "unit":
        return None
    unit, low, high = plain_unit(far["unit"]), numeral(words_of(match)), numeral(words_of(far))
    if low is None or high is None or (match["unit"] and plain_unit(match["unit"]) != unit):
        return None
    if text[joint - 1] in "至到" and text[start - 1 : start] in _FROM:
        return None
    lower = low.number
    if low.scale != high.scale and (low.scale or lower >= high.number):
        lower = rescaled(lower, low.scale, high.scale)
    both = Numeral(lower, high.scale, "range", high.number)
    if lower >= high.number or _is_name(text, start, far.end(), words_of(far), both, unit):
        return None
    return _with_bounds(text, start, far.end(), both, unit, floor)


def _ends_range(text: str, start: int) -> bool:
    return text[max(0, start - 1) : start] in _JOINERS and text[max(0, start - 2) : start - 1].isdecimal()


def _is_name(text: str, start: int, end: int, words: str, read: Numeral, unit: str) -> bool:
    if unit == "岁" and (read.rule == "range" or _ends_range(text, start)):
        return True  # 0-3岁 says whom, not how much
    if names.is_ordinal(text, start, unit) or names.is_longer_word(text, end, unit, read.number, read.scale):
        return True
    if words[0].isdecimal():
        return names.is_code(text, start, end, unit)
    return names.is_slogan(text, start, end, words, unit)


def _with_bounds(text: str, start: int, end: int, read: Numeral, unit: str, floor: int) -> Quantity | None:
    """The quantity with its sign and the words that bound it; a scale word without digit needs such a word."""
    number, scale, rule, upper, hedge = read
    if text[start - 1 : start] in _SIGNS and _has_minus(text, start, floor, unit):
        number, start = number.copy_negate(), start - 1
    loose = rule == "bare_scale" or unit == "1/2"
    leading = (bounds.before_scale if loose else bounds.before)(text, start, floor)
    trailing = bounds.after(text, end)
    mark = bounds.joined(leading, hedge, trailing)
    if rule == "bare_scale" and not mark.word:
        return None
    start, end = start - len(leading.word), end + len(trailing.word)
    bound: Bound = mark.bound if upper is None else "range"
    return Quantity(text[start:end], start, end, number, scale, unit, bound, mark.word, upper, rule)


def _has_minus(text: str, start: int, floor: int, unit: str) -> bool:
    """A minus stands before the digit and behind no other figure; 负 is one unless it ends a word (减负17亿元)."""
    ahead = text[start - 2 : start - 1]
    if start <= floor or text[start - 1] == "负":
        return start > floor and (ahead not in _NO_MINUS or not ahead)
    return not (ahead.isascii() and ahead.isalnum()) and ahead not in _CLOSED and not is_count(unit)


def _with_tenths(read: Numeral, text: str, end: int) -> tuple[Numeral, int]:
    """九成五 and 九成半 are 9.5 of the unit 成."""
    digit = "五" if text[end] == "半" else text[end]
    tenth = numeral(digit)
    if tenth is None or not 0 < tenth.number < 10 or tenth.scale or read.number != read.number.to_integral_value():
        return read, end
    return read._replace(number=Decimal(f"{read.number}.{tenth.number}")), end + 1


def _share_bounds(text: str, found: list[Quantity]) -> list[Quantity]:
    """50亿元或5亿美元以上: the bound behind the last of two alternatives holds for both."""
    for index in range(len(found) - 1, 0, -1):
        first, second = found[index - 1], found[index]
        joined = text[first.end : second.start] in _OR and first.bound == "exact" and second.upper is None
        if joined and second.text.endswith(second.hedge):
            found[index - 1] = first._replace(bound=second.bound, hedge=second.hedge)
    return found
