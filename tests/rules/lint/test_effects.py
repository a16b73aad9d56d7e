"""Thresholds that change nothing are told; those that do are left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]
OTHERWISE = ("其他", "unrated", "无法评判")


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("completion >= 80% and completion >= 60%", "“completion >= 60%”不起作用:同时要求“completion >= 80%”"),
        ("completion > 0% and meets and completion == 80%", "“completion > 0%”不起作用:同时要求“completion == 80%”"),
        ("gap >= 0 and completion > expected - 5%", "“completion > expected - 5%”不起作用:同时要求“gap >= 0”"),
        ("completion >= 80% or completion >= 60%", "“completion >= 80%”不起作用:另有“completion >= 60%”即可"),
        ("not (completion < 80% or completion < 60%)", "“completion < 60%”不起作用:同时要求“not (completion < 80%)”"),
        ("completion >= 80% and completion >= 80%", "“completion >= 80%”不起作用:同时要求“completion >= 80%”"),
        ("meets and deadline >= 1月", "“deadline >= 1月”不起作用:deadline 只会是1月至12月"),
        ("meets and assessed <= 12月", "“assessed <= 12月”不起作用:assessed 只会是1月至12月"),
        ("meets and 1月 <= month <= 6月", "“1月 <= month”不起作用:同时要求“month <= 6月”"),
        ("meets and assessed - deadline < 12个月", "“assessed - deadline < 12个月”不起作用:总是成立"),
        ("meets and not (deadline + assessed < 2个月)", "“deadline + assessed < 2个月”不起作用:从不成立"),
    ],
)
def test_a_comparison_without_effect_is_found(found: Found, condition: str, words: str) -> None:
    assert found(cumulative=[condition, OTHERWISE]) == [("rules-no-effect", f"{words},请删去")]


@pytest.mark.parametrize(
    "condition",
    [
        "60% <= completion and completion < 80%",
        "completion >= 80% and gap >= 0",
        "completion >= 80% or completion < 20%",
        "month >= 2月",
        "not (0个月 > month + months_left)",
        "meets and month >= 1月",
        "meets and months_left >= 0个月",
        "worth >= 0%",
        "month - deadline < 12个月",
        "completion >= expected and expected > 0%",
        "(completion >= 80% and meets) or completion >= 90%",
        "completion >= 80% or months_needed > 2个月 and meets",
        "rung > 2 or completion >= 80%",
    ],
)
def test_a_comparison_with_effect_is_none(found: Found, condition: str) -> None:
    assert found(cumulative=[condition, OTHERWISE]) == []


def test_asking_whether_a_rung_is_known_has_an_effect(found: Found) -> None:
    assert found(milestone=["target_rung >= 1 and months_needed >= 0个月", OTHERWISE]) == []


def test_a_named_threshold_has_no_effect_beside_a_stricter_figure(found: Found) -> None:
    told = found(cumulative=["completion >= 80% and completion >= 线", OTHERWISE], thresholds="{all: {线: 60%}}")

    assert told == [("rules-no-effect", "“completion >= 线”不起作用:同时要求“completion >= 80%”,请删去")]


@pytest.mark.parametrize("value", ["0%", "60%"])
def test_a_switch_has_an_effect_even_while_it_is_on(found: Found, value: str) -> None:
    thresholds = f"{{all: {{线: {value}}}}}"

    assert found(cumulative=["线 > 0% and completion >= 线", OTHERWISE], thresholds=thresholds) == []


def test_asking_whether_a_target_is_ranked_has_an_effect(found: Found) -> None:
    boards = "[{name: 投资, any_of: [投资], by: completion}]"

    assert found(cumulative=["peers > 0 and completion < 100%", OTHERWISE], boards=boards) == []


def test_neighbours_with_one_result_that_a_threshold_parts_are_found(found: Found) -> None:
    result = ("lagging", "滞后", "不足")
    told = found(cumulative=[("completion < 40%", *result), ("completion < 60%", *result), OTHERWISE])

    assert told == [("rules-no-effect", "这条界线不起作用:下一条规则“cumulative-1”(第12行)的结论和理由与此相同,请合并")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("completion < 40%", "lagging", "滞后", "严重不足"), ("completion < 60%", "lagging", "滞后", "不足")),
        (("completion < 40%", "lagging", "严重滞后", "不足"), ("completion < 60%", "lagging", "滞后", "不足")),
        (("completion < 40%", "lagging", "滞后", "不足"), ("gap < 0", "lagging", "滞后", "不足")),
        (("completion < 40%", "lagging", "滞后", "不足"), ("completion > 90%", "lagging", "滞后", "不足")),
        (("failing", "lagging", "滞后", "不足"), ("not meets", "lagging", "滞后", "不足")),
        (
            ("completion < 40%", "lagging", "滞后", "不足", "basis: 甲文"),
            ("completion < 60%", "lagging", "滞后", "不足"),
        ),
    ],
)
def test_other_neighbours_are_none(found: Found, first: tuple[str, ...], second: tuple[str, ...]) -> None:
    assert "rules-no-effect" not in [code for code, _ in found(cumulative=[first, second, OTHERWISE])]


def test_remarks_are_looked_at_too(found: Found) -> None:
    assert [code for code, _ in found(review=["gap < 0 and gap < 5%"])] == ["rules-no-effect"]


def test_an_author_can_accept_a_threshold_without_effect(found: Found) -> None:
    rule = ("meets and deadline >= 1月", "done", "好", "甲", "allow: [rules-no-effect]")

    assert found(cumulative=[rule, OTHERWISE]) == []
