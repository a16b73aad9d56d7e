"""One hit of the pattern on its own: its number and its unit, worked out once for each wording."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from engine.units import names
from engine.units.definitions import spellings
from engine.units.numerals import Numeral, numeral

NOTHING = Numeral(Decimal(0), "", "none")
"""What stands for a hit that is no number."""

_PLAIN_SCALES = str.maketrans("萬億", "万亿")


@lru_cache(maxsize=4096)
def token(hit: str, written: str) -> tuple[Numeral, str, bool]:
    """Number and unit of a hit, and whether only its neighbours could make it anything but an exact amount."""
    unit, words = plain_unit(written), hit[: -len(written)].rstrip()
    read = numeral(words)
    if read is None:
        return NOTHING, unit, False
    plain = read.rule == "arabic" and not read.hedge and words[0].isdecimal() and unit not in names.DELICATE
    return read, unit, plain


def words_of(match: re.Match[str]) -> str:
    """The number's own words, without the unit and the blank before it."""
    written = match["unit"]
    return match[0][: -len(written)].rstrip() if written else match[0]


@lru_cache(maxsize=1024)
def plain_unit(written: str) -> str:
    """A written unit in the words of definitions.txt: ％ is %, 萬元 behind a stroke is 万元."""
    head, *below = written.replace("／", "/").split("/")
    return "/".join([spellings()[head], *map(_plain_below, below)])


def _plain_below(written: str) -> str:
    word = written if written in spellings() else written.lstrip("百千万亿萬億")
    return written[: len(written) - len(word)].translate(_PLAIN_SCALES) + spellings()[word]
