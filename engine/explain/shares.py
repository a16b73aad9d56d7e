"""Exact shares as decimal strings, always cut toward zero so that no shown figure crosses a threshold."""

from __future__ import annotations

from fractions import Fraction


def cut(number: Fraction, places: int) -> str:
    """The number with exactly `places` decimals, the rest dropped (2/3 at 2 → "0.66")."""
    scaled = abs(number.numerator) * 10**places // number.denominator
    digits = str(scaled).zfill(places + 1)
    sign = "-" if number < 0 and scaled else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def share(number: Fraction) -> str:
    """The number with at most 6 decimals and no needless zeros (11/50 → "0.22", 1/2 → "0.5")."""
    return cut(number, 6).rstrip("0").rstrip(".")


def one_decimal(points: Fraction | None) -> str | None:
    """Points with one decimal (100 → "100.0"), None as None."""
    return None if points is None else cut(points, 1)
