"""Cases are judged by the rules as a row of a table would be; where one differs, it is said where and why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from engine.rules import Change, default, load, loads
from engine.rules.facts.vocabulary import TARGET_TERMS
from engine.trials.cases import Outcome, cases_beside, load_cases, run_cases, shape
from engine.trials.cases.derived import DERIVED
from engine.trials.cases.file import loads_cases
from engine.trials.coverage import coverage

ROOT = Path(__file__).parents[2]
AMOUNT = "kind: cumulative, target: 100公里, month: 6月"

Run = Callable[..., Outcome]


def outcomes_of(text: str, rules: str | None = None) -> tuple[Outcome, ...]:
    book, mistakes = loads(rules, "my.yaml") if rules else (default(), ())
    assert book is not None, mistakes
    cases, problems = loads_cases(text, "my.cases.yaml", book)
    assert cases is not None, problems
    return run_cases(book, cases)


@pytest.fixture
def run() -> Run:
    """``run(facts, expect)``: what comes of one case with facts."""

    def make(facts: str, expect: str, rules: str | None = None) -> Outcome:
        (outcome,) = outcomes_of(f"cases:\n  - name: 甲\n    facts: {{{facts}}}\n    expect: {{{expect}}}\n", rules)
        return outcome

    return make


def told(outcome: Outcome) -> list[tuple[Any, ...]]:
    return [(one.field, one.expected, one.got) for one in outcome.differences]


def test_the_cases_stand_beside_their_rules() -> None:
    assert cases_beside("rules.yaml") == Path("rules.cases.yaml")
    assert cases_beside("甲/my.v2.yaml") == Path("甲/my.v2.cases.yaml")


# The packaged cases


def test_every_packaged_case_passes() -> None:
    cases, problems = load_cases(ROOT / "rules.cases.yaml", default())

    assert problems == ()
    assert cases is not None
    assert [outcome.case.name for outcome in run_cases(default(), cases) if not outcome.passed] == []


def test_the_packaged_cases_reach_every_rule_but_those_that_a_threshold_of_0_turns_off() -> None:
    cases, _ = load_cases(ROOT / "rules.cases.yaml", default())
    assert cases is not None

    reached, _ = coverage(default(), run_cases(default(), cases), [])

    assert reached is not None
    never = [mark.rule.id for mark in reached.own if not mark.reached]
    assert never == ["amount-within-tolerance", "coverage-within-tolerance"]


def test_a_tolerance_turns_the_other_rules_on(tmp_path: Path) -> None:
    changes = [Change(f"{kind}.tolerance", "5个百分点") for kind in ("cumulative", "coverage")]
    book, problems = load(ROOT / "rules.yaml", changes)
    assert book is not None, problems
    path = tmp_path / "my.cases.yaml"
    path.write_text(
        "cases:\n"
        f"  - {{name: 甲, facts: {{{AMOUNT}, actual: 46公里}}, expect: {{rule: amount-within-tolerance}}}}\n"
        "  - name: 乙\n"
        "    facts: {kind: coverage, indicator: 支出进度, target: 100%, actual: 46%, month: 6月}\n"
        "    expect: {rule: coverage-within-tolerance, because: 在容许的5个百分点以内}\n",
        encoding="utf-8",
    )
    cases, _ = load_cases(path, book)
    assert cases is not None

    assert all(outcome.passed for outcome in run_cases(book, cases))


def test_the_packaged_cases_keep_to_the_published_shape() -> None:
    text = (ROOT / "rules.cases.yaml").read_text(encoding="utf-8")

    jsonschema.validate(yaml.load(text, yaml.BaseLoader), TypeAdapter(shape.CasesFile).json_schema())


# Facts


def test_every_term_of_a_target_is_a_fact_or_worked_out_from_facts() -> None:
    facts = set(shape.Facts.__annotations__)

    assert set(TARGET_TERMS) <= facts | set(DERIVED)
    assert facts & set(DERIVED) == set()


@pytest.mark.parametrize(
    ("facts", "expect"),
    [
        ("target: 1亿元, actual: 3300万元", "completion: 33%, gap: -17个百分点, expected: 50%, points: 66分"),
        ("target: 三百家, actual: 100家", "completion: 33.3%"),
        ("target: 100公里, actual: 约49公里", "review: 约数“约49公里”"),
        ("target: 100公里, stated: 45.5%", "completion: 45.5%, because: 完成率45.5%"),
        ("target: 100公里, actual: 40公里, nodes: {6月: 40公里}", "expected: 40%, status: on_track"),
        ("target: 100公里, actual: 40公里, deadline: 6月", "expected: 100%"),
        ("target: 100公里, in_words: 是", "because: 没有报数, completion: 无"),
        ("target: 100公里, in_words: 是, stated: 60%", "completion: 60%"),
        ("target: 100公里, stage: planned", "grade: 有进展未报数"),
        ("target: 100公里, forecast: 90公里", "status: unreported"),
        ("target: 100公里, nodes: {9月: 90公里, 6月: 40公里}, actual: 40公里", "expected: 40%"),
        ("target: 100公里, nodes: {6月: 40公里, 9月: 40公里}, actual: 40公里", "expected: 40%"),
        ("target: 100公里, nodes: {6月: 40公里}, deadline: 9月, actual: 40公里", "expected: 40%"),
        ("target: 100公里, actual: 60公里, failing: 否, reached: 否, in_words: 否", "rule: amount-ahead, review: 无"),
        ("target: 100公里, failing: 否", "rule: no-evidence"),
        ("target: 100公里, reached: no", "rule: no-evidence"),
        ("target: 100公里, in_words: 否", "rule: no-evidence"),
        ("target: 100公里, failing: 是", "rule: amount-said-missed, because: 文中自称“未完成”"),
        ("target: 100公里, reached: yes", "rule: amount-said-reached, because: 文中自称“完成”"),
        ("target: 100公里, reached: 全面完成", "because: 文中自称“全面完成”"),
        ("target: 100公里, actual: 40公里, forecast: 90公里", "status: lagging"),
    ],
)
def test_facts_are_read_as_a_table_would_be(run: Run, facts: str, expect: str) -> None:
    assert told(run(f"kind: cumulative, month: 6月, {facts}", expect)) == []


def test_the_settings_of_an_indicator_hold_for_its_cases(run: Run) -> None:
    facts = "kind: gauge, indicator: 预算执行率, target: 100%, actual: 40%, month: 6月"

    assert told(run(facts, "rule: coverage-behind, expected: 50%")) == []


BOARD = """extends: 自带规则
boards: [{name: 榜, any_of: [指标], by: completion}]
verdicts:
  all:
    - id: last
      when: rank_from_last <= 5 and completion < average
      status: lagging
      grade: 末五位
      because: 第{rank}名共{peers}个
