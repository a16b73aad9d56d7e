"""Conditions that no case can meet are told with the reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]
OTHERWISE = ("其他", "unrated", "无法评判")


@pytest.mark.parametrize(
    ("condition", "why"),
    [
        ("completion >= 80% and completion < 60%", "“completion >= 80%”与“completion < 60%”不能同时成立"),
        ("meets and completion > 90% and 50% > completion", "“completion > 90%”与“50% > completion”不能同时成立"),
        ("gap > 0 and completion < expected", "“gap > 0”与“completion < expected”不能同时成立"),
        ("meets and not meets", "“meets”与“meets”不能同时成立"),
        ("stage == 'applied' and stage == 'planned'", "“stage == 'applied'”与“stage == 'planned'”不能同时成立"),
        ("month > 6月 and month < 7月", "“month > 6月”与“month < 7月”不能同时成立"),
        ("month > 12月", "month 只会是1月至12月"),
        ("meets and month < 1月", "month 只会是1月至12月"),
        ("months_left < 0个月", "months_left 只会是0个月至11个月"),
        ("expected > 200%", "expected 只会是0%至200%"),
        ("rank_from_last < 1", "没有排名榜(boards),就没有 rank_from_last"),
        ("kind == 'growth'", "此处的 kind 只会是“cumulative”"),
        ("rung == target_rung", "累计类目标没有 rung"),
        ("months_needed > months_left", "累计类目标没有 months_needed"),
        ("label == '年度指标'", "没有指标的 label 是“年度指标”"),
        ("'甲' == '乙'", "“'甲' == '乙'”不会成立"),
        ("deadline - month > 11个月", "“deadline - month > 11个月”不会成立"),
        ("(meets and failing) and (not meets or not failing)", "各项要求不能同时成立"),
    ],
)
def test_a_condition_that_never_holds_is_found(found: Found, condition: str, why: str) -> None:
    told = found(cumulative=[condition, OTHERWISE])

    assert told == [("rules-impossible", f"条件永远不成立:{why}")]


@pytest.mark.parametrize(
    "condition",
    [
        "completion >= 60% and completion < 80%",
        "completion >= 80% or completion < 60%",
        "month == 12月",
        "months_left == 0个月",
        "deadline - month >= 11个月",
        "completion < 0%",
        "completion >= expected and completion < 60%",
        "kind == 'cumulative' and meets",
        "actual > target and completion < 100%",
    ],
)
def test_a_condition_that_may_hold_is_none(found: Found, condition: str) -> None:
    assert found(cumulative=[condition, OTHERWISE]) == []


def test_a_term_that_a_kind_never_has_is_found_there_only(found: Found) -> None:
    told = found(growth=["completion >= 80%", OTHERWISE], coverage=["completion >= 80%", OTHERWISE])

    assert told == [("rules-impossible", "条件永远不成立:增长类目标没有 completion")]


def test_rules_for_every_kind_may_ask_for_what_some_kinds_have(found: Found) -> None:
    assert found(all=["completion >= 100%", "kind == 'growth' and meets"]) == []
    told = found(all=["kind == 'growth' and completion >= 100%"])
    assert told[0][1] == "条件永远不成立:“kind == 'growth'”与“completion >= 100%”不能同时成立"


def test_remarks_are_looked_at_too(found: Found) -> None:
    assert [code for code, _ in found(review=["month > 12月"])] == ["rules-impossible"]
    assert found(review=["gap < 0 and gap >= -2% and not meets"]) == []


def test_a_label_that_an_indicator_has_can_be_asked_for(found: Found) -> None:
    indicators = "[{name: 绿道, label: 年度指标}]"

    assert found(cumulative=["label == '年度指标'", OTHERWISE], indicators=indicators) == []
    assert found(cumulative=["label == '季度指标'", OTHERWISE], indicators=indicators)


def test_a_label_that_begins_on_a_day_is_none_of_the_wrong_ones(found: Found) -> None:
    indicators = "[{name: 绿道, label: [{value: 甲}, {from: 2024-01-01, value: 乙}]}]"

    assert found(cumulative=["label == '甲'", "label == '乙'", OTHERWISE], indicators=indicators) == []


def test_ranks_need_a_board(found: Found) -> None:
    boards = "[{name: 投资, any_of: [投资], by: completion}]"

    assert found(cumulative=["rank_from_last <= 5", OTHERWISE], boards=boards) == []


def test_a_threshold_of_zero_makes_nothing_impossible(found: Found) -> None:
    rules = ["gap < 0 and gap >= -near", OTHERWISE]

    assert found(cumulative=rules, thresholds="{all: {near: 0个百分点}}") == []
