"""Schedules give the share that is due by a month, exactly."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from engine.rules.schedule import Schedule

MONTHS = st.integers(1, 12)
CURVES = st.dictionaries(MONTHS, st.fractions(0, 1), min_size=1).map(
    lambda found: tuple(zip(sorted(found), sorted(found.values()), strict=True))
)
QUARTERS = tuple((month, Fraction(month, 12)) for month in (3, 6, 9, 12))


def test_the_straight_line_is_months_over_twelve() -> None:
    line = Schedule("序时进度")

    assert [line.expected(month, 12) for month in range(1, 13)] == [Fraction(month, 12) for month in range(1, 13)]
    assert line.straight


def test_an_earlier_deadline_shortens_the_year() -> None:
    assert Schedule("序时进度").expected(3, 6) == Fraction(1, 2)


def test_all_is_due_once_the_deadline_has_come() -> None:
    assert Schedule("序时进度").expected(6, 6) == 1
    assert Schedule("序时进度").expected(9, 6) == 1


def test_steps_hold_until_the_next_point() -> None:
    steps = Schedule("节点", "steps", QUARTERS)

    assert [steps.expected(month, 12) for month in (1, 3, 5, 6, 11, 12)] == [
        0,
        Fraction(1, 4),
        Fraction(1, 4),
        Fraction(1, 2),
        Fraction(3, 4),
        1,
    ]
    assert not steps.straight


def test_a_line_joins_its_points() -> None:
    back_loaded = Schedule("后置", "line", ((6, Fraction(3, 10)), (12, Fraction(1))))

    assert back_loaded.expected(3, 12) == Fraction(15, 100)
    assert back_loaded.expected(9, 12) == Fraction(65, 100)


@given(CURVES, st.sampled_from(["line", "steps"]), MONTHS)
def test_a_schedule_rises_between_nothing_and_all(points: tuple, shape: str, deadline: int) -> None:  # type: ignore[type-arg]
    schedule = Schedule("曲线", shape, points)  # type: ignore[arg-type]

    due = [schedule.expected(month, deadline) for month in range(1, 13)]

    assert due == sorted(due)
    assert all(0 <= share <= 1 for share in due)


def test_a_schedule_above_all_asks_for_more_than_the_target_by_the_years_end() -> None:
    hurried = Schedule("加快", points=((6, Fraction(3, 5)), (12, Fraction(6, 5))))

    assert [hurried.expected(month, 12) * 10 for month in (5, 7, 8, 12)] == [5, 7, 8, 12]
    assert hurried.expected(6, 6) == 1
    assert hurried.expected(3, 6) == Fraction(1, 2)
