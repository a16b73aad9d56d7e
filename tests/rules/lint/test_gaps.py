"""A list that leaves cases open is told with one of them; one that leaves none needs no 其他."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]
OTHERWISE = ("其他", "unrated", "无法评判")


@pytest.mark.parametrize(
    ("rules", "example"),
    [
        (["completion >= 80%", "completion < 60%"], "例如 completion 为60% 时"),
        (["completion > 80%", "completion < 80%"], "例如 completion 为80% 时"),
        (["completion >= 80%"], "例如 completion 为75% 时"),
        (["completion >= 80%", "completion < 80%"], "例如没有 completion 时"),
        (["gap >= 0", "gap < -5个百分点"], "例如 completion 为50%、expected 为55% 时"),
        (["meets"], "例如 meets 不成立 时"),
        (["meets", "not meets"], "例如没有 meets 时"),
        (["stage == 'completed'", "stage == 'applied'"], "例如 stage 为“underway” 时"),
        (["month <= 3月", "month >= 5月"], "例如 month 为4月 时"),
        (["months_left > 2个月", "months_left <= 1个月"], "例如 months_left 为2个月 时"),
        (["actual >= target", "actual < target / 2"], "例如 actual 为10、target 为11 时"),
        (["completion / expected >= 80%", "completion / expected < 60%"], "例如 completion 为50%、expected 为80% 时"),
        (["has_evidence and completion >= 50%", "not has_evidence"], "例如 has_evidence 成立、completion 为45% 时"),
    ],
)
def test_a_gap_is_told_with_an_example(found: Found, rules: list[str], example: str) -> None:
    told = found(cumulative=rules)

    assert told == [("rules-gap", f"“cumulative”有漏洞:{example},没有一条成立;请在最后补一条“when: 其他”")]


@pytest.mark.parametrize(
    "rules",
    [
        ["has_evidence", "not has_evidence"],
        ["deadline <= 6月", "deadline >= 7月"],
        ["meets and has_evidence", "not has_evidence", "has_evidence and (failing or not failing)"],
        ["direction == 'up'", "direction == 'down'"],
        ["direction == 'up'", "direction != 'up'"],
        ["completion >= 80%", OTHERWISE],
    ],
)
def test_a_list_that_leaves_no_case_open_is_none(found: Found, rules: list[str]) -> None:
    assert found(cumulative=rules) == []


def test_counts_of_targets_are_whole_and_never_below_zero(found: Found) -> None:
    assert found(rollup=["lagging > 0", "lagging == 0"]) == []
    assert found(rollup=["lagging >= 2", "lagging < 1"])[0][1].startswith("“rollup”有漏洞:例如 lagging 为1 时")


def test_what_the_rules_for_every_kind_decide_is_not_open(found: Found) -> None:
    assert found(all=["not has_evidence"], growth=["has_evidence"]) == []


def test_a_list_that_is_too_involved_to_be_shown_complete_has_to_end_with_otherwise(found: Found) -> None:
    truths = ["stretch", "ceiling", "has_evidence", "in_words", "forecast_only", "failing", "reached_words", "vague"]
    truths += ["year_over", "scheduled", "placed", "direction == 'up'", "comparator == '~'", "kind == 'cumulative'"]
    pairs = [f"({one} or {other})" for one, other in zip(truths[::2], truths[1::2], strict=True)]
    involved = " and ".join(pairs)

    told = found(cumulative=[involved, f"not ({involved})"])

    what = "“cumulative”有漏洞:不能断定各种情况都有规则成立;请在最后补一条“when: 其他”"
    assert told == [("rules-gap", what)]
    assert found(cumulative=[involved, f"not ({involved})", OTHERWISE]) == []


def test_a_list_without_rules_is_open_unless_those_for_every_kind_end_with_otherwise(found: Found) -> None:
    assert found(growth=[]) == [("rules-gap", "“growth”没有规则,请至少写一条“when: 其他”")]
    everything = [OTHERWISE]
    kinds = dict.fromkeys(("cumulative", "growth", "coverage", "gauge", "milestone", "relative"), ())
    assert found(all=everything, **kinds) == []
