"""Numeral words -> exact numbers: 27,469 · 1.5万 · 一千二百万 · 二十万亿 · 三万五 · 3万4000 · 两三百 · 三十几万.

Written from the written-number grammar (a group below 万, a group below 亿, 零 for a gap), with two habits of
speech: a last digit takes the scale below the one before it (三万五 is 35000), and two neighbouring digits are
a range (两三个 is 2 to 3).  Nothing here depends on the global decimal context.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from engine.model import EXACT, SCALES

DIGITS = "零〇○一二三四五六七八九两兩壹贰貳叁參叄肆伍陆陸柒捌玖"
STEPS = "十百千万亿拾佰仟萬億"
NUMERALS = DIGITS + STEPS
ARABIC = "0-9０-９"
VAGUE = "余餘多几幾来來"
"""Words inside a number that leave its end open: 50余个, 3万多人, 十几个."""

MAX_LENGTH = 40
"""Longer runs are identifiers, not amounts."""

_PLAIN = str.maketrans(
    "０１２３４５６７８９．点點〇○两兩壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟萬億餘幾來",
    "0123456789...零零二二一二二三三三四五六六七八九十百千万亿余几来",
    ",， \u3000\xa0",
)
_VALUE = {digit: number for number, digit in enumerate("零一二三四五六七八九")}
_STEP = {"亿": 10**8, "万": 10**4, "千": 1000, "百": 100, "十": 10}
_SIMPLE = re.compile(r"([0-9]+(?:\.[0-9]+)?)([十百千万亿]*)")
_SPOKEN_DECIMAL = re.compile(r"([零一二三四五六七八九十百千]+)\.([零一二三四五六七八九]+)([十百千万亿]*)")
_VAGUE = re.compile(r"(.*?)([余多几来])([十百千万亿]*)")
_NEIGHBOURS = re.compile(r"((?:.*[十百千万亿])?)([一二三四五六七八九])([二三四五六七八九])([十百千万亿]*)")
_POSITIONAL = re.compile(r"[一二三四五六七八九][零一二三四五六七八九]{2,}|[一二三四五六七八九]零")


class Numeral(NamedTuple):
    """A number as written: ``number`` times ``scale`` is the amount.

    ``rule`` says how it was read: arabic, chinese, mixed, colloquial, approximate, bare_scale (a scale word
    without digit: 百, 万); ``upper`` ends an approximate range, ``hedge`` is the word that leaves the end open.
    """

    number: Decimal
    scale: str
    rule: str
    upper: Decimal | None = None
    hedge: str = ""

    @property
    def value(self) -> Decimal:
        """``number`` with the scale word multiplied out, exactly."""
        return rescaled(self.number, self.scale, "")


def numeral(words: str) -> Numeral | None:
    """Read a numeral; None where the words are none (一千一千, 零, 1.2.3) or longer than ``MAX_LENGTH``."""
    if len(words) > MAX_LENGTH:
        return None
    simple = _SIMPLE.fullmatch(words)  # nine in ten figures: no other spelling to try
    if simple and simple[2] in SCALES:
        return Numeral(Decimal(simple[1]), simple[2], "arabic")
    plain = words.translate(_PLAIN)
    vague = _VAGUE.fullmatch(plain)
    if vague is None:
        return _exact(plain) or _approximate(plain)
    found = _exact((vague[1] or "一") + vague[3]) if vague[1] or vague[2] == "几" else None
    return found and found._replace(hedge=vague[2], rule="approximate" if vague[2] == "几" else found.rule)


def _exact(plain: str) -> Numeral | None:
    simple = _SIMPLE.fullmatch(plain)
    if simple and simple[2] in SCALES:
        return Numeral(Decimal(simple[1]), simple[2], "arabic")
    spoken = _SPOKEN_DECIMAL.fullmatch(plain)
    if spoken and spoken[3] in SCALES:
        whole = _amount(spoken[1])
        places = "".join(str(_VALUE[digit]) for digit in spoken[2])
        return None if whole is None else Numeral(Decimal(f"{whole}.{places}"), spoken[3], "chinese")
    return _integer(plain)


def _integer(plain: str) -> Numeral | None:
    if _POSITIONAL.fullmatch(plain):
        return Numeral(Decimal("".join(str(_VALUE[digit]) for digit in plain)), "", "chinese")
    amount = _amount(plain)
    if not amount:
        return None
    if all(char in _STEP and char != "十" for char in plain):
        return _trailing(amount, plain, "bare_scale")
    if len(plain) > 2 and plain[-1] not in _STEP and plain[-2] in "百千万亿":
        return Numeral(Decimal(amount), "", "colloquial")
    return _trailing(amount, plain, "mixed" if re.search(r"[0-9]", plain) else "chinese")


def _trailing(amount: int, plain: str, rule: str) -> Numeral:
    """Leave 万 and 亿 at the end in the scale, as the source has them: 一千二百万 is 1200 times 万."""
    scale = next((scale for scale in ("万亿", "亿", "万") if plain.endswith(scale)), "")
    return Numeral(Decimal(amount // SCALES[scale]), scale, rule)


def _amount(words: str) -> int | None:
    """The integer that the words say, None where they break the grammar."""
    if words.isdecimal():
        return int(words)
    if len(words) == 1 and words in _VALUE:
        return _VALUE[words]
    for step, size in _STEP.items():
        head, found, tail = words.rpartition(step)
        if found:
            return _compose(head, size, tail)
    return None


def _compose(head: str, size: int, tail: str) -> int | None:
    """head × size + tail, where a head below 万 is one digit and a lone last digit counts in the next step down."""
    many = _amount(head.lstrip("零")) if head else 1
    if many is None or (size <= 1000 and head and not head.lstrip("零").isnumeric()):
        return None
    rest = _amount(tail.lstrip("零")) if tail.strip("零") else 0
    if rest is None or rest >= size:
        return None
    return many * size + (rest * size // 10 if len(tail) == 1 else rest)


def _approximate(plain: str) -> Numeral | None:
    """两三个, 三五百, 十二三: two digits side by side are the ends of a range."""
    pair = _NEIGHBOURS.fullmatch(plain)
    if pair is None or (_VALUE[pair[3]] - _VALUE[pair[2]] != 1 and pair[2] + pair[3] != "三五"):
        return None
    lower, upper = (_exact(pair[1] + digit + pair[4]) for digit in (pair[2], pair[3]))
    if lower is None or upper is None:
        return None
    return lower._replace(upper=upper.number, rule="approximate")


def rescaled(number: Decimal, scale: str, other: str) -> Decimal:
    """The same amount counted in another scale word, exactly: 8000 without scale is 0.8 万."""
    return number.scaleb(len(str(SCALES[scale])) - len(str(SCALES[other])), EXACT)
