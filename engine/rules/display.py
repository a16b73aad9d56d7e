"""Exact figures in words for people.  Rounding goes down, so that no figure is shown on the other side of a limit."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

MAX_PLACES = 6
_NOTHING = Fraction(0)


def share_text(share: Fraction, against: Fraction | None = None) -> str:
    """A share in percent with at most one decimal, rounded down: 99.96 % is 99.9%, never 100%.

    With ``against`` the decimals grow (up to six) until the two figures no longer look alike.
    """
    return _shown(share, against, 2) + "%"


def points_text(share: Fraction) -> str:
    """The size of a difference between shares in percentage points, without its sign: 28个百分点."""
    return _shown(abs(share), _NOTHING, 2) + "个百分点"


def figure_text(figure: Fraction, against: Fraction | None = None) -> str:
    """A figure with one decimal, rounded down, more where it would look like ``against``."""
    return _shown(figure, against, 0)


def floored(value: Fraction, places: int, shift: int = 0) -> Decimal:
    """The value times ten to ``shift`` with so many decimals, rounded down, zeros at the end dropped.

    Exact under any decimal context.
    """
    return Decimal(_text(_floor(value, places + shift), places))


def written(value: Decimal, unit: str | None) -> str:
    """A value with its unit as the source writes it."""
    return f"{value:f}{unit or ''}"


def places_of(value: Decimal | None) -> int:
    """How many decimals a value is written with."""
    exponent = value.as_tuple().exponent if value is not None else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _shown(value: Fraction, against: Fraction | None, shift: int) -> str:
    shown, places = _floor(value, 1 + shift), 1
    while against is not None and shown == _floor(against, places + shift) and places < MAX_PLACES:
        if value == against:
            break
        places += 1
        shown = _floor(value, places + shift)
    return _text(shown, places)


def _floor(value: Fraction, places: int) -> int:
    """The value in units of the last decimal kept, rounded down."""
    return int(value.numerator * 10**places // value.denominator)


def _text(count: int, places: int) -> str:
    """A number of units of the last decimal, written out without an exponent."""
    digits = str(abs(count)).zfill(places + 1)
    whole, rest = digits[: len(digits) - places], digits[len(digits) - places :].rstrip("0")
    return ("-" if count < 0 else "") + whole + ("." + rest if rest else "")
