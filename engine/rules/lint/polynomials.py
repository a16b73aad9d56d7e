"""Expressions of a condition in one canonical form, so that those that mean the same are seen to be the same.

``completion - expected`` and ``-expected + completion`` are one sum of products of terms; a quotient by anything but a
figure is kept whole, as a factor of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

MAX_PRODUCTS = 24
"""Sums of more products than this are not taken apart: multiplied out, a hostile one would have millions."""

Product = tuple[Any, ...]
"""The factors of a product in order; none for a plain figure."""
_PLAIN: Product = ()


class Opaque(Exception):
    """An expression that is not taken apart: it has too many products, or quotients in quotients."""


class Polynomial(NamedTuple):
    """A sum of products of terms, each with its exact figure; products in order, none with the figure 0."""

    products: tuple[tuple[Product, Fraction], ...]

    @property
    def names(self) -> frozenset[str]:
        """The terms that it is made of."""
        return frozenset(name for product, _ in self.products for factor in product for name in _names(factor))

    @property
    def has_quotient(self) -> bool:
        """Whether something in it is divided by more than a figure."""
        return any(not isinstance(factor, str) for product, _ in self.products for factor in product)

    @property
    def figure(self) -> Fraction:
        """The part that no term changes."""
        return next((figure for product, figure in self.products if not product), Fraction(0))

    def worked_out(self, facts: Mapping[str, Any]) -> Fraction | None:
        """The value of a case, None where a term in it is not known or something is divided by zero."""
        total = Fraction(0)
        for product, figure in self.products:
            value = figure
            for factor in product:
                part = facts[factor] if isinstance(factor, str) else factor.worked_out(facts)
                if part is None:
                    return None
                value *= part
            total += value
        return total

    def plus(self, other: Polynomial, times: int = 1) -> Polynomial:
        """The sum; the difference with ``times`` -1."""
        sums = dict(self.products)
        for product, figure in other.products:
            sums[product] = sums.get(product, Fraction(0)) + figure * times
        return _of(sums)

    def times(self, other: Polynomial) -> Polynomial:
        """The product, multiplied out."""
        sums: dict[Product, Fraction] = {}
        for left, figure in self.products:
            for right, by in other.products:
                product = tuple(sorted((*left, *right), key=str)) if left and right else left or right
                sums[product] = sums.get(product, Fraction(0)) + figure * by
        return _of(sums)

    def over(self, other: Polynomial) -> Polynomial:
        """The quotient: each figure divided where the divisor is one, else a factor of its own."""
        by = other.figure
        if by and not other.names:
            return Polynomial(tuple((product, figure / by) for product, figure in self.products))
        if self.has_quotient or other.has_quotient:
            raise Opaque  # a quotient that is copied into quotients grows without bound
        return Polynomial((((Quotient(self, other),), Fraction(1)),))

    def split(self) -> tuple[Polynomial, Fraction, Fraction]:
        """The terms with the figure of the first of them made 1, that figure, and the plain figure divided by it."""
        terms = [one for one in self.products if one[0]]
        lead = terms[0][1] if terms else Fraction(1)
        return Polynomial(tuple((product, figure / lead) for product, figure in terms)), lead, self.figure / lead


class Quotient(NamedTuple):
    """One expression divided by another."""

    part: Polynomial
    whole: Polynomial

    def worked_out(self, facts: Mapping[str, Any]) -> Fraction | None:
        """The value of a case, None where it has none."""
        part, whole = self.part.worked_out(facts), self.whole.worked_out(facts)
        return None if part is None or not whole else part / whole


def of_figure(figure: Fraction | int) -> Polynomial:
    """A plain figure."""
    return _of({_PLAIN: Fraction(figure)})


def of_name(name: str) -> Polynomial:
    """A term."""
    return Polynomial((((name,), Fraction(1)),))


def _of(sums: Mapping[Product, Fraction]) -> Polynomial:
    if len(sums) > MAX_PRODUCTS:
        raise Opaque
    if len(sums) == 1:
        return Polynomial(tuple(one for one in sums.items() if one[1]))
    return Polynomial(tuple(sorted((one for one in sums.items() if one[1]), key=_order)))


def _order(one: tuple[Product, Fraction]) -> str:
    return str(one[0])


def _names(factor: Any) -> Iterator[str]:
    if isinstance(factor, str):
        yield factor
    else:
        yield from factor.part.names
        yield from factor.whole.names
