"""Schedules and thresholds that nothing uses are told, and what is accepted without need."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.rules import Loaded, loads

Found = Callable[..., list[tuple[str, str]]]
OTHERWISE = ("其他", "unrated", "无法评判")
QUARTERS = "  季末: {{shape: steps, points: {{6月: 50%, 12月: 100%}}{more}}}"


def test_a_schedule_that_nothing_names_is_found(found: Found) -> None:
    told = found(schedules=QUARTERS.format(more=""))

    assert told == [("rules-unused", "进度安排“季末”没有用到:calendar 和 indicators 都没有指定它")]


def test_a_schedule_that_an_indicator_names_is_used(found: Found) -> None:
    indicators = "[{name: 支出, schedule: 季末}]"

    assert found(schedules=QUARTERS.format(more=""), indicators=indicators) == []


def test_a_schedule_that_is_named_from_a_day_on_is_used(found: Found) -> None:
    indicators = "[{name: 支出, schedule: [{value: 序时}, {from: 2024-01-01, value: 季末}]}]"

    assert found(schedules=QUARTERS.format(more=""), indicators=indicators) == []


def test_an_author_can_keep_a_schedule_for_later(found: Found) -> None:
    assert found(schedules=QUARTERS.format(more=", allow: [rules-unused]")) == []


def test_a_threshold_that_nothing_names_is_found(found: Found) -> None:
    told = found(thresholds="{cumulative: {线: 60%}}")

    assert told == [("rules-unused", "界线“线”没有用到:条件、理由和算式中都没有它,请删去")]


@pytest.mark.parametrize(
    "use",
    [
        {"cumulative": ["completion >= 线", OTHERWISE]},
        {"cumulative": [("meets", "done", "好", "达到{线}"), OTHERWISE]},
        {"all": ["completion >= 线"]},
        {"review": ["completion >= 线"]},
        {"boards": "[{name: 投资, any_of: [投资], by: completion - 线}]", "review": ["rank > 3"]},
        {"points": "nearness / 线"},
    ],
    ids=["condition", "sentence", "all", "review", "board", "points"],
)
def test_a_threshold_that_is_named_somewhere_is_used(found: Found, use: dict[str, object]) -> None:
    assert found(thresholds="{all: {线: 60%}}", **use) == []


def test_a_threshold_is_used_in_its_own_scope_only(found: Found) -> None:
    told = found(thresholds="{growth: {线: 60%}, cumulative: {线: 60%}}", cumulative=["completion >= 线", OTHERWISE])

    assert [code for code, _ in told] == ["rules-unused"]


def test_a_dated_threshold_is_told_once(found: Found) -> None:
    dated = "{cumulative: {线: [{value: 50%}, {from: 2024-01-01, value: 60%}]}}"

    assert [code for code, _ in found(thresholds=dated)] == ["rules-unused"]


BOARD = "[{name: 投资, any_of: [投资], by: completion}]"


def test_a_board_whose_places_nothing_asks_for_is_found(found: Found) -> None:
    words = "排名榜“投资”没有用到:条件和理由中都没有 rank、rank_from_last、peers、average,请删去"

    assert found(boards=BOARD) == [("rules-unused", words)]


@pytest.mark.parametrize(
    "use",
    [
        {"cumulative": ["rank_from_last <= 5", OTHERWISE]},
        {"cumulative": [("meets", "done", "好", "高于平均{average}"), OTHERWISE]},
        {"review": ["peers > 0"]},
    ],
    ids=["condition", "sentence", "review"],
)
def test_a_board_whose_places_are_asked_for_is_used(found: Found, use: dict[str, object]) -> None:
    assert found(boards=BOARD, **use) == []


def test_what_is_accepted_without_need_is_told(loaded: Callable[..., Loaded]) -> None:
    rule = ("meets", "done", "好", "甲", "allow: [rules-overlap, rules-no-effect]")

    quarters, indicators = QUARTERS.format(more=", allow: [rules-unused]"), "[{name: 支出, schedule: 季末}]"
    book, problems = loaded(cumulative=[rule, OTHERWISE], schedules=quarters, indicators=indicators)

    assert book is not None
    assert [(problem.code, problem.severity) for problem in problems] == [("rules-stale-allow", "warning")] * 3
    for code in ("rules-overlap", "rules-no-effect", "rules-unused"):
        assert sum(f"allow 中的 {code} 已无必要:" in problem.message for problem in problems) == 1


def test_what_stands_in_the_packaged_rules_is_none_of_the_files_faults() -> None:
    text = """\
extends: 自带规则
meta: {name: 口径, version: "1"}
schedules: {快: {shape: line, points: {12月: 120%}}}
calendar: {schedule: 快}
thresholds: {coverage: {tolerance: 100个百分点, near: 100%}}
verdicts:
  cumulative:
    - {id: own, when: 其他, status: unrated, grade: 无法评判, because: 不评}
"""
    book, problems = loads(text, "own.yaml")

    assert book is not None
    assert problems == ()


def test_a_rule_of_the_file_that_packaged_ones_cover_is_told_with_their_lines() -> None:
    text = """\
extends: 自带规则
meta: {name: 口径, version: "1"}
verdicts:
  gauge:
    - {id: gauge-said-missed, when: failing and meets, status: lagging, grade: 滞后, because: 自称}
"""
    book, problems = loads(text, "own.yaml")

    assert book is None
    assert [problem.code for problem in problems] == ["rules-unreachable"]
    assert "自带规则第" in problems[0].message
