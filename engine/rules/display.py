"""Exact figures in words for people: rounded half up, but never so far that a figure reaches a limit it misses."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

MAX_PLACES = 6
_FULL = Fraction(1)
_NOTHING = Fraction(0)


def share_text(share: Fraction, *limits: Fraction | None) -> str:
    """A share in percent, rounded half up to one decimal: 2/3 is 66.7%.

    The decimals grow (up to six) while the share would look like one of the ``limits`` that it is compared with.
    """
    return _written(_percent(share, limits)) + "%"


def completion_text(completion: Fraction, expected: Fraction | None, lines: tuple[Fraction, ...] = ()) -> str:
    """A completion beside what is due: 99.96 % never reads 100%, and 49.97 % never 50% where 50 % is due, nor 19.99 %
    20% where one of the ``lines`` that rules draw is there."""
    return share_text(completion, expected, _FULL, *lines)


def gap_text(completion: Fraction, expected: Fraction, lines: tuple[Fraction, ...] = ()) -> str:
    """The distance between the two as they are shown, without its sign, so that the sum can be done again by hand:
    46.4% and 41.7% are 4.7个百分点 apart."""
    difference = _percent(completion, (expected, _FULL, *lines)) - _percent(expected, (completion,))
    return _written(abs(difference)) + "个百分点"


def points_text(share: Fraction) -> str:
    """The size of a difference between figures in percent, in points and without its sign: 0.38个百分点."""
    return figure_text(abs(share) * 100) + "个百分点"


def figure_text(figure: Fraction) -> str:
    """A figure as exact as six decimals can write it; else half up to one decimal, more where it would be 0."""
    whole = _half_up(figure, MAX_PLACES)
    return _written(whole if whole == figure else _rounded(figure, (_NOTHING,)))


def floored(value: Fraction, places: int, shift: int = 0) -> Decimal:
    """The value times ten to ``shift`` with so many decimals, rounded down, zeros at the end dropped.

    Exact under any decimal context.
    """
    scaled = value * 10 ** (places + shift)
    return Decimal(_text(scaled.numerator // scaled.denominator, places))


def written(value: Decimal, unit: str | None) -> str:
    """A value with its unit as the source writes it."""
    return f"{value:f}{unit or ''}"


def places_of(value: Decimal | None) -> int:
    """How many decimals a value is written with."""
    exponent = value.as_tuple().exponent if value is not None else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _percent(share: Fraction, limits: tuple[Fraction | None, ...]) -> Fraction:
    """The share in percent as it is shown."""
    return _rounded(share * 100, tuple(limit * 100 for limit in limits if limit is not None))


def _rounded(value: Fraction, limits: tuple[Fraction, ...]) -> Fraction:
    """Half up to the fewest decimals at which the value looks like no limit; at six it is moved off the limit."""
    others = [limit for limit in limits if limit != value]
    for places in range(1, MAX_PLACES + 1):
        shown = _half_up(value, places)
        alike = [limit for limit in others if _half_up(limit, places) == shown]
        if not alike:
            return shown
    step = Fraction(1, 10**MAX_PLACES)
    down = value // step * step
    return down if value == down or value < alike[0] else down + step


def _half_up(value: Fraction, places: int) -> Fraction:
    """The nearest figure with so many decimals; a half goes away from zero, above it and below."""
    scaled = abs(value) * 10**places + Fraction(1, 2)
    nearest = Fraction(scaled.numerator // scaled.denominator, 10**places)
    return -nearest if value < 0 else nearest


def _written(value: Fraction) -> str:
    """A value of six decimals at most, zeros at the end dropped."""
    return _text(int(value * 10**MAX_PLACES), MAX_PLACES)


def _text(count: int, places: int) -> str:
    """A number of units of the last decimal, written out without an exponent."""
    digits = str(abs(count)).zfill(places + 1)
    whole, rest = digits[: len(digits) - places], digits[len(digits) - places :].rstrip("0")
    return ("-" if count < 0 else "") + whole + ("." + rest if rest else "")