"""


def test_a_placing_is_known_to_the_rules(run: Run) -> None:
    placing = "rank: 18, rank_from_last: 3, peers: 20, average: 70%"

    assert told(run(f"{AMOUNT}, actual: 60公里, {placing}", "rule: last, because: 第18名共20个", BOARD)) == []
    assert told(run(f"{AMOUNT}, actual: 80公里, {placing}", "rule: amount-ahead", BOARD)) == []


# Differences


def test_every_thing_expected_is_held_against_the_verdict(run: Run) -> None:
    expect = (
        "status: lagging, grade: 滞后, rule: amount-behind, because: 低于, review: 只差, light: red, points: 90.5分,\
 completion: 46%, expected: 41.7%, gap: -1个百分点"
    )

    assert told(run(f"{AMOUNT}, actual: 53公里", expect)) == [
        ("status", "lagging", "on_track"),
        ("grade", "滞后", "超序时"),
        ("rule", "amount-behind", "amount-ahead"),
        ("because", "低于", "截至6月完成53公里,完成率53%,快于序时进度50%,超3个百分点"),
        ("review", "只差", "无"),
        ("light", "red", "green"),
        ("points", "90.5分", "100分"),
        ("completion", "46%", "53%"),
        ("expected", "41.7%", "50%"),
        ("gap", "-1个百分点", "3个百分点"),
    ]


@pytest.mark.parametrize(
    ("actual", "expect", "got"),
    [
        ("33.34公里", "completion: 33.34%", []),
        ("33.34公里", "completion: 33.3%", []),
        ("33.34公里", "completion: 33%", [("completion", "33%", "33.3%")]),
        ("33.34公里", "completion: 33.35%", [("completion", "33.35%", "33.3%")]),
        ("33.34公里", "points: 66.68分", []),
        ("33.34公里", "points: 66.6分", []),
        ("33.34公里", "points: 66.7分", [("points", "66.7分", "66.6分")]),
        ("33.34公里", "points: 无", [("points", "无", "66.6分")]),
        ("49公里", "review: 无", [("review", "无", "只差1个百分点即达序时进度")]),
        ("53公里", "review: 无", []),
        ("46.4公里", "gap: -3.6个百分点", []),
        ("53公里", "gap: 3%", []),
        ("99.96公里", "completion: 99.96%, gap: 49.96个百分点", []),
        ("99.96公里", "completion: 100%", [("completion", "100%", "99.96%")]),
        ("99.96公里", "gap: 50个百分点", [("gap", "50个百分点", "49.96个百分点")]),
        ("49.97公里", "completion: 49.97%, gap: -0.03个百分点, expected: 50%", []),
        ("49.97公里", "completion: 50%", [("completion", "50%", "49.97%")]),
        ("49.97公里", "gap: 0%", [("gap", "0%", "-0.03个百分点")]),
        ("100公里", "completion: 100%, gap: 50个百分点", []),
        ("50公里", "completion: 50%, gap: 0个百分点", []),
    ],
)
def test_a_figure_agrees_exactly_or_as_reports_show_it(
    run: Run, actual: str, expect: str, got: list[tuple[str, str, str]]
) -> None:
    assert told(run(f"{AMOUNT}, actual: {actual}", expect)) == got


def test_a_gap_agrees_with_the_distance_of_the_two_figures_that_are_shown(run: Run) -> None:
    """Of 46.44 % and 5/12 reports show 46.4 and 41.7, which are 4.7 apart; so is the gap that they show."""
    facts = "kind: cumulative, target: 10000公里, actual: 4644公里, month: 5月"

    assert told(run(facts, "completion: 46.4%, expected: 41.7%, gap: 4.7个百分点")) == []
    assert told(run(facts, "gap: 4.8个百分点")) == [("gap", "4.8个百分点", "4.7个百分点")]


@given(st.integers(0, 20000), st.integers(1, 12))
def test_what_a_failure_shows_would_have_passed(done: int, month: int) -> None:
    facts = f"kind: cumulative, target: 10000公里, actual: {done}公里, month: {month}月"
    case = f"cases:\n  - name: 甲\n    facts: {{{facts}}}\n    expect: {{%s}}\n"
    absurd = "completion: 999%, expected: 999%, gap: 999%, points: 999分"
    (failed,) = outcomes_of(case % absurd)

    (passed,) = outcomes_of(case % ", ".join(f"{one.field}: {one.got}" for one in failed.differences))

    assert len(failed.differences) == 4
    assert passed.passed


def test_a_failure_says_why_the_expected_rule_did_not_hold(run: Run) -> None:
    (derivation,) = run(f"{AMOUNT}, actual: 53公里", "rule: amount-behind").derivations

    assert derivation.decided.rule.id == "amount-ahead"
    assert [one[:3] for one in derivation.decided.compared] == [("completion > expected", "53% > 50%", True)]
    assert derivation.wanted is not None
    assert derivation.wanted.rule.id == "amount-behind"
    assert derivation.wanted.holds is False
    assert [one[:3] for one in derivation.wanted.compared] == [
        ("completion < expected - tolerance", "53% < 50%", False)
    ]


def test_an_expected_rule_that_stands_behind_the_one_that_decided_holds_all_the_same(run: Run) -> None:
    (derivation,) = run(f"{AMOUNT}, actual: 100公里", "rule: amount-on-schedule").derivations

    assert derivation.decided.rule.id == "amount-reached"
    assert derivation.wanted is not None and derivation.wanted.holds is True


def test_an_expected_rule_of_another_kind_was_never_asked(run: Run) -> None:
    (derivation,) = run(f"{AMOUNT}, actual: 100公里", "rule: growth-meets").derivations

    assert derivation.wanted is not None and derivation.wanted.holds is None
    assert derivation.wanted.compared == ()


def test_a_case_that_passes_has_no_derivation(run: Run) -> None:
    outcome = run(f"{AMOUNT}, actual: 53公里", "rule: amount-ahead")

    assert outcome.passed
    assert outcome.derivations == ()
    assert [ref.id for ref in outcome.reached] == ["amount-ahead"]


def test_one_failure_stops_no_other_case() -> None:
    text = "cases:\n" + "".join(
        f"  - {{name: 例{number}, targets: [{status}], expect: {{status: done}}}}\n"
        for number, status in enumerate(("lagging", "done", "unrated"))
    )

    assert [outcome.passed for outcome in outcomes_of(text)] == [False, True, False]


# Tasks


def test_a_row_is_read_and_judged_with_its_targets() -> None:
    text = """cases:
  - name: 整行
    task: 全年新建绿道10公里,改造管网20公里
    progress: 1-6月新建绿道2.2公里,改造管网12公里
    as_of: 2023-06-30
    expect: {status: lagging, rule: task-lagging}
    each: [{status: lagging, rule: amount-behind}, {status: lagging, gap: 10个百分点}]
