"""Indicators and boards behind a wider one are told; those with a name of their own are left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.rules import loads

Found = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("any_of: [能耗]", "any_of: [能耗]"),
        ("any_of: [能耗]", "contains: [能耗, 强度]"),
        ("any_of: [能耗, 水耗]", "any_of: [单位能耗, 万元水耗]"),
        ("contains: [能耗]", "any_of: [单位能耗, 能耗总量]"),
        ("contains: [能耗]", "ends_with: [单位能耗, 万元能耗]"),
        ("ends_with: [率]", "ends_with: [完成率], any_of: [投资]"),
        ("any_of: [投资], ends_with: [率]", "contains: [投资], ends_with: [完成率]"),
        ("any_of: [能耗]", "also: [能耗强度]"),
        ("also: [后, 乙]", "also: [乙]"),
    ],
)
def test_an_indicator_behind_a_wider_one_is_found(found: Found, first: str, later: str) -> None:
    name = "能耗" if later == "also: [能耗强度]" else "后"
    told = found(indicators=f"[{{name: 先, {first}, kind: gauge}}, {{name: {name}, {later}, kind: coverage}}]")

    words = f"指标“{name}”永远轮不到:第7行的“先”已包括它,请删去或调整次序"
    assert told == [("rules-unreachable", words)]


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("contains: [能耗, 强度]", "any_of: [能耗]"),
        ("any_of: [能耗]", "any_of: [能耗, 水耗]"),
        ("any_of: [单位能耗]", "any_of: [能耗]"),
        ("ends_with: [率]", "contains: [完成率]"),
        ("any_of: [投资], ends_with: [率]", "contains: [投资]"),
        ("any_of: [能耗]", "ends_with: [率]"),
        ("also: [能耗]", "any_of: [能耗]"),
        ("any_of: [能耗]", "also: [能耗强度]"),
        ("also: [乙]", "also: [丙]"),
    ],
)
def test_an_indicator_that_takes_others_too_is_none(found: Found, first: str, later: str) -> None:
    assert found(indicators=f"[{{name: 先, {first}, kind: gauge}}, {{name: 后, {later}, kind: coverage}}]") == []


def test_other_names_count_wherever_they_stand(found: Found) -> None:
    assert found(indicators="[{name: 先, any_of: [产值], kind: gauge}, {name: 产值, also: [总产值]}]") == []


def test_a_board_behind_a_wider_one_is_found(found: Found) -> None:
    boards = "[{name: 先, any_of: [投资], by: completion}, {name: 后, contains: [投资, 工业], by: completion}]"

    assert found(boards=boards, review=["rank > 3"]) == [
        ("rules-unreachable", "排名榜“后”永远轮不到:第8行的“先”已包括它,请删去或调整次序")
    ]


def test_packaged_entries_behind_a_wider_one_are_none_of_the_files_faults() -> None:
    text = """\
extends: 自带规则
meta: {name: 口径, version: "1"}
indicators:
  - {name: 各种投资, any_of: [投资], kind: coverage}
  - {name: 各种进度, any_of: [进度, 率, 预算执行], kind: gauge}
"""
    assert loads(text, "own.yaml").problems == ()
