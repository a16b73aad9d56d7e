"""The values of one quantity cut into cells: between the figures that it is compared with they make no difference.

A set of values is a whole number with a bit for each cell, so that cutting and joining sets is exact and quick.  The
last cell stands for a value that is not known; no comparison holds there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any, Protocol

from engine.rules.language.terms import Terms
from engine.rules.lint.boxes import Cells
from engine.rules.lint.comparisons import Comparison, Figures, Pair, Truth, Words
from engine.rules.lint.ranges import always_known, range_of_sum
from engine.rules.lint.samples import between


class Axis(Protocol):
    """The cells of one quantity.  ``domain`` are those that are possible, ``unknown`` the one for no value, and
    ``names`` the terms that it is made of."""

    names: tuple[str, ...]
    domain: Cells
    unknown: Cells

    def held(self, comparison: Comparison) -> Cells:
        """Where a comparison of the quantity holds."""

    def cell(self, facts: Mapping[str, Any]) -> Cells:
        """The one in which a case lies."""

    def samples(self, cells: Cells) -> Iterator[Any]:
        """A value from each of the cells, without the unknown one."""


class FigureAxis:
    """Cells between figures: below the first, the first itself, between the first and the second, and so on."""

    def __init__(self, quantity: Figures, figures: Iterable[Fraction], terms: Terms) -> None:
        self.of = quantity.of
        self.names = tuple(sorted(self.of.names))
        self.range = range_of_sum(self.of, terms)
        ends = (end for end in self.range[:2] if end is not None)
        self.cuts = sorted({*figures, *ends})
        self.share = all(terms[name].type == "share" for name in self.names)
        self.unknown = 1 << (2 * len(self.cuts) + 1)
        self.domain = self._possible() | (0 if _all_known(self, terms) else self.unknown)

    def held(self, comparison: Comparison) -> Cells:
        """Where a comparison of the quantity with a figure holds."""
        at = 2 * bisect_left(self.cuts, comparison.value) + 1
        known = self.unknown - 1
        point, above = 1 << at, known >> (at + 1) << (at + 1)
        below = point - 1
        signs = {
            ">=": point | above,
            ">": above,
            "<=": point | below,
            "<": below,
            "==": point,
            "!=": above | below,
        }
        return signs[comparison.sign] & self.domain

    def cell(self, facts: Mapping[str, Any]) -> Cells:
        """The one in which a case lies."""
        value = self.of.worked_out(facts)
        if value is None:
            return self.unknown
        at = bisect_left(self.cuts, value)
        is_cut = at < len(self.cuts) and self.cuts[at] == value
        return 1 << (2 * at + is_cut)

    def samples(self, cells: Cells) -> Iterator[Fraction]:
        """A round figure from each of the cells."""
        for number in range(2 * len(self.cuts) + 1):
            if cells >> number & 1:
                yield self.cuts[number // 2] if number % 2 else between(*self._ends(number), self.range, self.share)

    def _possible(self) -> Cells:
        if not self.names:
            return self.cell({})
        cells = sum(2 << 2 * number for number, cut in enumerate(self.cuts) if self.range.has(cut))
        for number in range(0, 2 * len(self.cuts) + 1, 2):
            cells |= self.range.has_between(*self._ends(number)) << number
        return cells

    def _ends(self, number: int) -> tuple[Fraction | None, Fraction | None]:
        at = number // 2
        return (self.cuts[at - 1] if at else None), (self.cuts[at] if at < len(self.cuts) else None)


class TextAxis:
    """A cell for each text that is named, and one for all others where there can be others."""

    def __init__(self, quantity: Words | Truth | Pair, texts: Iterable[Any], closed: bool, terms: Terms) -> None:
        self.names: tuple[str, ...] = quantity.names if isinstance(quantity, Pair) else (quantity.name,)
        self.pair = isinstance(quantity, Pair)
        self.texts = tuple(dict.fromkeys(texts))
        self.other = 1 << len(self.texts)
        self.unknown = self.other << 1
        known = self.other - 1 | (0 if closed else self.other)
        self.domain = known | (0 if _all_known(self, terms) else self.unknown)

    def held(self, comparison: Comparison) -> Cells:
        """Where the text is, or is not, the one that it is compared with."""
        same = self._of(comparison.value)
        return (same if comparison.sign == "==" else ~same & ~self.unknown) & self.domain

    def cell(self, facts: Mapping[str, Any]) -> Cells:
        """The one in which a case lies."""
        values = [facts[name] for name in self.names]
        if None in values:
            return self.unknown
        return self._of(values[0] == values[1] if self.pair else values[0])

    def samples(self, cells: Cells) -> Iterator[Any]:
        """The texts of the cells, and one that is none of them."""
        yield from (text for text in self.texts if cells & self._of(text))
        if cells & self.other:
            yield "其他"

    def _of(self, text: Any) -> Cells:
        return 1 << self.texts.index(text) if text in self.texts else self.other


def _all_known(axis: Any, terms: Terms) -> bool:
    return all(always_known(terms[name]) for name in axis.names)
