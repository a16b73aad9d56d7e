"""What the figures of conditions can be at all: no month is after December, no count is below 0."""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from engine.rules.language.terms import Term, Terms
from engine.rules.lint.polynomials import Polynomial


class Range(NamedTuple):
    """The least and the greatest value, both included, None where there is no such; ``whole`` numbers only or any."""

    least: Fraction | None = None
    greatest: Fraction | None = None
    whole: bool = False

    def has(self, value: Fraction) -> bool:
        """Whether a value lies in the range."""
        above = self.least is None or self.least <= value
        return (
            above and (self.greatest is None or value <= self.greatest) and not (self.whole and value.denominator > 1)
        )

    def has_between(self, low: Fraction | None, high: Fraction | None) -> bool:
        """Whether a value of the range lies between two others, both left out, None standing for no end.  The ends of
        the range do not lie between them."""
        if (low is None and self.least is not None) or (high is None and self.greatest is not None):
            return False
        if low is None or high is None:
            return (low is None or self._not_above(low)) and (high is None or self._not_below(high))
        return self._not_above(low) and self._not_below(high) and (not self.whole or math.floor(low) + 1 < high)

    def _not_above(self, low: Fraction) -> bool:
        return self.least is None or self.least <= low

    def _not_below(self, high: Fraction) -> bool:
        return self.greatest is None or high <= self.greatest


_MONTHS = (Fraction(1), Fraction(12))
_NOTHING = Fraction(0)

RANGES: Mapping[str, tuple[Fraction | None, Fraction | None]] = MappingProxyType(
    {
        "month": _MONTHS,
        "deadline": _MONTHS,
        "assessed": _MONTHS,
        "months_left": (_NOTHING, Fraction(11)),
        "months_needed": (_NOTHING, None),
        "expected": (_NOTHING, Fraction(2)),  # no schedule asks for more than 200 %
        "worth": (_NOTHING, None),
        "rank": (Fraction(1), None),
        "rank_from_last": (Fraction(1), None),
        "peers": (Fraction(1), None),
        "rung": (Fraction(1), None),
        "target_rung": (Fraction(1), None),
        **dict.fromkeys(
            ("targets", "left_out", "done", "on_track", "lagging", "unreported", "unrated"), (_NOTHING, None)
        ),
    }
)
"""The least and the greatest value of the terms that have one; completion has none, for a figure may fall below 0."""

_WHOLE = ("month", "number")
"""The types of terms whose values are whole numbers."""


def range_of(name: str, terms: Terms) -> Range:
    """The range of one term."""
    term = terms[name]
    return Range(*RANGES.get(name, (None, None)), whole=term.constant is None and term.type in _WHOLE)


def range_of_sum(of: Polynomial, terms: Terms) -> Range:
    """The range of a sum of terms; of one with products of terms nothing is known but whether it is whole."""
    bottom, top, whole = Fraction(0), Fraction(0), True
    lows: list[Fraction | None] = []
    highs: list[Fraction | None] = []
    for product, figure in of.products:
        single = range_of(product[0], terms) if len(product) == 1 and isinstance(product[0], str) else Range()
        ends = (single.least, single.greatest) if figure > 0 else (single.greatest, single.least)
        lows.append(None if ends[0] is None else ends[0] * figure)
        highs.append(None if ends[1] is None else ends[1] * figure)
        whole = whole and single.whole and figure.denominator == 1
    least = None if None in lows else sum((low for low in lows if low is not None), bottom)
    greatest = None if None in highs else sum((high for high in highs if high is not None), top)
    return Range(least, greatest, whole)


def always_known(term: Term) -> bool:
    """Whether the term has a value in every case: the function that works it out says so by what it returns."""
    return term.constant is not None or term.work_out.__annotations__.get("return") in ("bool", "str", "int")
