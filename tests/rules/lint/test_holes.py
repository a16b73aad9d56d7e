"""A stretch between two bands that falls to 其他 is told; bands that 其他 completes on purpose are left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.rules import Loaded, loads

Found = Callable[..., list[tuple[str, str]]]
OTHERWISE = ("其他", "unrated", "无法评判")


def _holes(found: Found, *rules: object) -> list[str]:
    return [words for code, words in found(cumulative=list(rules)) if code == "rules-hole"]


def test_a_stretch_between_two_bands_is_told_with_both_lines_and_an_example(found: Found) -> None:
    assert found(cumulative=["completion < 50%", "completion >= 60%", OTHERWISE]) == [
        (
            "rules-hole",
            "规则“cumulative-1”与第11行的规则“cumulative-0”之间有空档:例如 completion 为55% 时,落到第13行的“其他”;"
            "请把界线接上,确属有意的写 allow: [rules-hole]",
        )
    ]


def test_it_is_a_warning_that_leaves_a_book(loaded: Callable[..., Loaded]) -> None:
    book, problems = loaded(cumulative=["completion < 50%", "completion >= 60%", OTHERWISE])

    assert book is not None
    assert [problem.severity for problem in problems] == ["warning"]


@pytest.mark.parametrize(
    ("rules", "example"),
    [
        (["completion < 50%", "completion > 50%"], "completion 为50%"),
        (["completion >= 60%", "completion < 50%"], "completion 为55%"),
        (["gap >= 0", "gap < -10%"], "expected 为"),
        (["months_left <= 2个月", "months_left > 4个月"], "months_left 为"),
        (["failing", "completion < 50%", "not has_evidence", "completion >= 60%"], "completion 为55%"),
        (["completion < 50% and completion > 20%", "completion >= 60%"], "completion 为55%"),
    ],
)
def test_a_hole_is_found_whatever_stands_around_it(found: Found, rules: list[str], example: str) -> None:
    told = _holes(found, *rules, OTHERWISE)

    assert len(told) == 1
    assert example in told[0]


def test_two_holes_at_one_rule_are_told_each(found: Found) -> None:
    rules = ["completion < 20%", "completion > 80%", "40% <= completion < 50%", OTHERWISE]

    assert len(_holes(found, *rules)) == 2


@pytest.mark.parametrize(
    "rules",
    [
        ["completion < 50%", "completion >= 50%"],
        ["completion < 50%"],
        ["completion >= 60%", "completion >= 80%"],
        ["month <= 5月", "month >= 6月"],
        ["month == 6月", "month == 12月"],
        ["completion < 50%", "completion >= 50% and meets", "completion >= 60%"],
        ["completion < 50%", "completion >= 60%", "completion >= expected"],
        ["completion < 50%", "completion >= 60%", "completion / expected >= 80%"],
        ["completion < 50%", "completion >= 60%", "has_evidence or not has_evidence"],
        ["completion < 50% and meets", "completion >= 60%"],
        ["completion < 50%", "expected >= 60%"],
    ],
)
def test_what_leaves_no_hole_or_asks_about_it_is_no_finding(found: Found, rules: list[str]) -> None:
    assert _holes(found, *rules, OTHERWISE) == []


@pytest.mark.parametrize(
    ("last", "holes"),
    [("on_track", 0), ("lagging", 0), ("done", 0), ("unrated", 1), ("unreported", 1)],
)
def test_the_last_rule_may_be_the_band_between(found: Found, last: str, holes: int) -> None:
    rules = [("completion < 50%", "lagging", "滞后"), ("completion >= 100%", "done", "已完成"), ("其他", last, "中")]

    assert len(_holes(found, *rules)) == holes


def test_a_verdict_that_does_not_lie_between_those_of_the_bands_is_none_of_them(found: Found) -> None:
    rules = [
        ("completion < 50%", "on_track", "可"),
        ("completion >= 100%", "done", "已完成"),
        ("其他", "lagging", "滞后"),
    ]

    assert len(_holes(found, *rules)) == 1


def test_an_author_can_leave_a_hole(found: Found) -> None:
    accepted = ("completion >= 60%", "on_track", "好", "甲", "allow: [rules-hole]")

    assert found(cumulative=["completion < 50%", accepted, OTHERWISE]) == []


def test_tasks_are_looked_at_too(found: Found) -> None:
    assert [code for code, _ in found(rollup=["lagging < 2", "lagging >= 5", OTHERWISE])] == ["rules-hole"]


def test_what_a_file_leaves_to_the_packaged_rules_is_no_hole() -> None:
    text = """\
extends: 自带规则
meta: {name: 口径, version: "1"}
verdicts:
  gauge:
    - {id: low, when: margin < -50%, status: lagging, grade: 差, because: 远未达到}
    - {id: high, when: margin > 50%, status: done, grade: 优, because: 远超}
"""
    book, problems = loads(text, "own.yaml")

    assert book is not None
    assert problems == ()