"""
    (outcome,) = outcomes_of(text)

    assert [(one.target, one.field, one.got) for one in outcome.differences] == [(2, "status", "on_track")]
    assert [one.target for one in outcome.derivations] == [2]
    assert [ref.id for ref in outcome.reached] == ["task-lagging", "amount-behind", "amount-ahead"]


def test_another_number_of_targets_is_a_difference() -> None:
    text = "cases:\n  - {name: 甲, task: 新建绿道10公里, progress: 新建绿道6公里, as_of: 2023-06-30, each: [],\n\
     expect: {status: on_track}}\n"
    (outcome,) = outcomes_of(text)

    assert told(outcome) == [("each", "0", "1")]
    assert outcome.targets == ("绿道",)


def test_a_row_that_says_nothing_of_its_progress_has_an_empty_cell() -> None:
    text = """cases:
  - name: 甲
    task: 新建绿道10公里%s
    as_of: 2023-06-30
    expect: {status: unrated}
    each: [{status: unreported, rule: no-evidence, because: 完成情况未提及“绿道”}]
"""

    assert [told(outcome) for outcome in outcomes_of(text % "")] == [[]]
    assert [told(outcome) for outcome in outcomes_of(text % '\n    progress: ""')] == [[]]


def test_the_light_of_a_row_is_that_of_its_gravest_target_as_in_a_report() -> None:
    rules = """extends: 自带规则
