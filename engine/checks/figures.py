"""The arithmetic of printed figures: how far one may stand from the true amount, and whether two agree.

A printed figure is rounded or cut off at its last digit, so a printed ratio may differ from the one that was worked
out by less than one unit of its last digit, and an amount with decimals stands for any within half a unit of its.
A count is exact, and so is a whole number that something is measured against (计划5亿元).
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from engine.model import SCALES, Quantity
from engine.units import factor, is_count

PERCENTS = {"%": Fraction(1), "‰": Fraction(1, 10), "成": Fraction(10)}
"""Percent in one of each unit."""

_SMOOTHED = Fraction(1, 1000)
"""How far a whole number that something is measured against may have been smoothed (410.08亿元 told as 410亿元)."""


def value(figure: Quantity) -> Fraction:
    """The exact amount in its unit, scale word included."""
    return Fraction(figure.value)


def percent(figure: Quantity) -> Fraction:
    """The amount of a share in percent."""
    return value(figure) * PERCENTS[figure.unit]


def last_digit(figure: Quantity) -> Fraction:
    """What one unit of the last printed digit is worth, in the figure's unit (88.3% → 1/10, 1.5万人 → 1000)."""
    return Fraction(1, 10 ** places(figure.number)) * SCALES[figure.scale]


def places(number: Decimal) -> int:
    """How many decimals a number is printed with."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def alike(figure: Quantity, other: Quantity) -> bool:
    """Whether two figures have the same unit, scale words aside."""
    return figure.unit == other.unit


def gives(part: Quantity, whole: Quantity, stated: Fraction, unit: Fraction) -> bool:
    """Whether ``stated`` percent, printed to steps of ``unit``, is the share of ``part`` in ``whole``."""
    return _within(part, whole, stated, unit, _spread(part) / 2, _half_digit(whole))


def nearly_gives(part: Quantity, whole: Quantity, stated: Fraction, unit: Fraction) -> bool:
    """Whether ``stated`` percent would be that share if the amounts had been cut off at their last digit, or a whole
    number smoothed a little."""
    cut_off = _spread(whole) if places(whole.number) else min(_spread(whole), value(whole) * _SMOOTHED)
    return _within(part, whole, stated, unit, _spread(part), max(_half_digit(whole), cut_off))


def share(part: Quantity, whole: Quantity) -> Fraction:
    """The share of a part in percent; units of the two must be comparable, the whole not zero."""
    return value(part) * 100 * factor(part.unit, whole.unit) / value(whole)


def _within(part: Quantity, whole: Quantity, stated: Fraction, unit: Fraction, loose: Fraction, firm: Fraction) -> bool:
    """Whether the printed share is that of some part within ``loose`` and some whole within ``firm`` of those given."""
    top, bottom = value(part), value(whole)
    if bottom <= firm:
        return False
    not_above = (top - loose) * 100 < (stated + unit) * (bottom + firm)
    return not_above and (top + loose) * 100 > (stated - unit) * (bottom - firm)


def _half_digit(whole: Quantity) -> Fraction:
    """Half a unit of the last digit of a whole with decimals; one without is taken as exact."""
    return _spread(whole) / 2 if places(whole.number) else Fraction(0)


def _spread(figure: Quantity) -> Fraction:
    """One unit of the last digit; nothing for a plain count, which is exact."""
    exact = is_count(figure.unit) and not figure.scale and not places(figure.number)
    return Fraction(0) if exact else last_digit(figure)


def printed(figure: Quantity, among: Iterable[Quantity] = ()) -> str:
    """The figure with its written digits; with its unit where others have another one (3.2亿元 beside 5000万元)."""
    plain = f"{figure.number:f}"
    same = all(other.written_unit == figure.written_unit for other in among)
    return plain if same else plain + figure.written_unit


def rounded(number: Fraction, decimals: int) -> str:
    """A number that was worked out, rounded half up to at most so many decimals, without needless zeros."""
    scaled = (abs(number) * 10**decimals * 2 + 1) // 2
    digits = str(scaled).zfill(decimals + 1)
    whole, rest = digits[: len(digits) - decimals], digits[len(digits) - decimals :].rstrip("0")
    sign = "-" if number < 0 and scaled else ""
    return sign + whole + ("." + rest if rest else "")


def exactly(number: Fraction) -> str:
    """A sum or difference of printed decimals, with every digit that it has."""
    decimals = 0
    while (number * 10**decimals).denominator != 1 and decimals < 30:
        decimals += 1
    return rounded(number, decimals)


def in_unit(number: Fraction, figure: Quantity) -> str:
    """An amount in the unit of a figure, written as that figure is (429个, 0.5亿元)."""
    return exactly(number / SCALES[figure.scale]) + figure.written_unit
