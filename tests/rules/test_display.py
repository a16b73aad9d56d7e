"""Figures for people never stand on the other side of a limit."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules import share_text
from engine.rules.display import figure_text, floored, places_of, points_text


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (Fraction(9996, 10000), "99.9%"),
        (Fraction(4997, 10000), "49.9%"),
        (Fraction(1, 2), "50%"),
        (Fraction(579, 1000), "57.9%"),
        (Fraction(1086, 1000), "108.6%"),
        (Fraction(5, 12), "41.6%"),
        (Fraction(0), "0%"),
        (Fraction(-1, 3), "-33.4%"),
    ],
)
def test_a_share_is_rounded_down(share: Fraction, shown: str) -> None:
    assert share_text(share) == shown


def test_two_shares_that_differ_look_different() -> None:
    assert share_text(Fraction(49999, 100000), Fraction(1, 2)) == "49.9%"
    assert share_text(Fraction(58331, 100000), Fraction(7, 12)) == "58.331%"
    assert share_text(Fraction(7, 12), Fraction(58331, 100000)) == "58.333%"


def test_a_difference_is_shown_without_its_sign_and_never_as_nothing() -> None:
    assert points_text(Fraction(-28, 100)) == "28个百分点"
    assert points_text(Fraction(-3, 10000)) == "0.03个百分点"
    assert points_text(Fraction(0)) == "0个百分点"


def test_figures_have_no_exponent() -> None:
    assert figure_text(Fraction(10**9)) == "1000000000"
    assert figure_text(Fraction(1, 1000)) == "0"


@pytest.mark.parametrize(("written", "places"), [("10", 0), ("2.20", 2), ("1E+3", 0)])
def test_places_are_counted_as_written(written: str, places: int) -> None:
    assert places_of(Decimal(written)) == places


@given(st.fractions(-2, 2), st.integers(-2000, 2000))
def test_no_share_crosses_a_threshold(share: Fraction, tenths: int) -> None:
    threshold = Fraction(tenths, 1000)
    shown = Fraction(share_text(share).rstrip("%")) / 100

    assert (shown >= threshold) == (share >= threshold)


@given(st.fractions(-2, 2), st.fractions(-2, 2))
def test_order_is_kept(one: Fraction, other: Fraction) -> None:
    shown = [Fraction(share_text(share).rstrip("%")) for share in sorted((one, other))]

    assert shown == sorted(shown)


@given(st.fractions(-1000, 1000), st.integers(0, 4))
def test_rounding_down_loses_less_than_one_place(value: Fraction, places: int) -> None:
    kept = Fraction(floored(value, places))

    assert 0 <= value - kept < Fraction(1, 10**places)
