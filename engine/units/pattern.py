"""The one pattern that finds figures: a number with its unit, a bare number, a fraction, a half.

It starts with a single character class, which CPython searches for in C, and a run of Chinese numerals is tried
at its first character only, so the search is linear.  It finds too much on purpose; the scanner decides.
"""

from __future__ import annotations

import re
from functools import cache

from engine.units.definitions import spellings
from engine.units.numerals import ARABIC, DIGITS, MAX_LENGTH, NUMERALS, STEPS, VAGUE

BELOW_ONLY = frozenset(("年", "月", "季", "季度", "人民币", "share"))
"""Words that are units behind a stroke (元/年) but dates, periods or names behind a figure."""

_MAY_FOLLOW = (
    rf"[,，;；。、)）!！ \n\t|以及或之左上(（]|[-－–—~～至到]—?[{ARABIC}{NUMERALS}.．]++(?![月年日号季期\-—])|\Z"
)
"""What may stand behind a bare number: the end of a clause, a bound, the other end of a range (and of no period)."""


_BLANK = r"[ \u3000\xa0]?"


@cache
def figures() -> re.Pattern[str]:
    """Groups: unit (as written), whole and part (百分之五: 百, 五), half; a bare number has none of them."""
    arabic = (
        rf"(?<=[{ARABIC}])(?<![{ARABIC}][{ARABIC}])"
        rf"(?:[{ARABIC}]{{0,2}}(?:[,，][{ARABIC}]{{3}}){{1,12}}+(?![{ARABIC}])|[{ARABIC}]*+)"
        rf"(?:[.．][{ARABIC}]++)?"
    )
    # A tail begins with a scale word or a word like 余, and is as short as the unit allows: 2.83万千瓦, 3万4000人.
    tail = rf"(?:{_BLANK}[{STEPS}{VAGUE}][{ARABIC}{NUMERALS}{VAGUE}]{{0,11}}?)??"
    bare = rf"(?:[{STEPS}][{ARABIC}{NUMERALS}{VAGUE}]{{0,11}}+|(?={_MAY_FOLLOW}))"
    chinese = (
        rf"(?<![{NUMERALS}第][{NUMERALS}])(?<=[{NUMERALS}几幾])[{NUMERALS}]{{0,{MAX_LENGTH}}}"
        rf"(?:[点點][{DIGITS}]{{1,20}}[{STEPS}]{{0,2}})?(?:[{VAGUE}][{STEPS}]{{0,2}})?"
    )
    fraction = (
        rf"(?<=[{NUMERALS}])(?P<whole>[{NUMERALS}]{{0,8}})分之"
        rf"(?P<part>[{ARABIC}]++(?:[.．][{ARABIC}]++)?|[{NUMERALS}]{{1,12}}(?:[点點][{DIGITS}]{{1,20}})?)"
    )
    half = r"(?P<half>(?<=一)半|(?<=半)数|(?<=过半))"
    unit = rf"{_BLANK}(?P<unit>{_units()})"
    bare_chinese = rf"{chinese}(?<=[万亿萬億{DIGITS}][万亿萬億{DIGITS}{VAGUE}])(?![一-龥A-Za-z])"
    return re.compile(
        rf"[{ARABIC}{NUMERALS}几幾半](?:{fraction}|(?:{arabic}{tail}|{chinese}){unit}|{arabic}{bare}|{half}|{bare_chinese})"
    )


def _units() -> str:
    """Unit words, longest first, and up to two more behind strokes, which may carry a scale: 吨标准煤/万元."""
    every = sorted(spellings(), key=lambda word: (-len(word), word))
    heads = "|".join(_word(word) for word in every if word not in BELOW_ONLY)
    below = "|".join(_word(word) for word in every)
    return rf"(?:{heads})(?:[/／][百千万亿萬億]{{0,2}}?(?:{below})){{0,2}}"


def _word(word: str) -> str:
    return word + "(?![A-Za-z])" if word.isascii() and word.isalpha() else re.escape(word)
