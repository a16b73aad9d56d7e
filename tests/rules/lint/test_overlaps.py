"""Bands that overlap are told with both lines and a figure; nested ones and special cases are how rules are written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]
OTHERWISE = ("其他", "unrated", "无法评判")
ADVICE = "时两条都成立,以先写的为准;请把界线错开,确属有意的写 allow: [rules-overlap]"


@pytest.mark.parametrize(
    ("first", "second", "example"),
    [
        ("80% <= completion <= 100%", "60% <= completion <= 80%", "completion 为80%"),
        ("completion >= 80%", "60% <= completion < 90%", "completion 为80%"),
        ("completion > 80%", "completion <= 90%", "completion 为85%"),
        ("gap >= -5% and gap <= 0", "gap <= -2%", "completion 为50%、expected 为55%"),
        ("month <= 6月 and meets", "meets and month >= 5月", "month 为5月、meets 成立"),
        ("actual >= 10", "actual <= 20", "actual 为10"),
        ("not (completion < 80%)", "completion < 90%", "completion 为80%"),
    ],
)
def test_two_bands_that_overlap_are_found_once(found: Found, first: str, second: str, example: str) -> None:
    told = found(cumulative=[first, second, OTHERWISE])

    assert told == [("rules-overlap", f"规则“cumulative-1”与第11行的规则“cumulative-0”重叠:例如 {example} {ADVICE}")]


@pytest.mark.parametrize(
    "rules",
    [
        ["80% <= completion <= 100%", "60% <= completion < 80%"],
        ["completion >= 80%", "completion >= 60%", "completion >= 40%"],
        ["60% <= completion < 80%", "completion >= 40%"],
        ["completion >= 80% and failing", "completion <= 90%"],
        ["completion >= 80%", "gap <= 0"],
        ["completion >= 80% and meets", "completion <= 90% and not meets"],
        ["month <= 6月 and completion >= 40%", "month <= 9月 and completion >= 60%"],
        ["meets or failing", "not meets or failing"],
        ["completion == 80%", "completion >= 80%", "completion <= 80%"],  # the only common case is decided before
    ],
)
def test_nested_bands_and_special_cases_are_none(found: Found, rules: list[str]) -> None:
    assert [words for code, words in found(cumulative=[*rules, OTHERWISE]) if code == "rules-overlap"] == []


def test_bands_with_the_same_result_may_overlap(found: Found) -> None:
    rules = [("completion >= 80%", "done", "好", "甲"), ("60% <= completion < 90%", "done", "好", "乙"), OTHERWISE]

    assert found(cumulative=rules) == []


@pytest.mark.parametrize("allowing", [0, 1])
def test_an_author_can_accept_an_overlap_at_either_rule(found: Found, allowing: int) -> None:
    rules = [("completion >= 80%", "done", "好", "甲"), ("60% <= completion < 90%", "on_track", "中", "乙"), OTHERWISE]
    rules[allowing] = (*rules[allowing], "allow: [rules-overlap]")

    assert found(cumulative=rules) == []


def test_every_pair_is_told(found: Found) -> None:
    told = found(cumulative=["completion <= 40%", "30% < completion < 70%", "completion >= 60%", OTHERWISE])

    assert [words.split("重叠")[0] for _, words in told] == [
        "规则“cumulative-1”与第11行的规则“cumulative-0”",
        "规则“cumulative-2”与第12行的规则“cumulative-1”",
    ]
