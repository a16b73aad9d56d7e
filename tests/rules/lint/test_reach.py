"""Rules that can never decide are told with the lines that cover them; rules that can are left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]
OTHERWISE = ("其他", "unrated", "无法评判")


def _unreachable(found: list[tuple[str, str]]) -> list[str]:
    return [words for code, words in found if code == "rules-unreachable"]


@pytest.mark.parametrize(
    ("rules", "dead", "lines"),
    [
        (["completion >= 60%", "completion >= 80%"], 1, "第11行"),
        (["completion >= 60%", "completion > 60%"], 1, "第11行"),
        (["completion >= 60%", "not (completion < 60%)"], 1, "第11行"),
        (["completion >= 60%", "80% <= completion"], 1, "第11行"),
        (["completion >= 60%", "completion == 60%"], 1, "第11行"),
        (["completion >= expected", "completion - expected >= 5%"], 1, "第11行"),
        (["completion >= expected - 5个百分点", "gap >= 0"], 1, "第11行"),
        (["gap > -5%", "expected - completion <= 2%"], 1, "第11行"),
        (["actual >= target * expected", "actual - expected * target > 0"], 1, "第11行"),
        (["completion / expected >= 80%", "completion / expected >= 90%"], 1, "第11行"),
        (["2 * completion >= 100%", "completion >= 50%"], 1, "第11行"),
        (["month > 6月", "month >= 7月"], 1, "第11行"),
        (["meets or failing", "failing and month > 3月"], 1, "第11行"),
        (["stage != 'applied'", "stage == 'completed' and meets"], 1, "第11行"),
        (["meets", "not meets", "meets and failing"], 2, "第11行"),
        (["completion >= 80%", "completion < 80%", "40% < completion < 90%"], 2, "第11、12行"),
        (["month <= 6月", "month >= 7月", "month == 6月 or month == 7月"], 2, "第11、12行"),
        (["has_evidence", "not has_evidence", "meets"], 2, "第11、12行"),
        (["kind == 'growth' or direction == 'up'", "direction == 'down'", "direction != 'up'"], 2, "第12行"),
        (["stage == 'completed'", "stage == 'applied'", "stage == 'applied' or stage == 'completed'"], 2, "第11、12行"),
    ],
)
def test_a_rule_whose_cases_are_all_decided_before_it_is_found(
    found: Found, rules: list[str], dead: int, lines: str
) -> None:
    told = _unreachable(found(cumulative=[*rules, OTHERWISE]))

    assert told[0] == f"规则“cumulative-{dead}”永远轮不到:{lines}的规则已包括它,请删去或调整次序"


@pytest.mark.parametrize(
    "rules",
    [
        ["completion >= 80%", "completion >= 60%"],
        ["completion > 60%", "completion >= 60%"],
        ["completion >= 60%", "completion >= expected"],
        ["completion >= 60% and meets", "completion >= 80%"],
        ["completion >= 80%", "completion < 80%", "has_evidence"],  # figures may be missing
        ["meets", "not meets", "failing"],  # whether it is met may not be known
        ["month <= 6月", "month >= 8月 or meets", "months_left > 2个月"],
        ["stage == 'completed'", "stage != 'completed' and stage != 'applied'", "stage == 'applied'"],
        ["completion / expected >= 80%", "completion >= 80%"],
        ["gap >= 0", "completion >= expected - 1%"],
        ["nearness == nearness", "meets"],  # what cancels out has to be known all the same
        ["worth * 0 >= 0", "meets"],
    ],
)
def test_a_rule_that_has_a_case_of_its_own_is_no_finding(found: Found, rules: list[str]) -> None:
    assert found(cumulative=[*rules, OTHERWISE]) == []


def test_a_gap_of_coverage_asks_for_a_schedule_too(found: Found) -> None:
    assert _unreachable(found(coverage=["completion >= expected", "gap >= 0", OTHERWISE]))
    assert not _unreachable(found(coverage=["gap >= 0", "completion >= expected", OTHERWISE]))
    assert _unreachable(found(cumulative=["gap >= 0", "completion >= expected", OTHERWISE]))


def test_the_rules_for_every_kind_stand_before_those_of_a_kind(found: Found) -> None:
    told = _unreachable(found(all=["meets or failing"], growth=["meets and month > 3月", OTHERWISE]))

    assert told == ["规则“growth-0”永远轮不到:第30行的规则已包括它,请删去或调整次序"]


def test_a_rule_for_every_kind_is_told_once(found: Found) -> None:
    assert len(_unreachable(found(all=["failing", "failing and meets"]))) == 1


def test_a_threshold_of_zero_is_a_switch_that_is_off(found: Found) -> None:
    rules = ["completion >= expected", "completion >= expected - tol", "completion < expected - tol", OTHERWISE]

    assert found(cumulative=rules, thresholds="{cumulative: {tol: 0个百分点}}") == []
    assert found(cumulative=rules, thresholds="{cumulative: {tol: 5个百分点}}") == []


def test_named_thresholds_are_the_figures_that_they_stand_for(found: Found) -> None:
    rules = ["completion >= 低", "completion >= 高", OTHERWISE]

    assert _unreachable(found(cumulative=rules, thresholds="{cumulative: {低: 60%, 高: 80%}}"))
    assert not _unreachable(found(cumulative=rules, thresholds="{cumulative: {低: 80%, 高: 60%}}"))


def test_a_threshold_that_changes_on_a_day_is_looked_at_for_every_stretch_of_time(found: Found) -> None:
    dated = "{cumulative: {低: [{value: 90%}, {from: 2024-01-01, value: 50%}]}}"

    told = _unreachable(found(cumulative=["completion >= 低", "completion >= 80%", OTHERWISE], thresholds=dated))

    assert told == ["自2024-01-01起,规则“cumulative-1”永远轮不到:第11行的规则已包括它,请删去或调整次序"]


def test_tasks_have_rules_too(found: Found) -> None:
    assert _unreachable(found(rollup=["lagging > 0", "lagging >= 1 and targets > 3", OTHERWISE]))
    assert not _unreachable(found(rollup=["lagging > 1", "lagging == 1 and targets > 3", OTHERWISE]))