lights: {grades: {稍慢: yellow}}
verdicts:
  cumulative: [{id: slow, when: completion < expected, status: lagging, grade: 稍慢, because: 慢}]
"""
    text = """cases:
  - name: 整行
    task: 新建绿道10公里
    progress: 1-6月新建绿道2公里
    as_of: 2023-06-30
    expect: {status: lagging, light: yellow}
    each: [{light: yellow}]
  - {name: 只有状态, targets: [lagging, done], expect: {light: red}}
"""

    assert [told(outcome) for outcome in outcomes_of(text, rules)] == [[], []]


def test_a_roll_up_knows_the_targets_by_their_status_only() -> None:
    text = "cases:\n  - {name: 甲, targets: [lagging, unreported, left_out], expect: {because: 共2项目标, light: red,\n\
     review: 漏报, points: 无}}\n"
    (outcome,) = outcomes_of(text)

    assert told(outcome) == []
    assert [ref.id for ref in outcome.reached] == ["task-lagging", "task-review-unreported"]


# Dates

DATED = """extends: 自带规则
thresholds:
  cumulative:
    tolerance: [{value: 0个百分点}, {from: 2024-07-01, value: 5个百分点}]
"""


@pytest.mark.parametrize(
    ("as_of", "rule"),
    [
        (", as_of: 2024-06-30", "amount-behind"),
        (", as_of: 2024-07-01", "amount-within-tolerance"),
        ("", "amount-within-tolerance"),
    ],
)
def test_the_date_of_a_case_picks_the_values_in_force_and_without_one_the_latest_hold(
    run: Run, as_of: str, rule: str
) -> None:
    assert told(run(f"{AMOUNT}, actual: 46公里{as_of}", f"rule: {rule}", DATED)) == []


@pytest.mark.parametrize(("as_of", "rules"), [("", None), (", as_of: 2024-06-30", DATED)])
def test_a_day_that_picks_no_values_or_is_given_is_not_assumed(run: Run, as_of: str, rules: str | None) -> None:
    assert not run(f"{AMOUNT}, actual: 46公里{as_of}", "status: lagging", rules).case.assumed


def test_without_a_day_the_latest_of_dated_values_are_assumed(run: Run) -> None:
    case = run(f"{AMOUNT}, actual: 46公里", "status: lagging", DATED).case

    assert case.assumed
    assert case.as_of.isoformat() == "2025-06-30"


def test_a_year_is_over_where_the_month_says_so(run: Run) -> None:
    assert told(run("kind: growth, target: 6%, actual: 7%, month: 12月", "status: done")) == []
    assert told(run("kind: growth, target: 6%, actual: 7%, month: 12月, as_of: 2023-06-30", "status: on_track")) == []


def test_a_book_whose_values_change_on_the_last_of_days_has_its_cases(run: Run) -> None:
    rules = DATED.replace("2024-07-01", "9999-12-31")

    assert told(run("kind: cumulative, target: 9公里, actual: 4公里, month: 2月", "status: on_track", rules)) == []
