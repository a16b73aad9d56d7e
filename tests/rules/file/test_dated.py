"""A value may hold from a day on; the date of the assessment picks the one in force."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

import engine
from engine.rules import Loaded, RuleBook

LaidOver = Callable[..., Loaded]

TOLERANCE = """
thresholds:
  cumulative:
    tolerance:
      - value: 0个百分点
      - {from: 2024-01-01, value: 5个百分点, basis: 督办〔2023〕12号}
      - {from: 2025-07-01, value: 3个百分点}
"""
SCHEDULE = """
schedules: {加快进度: {shape: line, points: {6月: 60%, 12月: 120%}}}
calendar:
  schedule: [{value: 序时进度}, {from: 2022-01-01, value: 加快进度}, {from: 2023-01-01, value: 序时进度}]
"""


def whole(loaded: Loaded) -> RuleBook:
    assert [problem.message for problem in loaded.problems] == []
    assert loaded.book is not None
    return loaded.book


@pytest.mark.parametrize(
    ("day", "points"),
    [
        (date(1999, 1, 1), 0),
        (date(2023, 12, 31), 0),
        (date(2024, 1, 1), 5),
        (date(2025, 6, 30), 5),
        (date(2025, 7, 1), 3),
        (date(2099, 1, 1), 3),
    ],
)
def test_a_threshold_holds_from_its_day_until_the_next(laid_over: LaidOver, day: date, points: int) -> None:
    book = whole(laid_over(TOLERANCE)).on(day)

    tolerance = next(one for one in book.thresholds if (one.scope, one.name) == ("cumulative", "tolerance"))
    assert tolerance.value == Fraction(points, 100)


def test_a_book_without_dated_values_is_the_same_on_every_day(laid_over: LaidOver) -> None:
    book = whole(laid_over(""))

    assert book.on(date(1999, 1, 1)) is book is book.on(date(2099, 1, 1))


def test_a_schedule_holds_for_its_years(laid_over: LaidOver) -> None:
    book = whole(laid_over(SCHEDULE))

    due = [book.on(date(year, 5, 31)).calendar.schedule.expected(5, 12) for year in (2021, 2022, 2023)]
    assert due == [Fraction(5, 12), Fraction(1, 2), Fraction(5, 12)]


def test_a_condition_may_be_dated_too(laid_over: LaidOver) -> None:
    text = """
verdicts:
  cumulative:
    - id: amount-ahead
      when: [{value: completion > expected}, {from: 2024-01-01, value: completion > expected + 10%}]
      status: on_track
      grade: 超序时
      because: 超{gap}
"""
    book = whole(laid_over(text))

    texts = {}
    for year in (2023, 2024):
        rules = book.on(date(year, 6, 1)).verdicts.by_kind["cumulative"]
        texts[year] = next(rule.when.text for rule in rules if rule.ref.id == "amount-ahead")
    assert texts == {2023: "completion > expected", 2024: "completion > expected + 10%"}


def test_an_assessment_goes_by_its_date(tmp_path) -> None:  # type: ignore[no-untyped-def]
    rules = tmp_path / "own.yaml"
    rules.write_text('extends: 自带规则\nmeta: {name: 甲, version: "1"}\n' + TOLERANCE, encoding="utf-8")

    told = {
        year: engine.assess_text(
            target="全年新建绿道10公里", progress="1-6月新建绿道4.6公里", as_of=f"{year}-06-30", rules=rules
        ).status
        for year in (2023, 2024, 2026)
    }

    assert told == {2023: "lagging", 2024: "on_track", 2026: "lagging"}


def test_a_period_keeps_its_basis_and_so_does_a_value_that_never_changes(laid_over: LaidOver) -> None:
    once = "thresholds: {all: {near_miss: {value: 3个百分点, basis: 督办〔2020〕1号}}}\n"

    bases = {day: whole(laid_over(TOLERANCE)).on(day) for day in (date(2023, 1, 1), date(2024, 1, 1))}
    tolerance = [next(one for one in book.thresholds if one.scope == "cumulative") for book in bases.values()]
    near_miss = next(one for one in whole(laid_over(once)).thresholds if one.name == "near_miss")

    assert [one.basis for one in tolerance] == [None, "督办〔2023〕12号"]
    assert (near_miss.value * 100, near_miss.basis) == (3, "督办〔2020〕1号")


def test_a_grade_of_a_later_day_can_have_a_light(laid_over: LaidOver) -> None:
    text = """
verdicts:
  gauge:
    - id: gauge-short
      when: not meets
      status: lagging
      grade: [{value: 滞后}, {from: 2024-01-01, value: 红牌}]
      because: 差{shortfall}
lights: {grades: {红牌: yellow}}
"""
    assert whole(laid_over(text)).on(date(2024, 1, 1)).light("lagging", "红牌") == "yellow"


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ("[{from: 2024-01-01, value: 5%}]", "第一段不写 from"),
        ("[{value: 5%}, {value: 6%}]", "缺少“from”"),
        ("[{value: 5%}, {from: 2024-13-01, value: 6%}]", "应是日期,例如 2024-01-01"),
        ("[{value: 5%}, {from: 2024年1月, value: 6%}]", "应是日期,例如 2024-01-01"),
        ("[{value: 5%}, {from: 2025-01-01, value: 6%}, {from: 2025-01-01, value: 7%}]", "日期须逐段往后"),
        ("[{value: 5%}, {from: 2025-01-01, value: 6}]", "应为份额"),
        ("[{value: 5%, until: 2025-01-01}]", "不认识的项“until”"),
    ],
)
def test_a_dated_value_with_a_mistake_is_refused(laid_over: LaidOver, entries: str, message: str) -> None:
    book, problems = laid_over(f"thresholds: {{cumulative: {{tolerance: {entries}}}}}\n")

    assert book is None
    assert any(message in problem.message for problem in problems)
