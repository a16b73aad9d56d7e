"""Figures for people are rounded half up, and never stand on the other side of a limit."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules import share_text
from engine.rules.display import completion_text, figure_text, floored, gap_text, places_of, points_text


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (Fraction(2, 3), "66.7%"),
        (Fraction(1, 6), "16.7%"),
        (Fraction(4445, 10000), "44.5%"),
        (Fraction(1, 2), "50%"),
        (Fraction(579, 1000), "57.9%"),
        (Fraction(1086, 1000), "108.6%"),
        (Fraction(5, 12), "41.7%"),
        (Fraction(0), "0%"),
        (Fraction(-1, 3), "-33.3%"),
        (Fraction(-4445, 10000), "-44.5%"),
        (Fraction(-1, 5000), "0%"),
    ],
)
def test_a_share_is_rounded_half_up(share: Fraction, shown: str) -> None:
    assert share_text(share) == shown


def test_two_shares_that_differ_look_different() -> None:
    assert share_text(Fraction(49999, 100000), Fraction(1, 2)) == "49.999%"
    assert share_text(Fraction(58331, 100000), Fraction(7, 12)) == "58.331%"
    assert share_text(Fraction(7, 12), Fraction(58331, 100000)) == "58.333%"


@pytest.mark.parametrize(
    ("completion", "expected", "shown"),
    [
        (Fraction(9996, 10000), Fraction(1, 2), "99.96%"),
        (Fraction(999999999, 10**9), None, "99.999999%"),
        (Fraction(10004, 10000), Fraction(1, 2), "100.04%"),
        (Fraction(4997, 10000), Fraction(1, 2), "49.97%"),
        (Fraction(4997, 10000), Fraction(5, 12), "50%"),
        (Fraction(1), Fraction(1), "100%"),
    ],
)
def test_a_completion_never_reads_as_what_is_due_or_as_all(
    completion: Fraction, expected: Fraction | None, shown: str
) -> None:
    assert completion_text(completion, expected) == shown


def test_a_gap_is_the_difference_of_the_figures_shown() -> None:
    assert gap_text(Fraction(18568, 40000), Fraction(5, 12)) == "4.7个百分点"
    assert gap_text(Fraction(22, 100), Fraction(1, 2)) == "28个百分点"
    assert gap_text(Fraction(4997, 10000), Fraction(1, 2)) == "0.03个百分点"


@given(st.fractions(0, 2), st.fractions(0, 1))
def test_whoever_subtracts_the_figures_shown_finds_the_gap_shown(completion: Fraction, expected: Fraction) -> None:
    done, due = shown_figure(completion_text(completion, expected)), shown_figure(share_text(expected, completion))

    assert abs(done - due) == shown_figure(gap_text(completion, expected))


def test_a_difference_of_written_figures_is_shown_whole_and_without_its_sign() -> None:
    assert points_text(Fraction(-28, 100)) == "28个百分点"
    assert points_text(Fraction(-38, 10000)) == "0.38个百分点"
    assert points_text(Fraction(0)) == "0个百分点"


def test_figures_have_no_exponent_and_never_read_as_nothing() -> None:
    assert figure_text(Fraction(10**9)) == "1000000000"
    assert figure_text(Fraction(1, 1000)) == "0.001"
    assert figure_text(Fraction(100, 3)) == "33.3"
    assert figure_text(Fraction(1, 300)) == "0.003"


@pytest.mark.parametrize(("written", "places"), [("10", 0), ("2.20", 2), ("1E+3", 0)])
def test_places_are_counted_as_written(written: str, places: int) -> None:
    assert places_of(Decimal(written)) == places


def shown_figure(text: str) -> Fraction:
    return Fraction(text.removesuffix("个百分点").removesuffix("%"))


@given(st.fractions(-2, 2), st.integers(-2000, 2000))
def test_no_share_crosses_the_threshold_that_it_is_held_against(share: Fraction, tenths: int) -> None:
    threshold = Fraction(tenths, 1000)
    shown = shown_figure(share_text(share, threshold)) / 100

    assert (shown > threshold, shown < threshold) == (share > threshold, share < threshold)


@given(st.fractions(-2, 2), st.fractions(-2, 2))
def test_two_shares_held_against_each_other_keep_their_order(one: Fraction, other: Fraction) -> None:
    shown = shown_figure(share_text(one, other)), shown_figure(share_text(other, one))

    assert (shown[0] < shown[1], shown[0] == shown[1]) == (one < other, one == other)


@given(st.fractions(-2, 2), st.fractions(-2, 2))
def test_order_is_kept(one: Fraction, other: Fraction) -> None:
    shown = [shown_figure(share_text(share)) for share in sorted((one, other))]

    assert shown == sorted(shown)


@given(st.fractions(-1000, 1000), st.integers(0, 4))
def test_rounding_down_loses_less_than_one_place(value: Fraction, places: int) -> None:
    kept = Fraction(floored(value, places))

    assert 0 <= value - kept < Fraction(1, 10**places)
