"""Coverage counts which rules cases and rows of documents reached, and says so where there was nothing to reach any."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from engine import assessor
from engine.model import Report
from engine.rules import RuleBook, default, loads
from engine.trials.cases import Outcome, run_cases
from engine.trials.cases.file import loads_cases
from engine.trials.coverage import Coverage, coverage

OWN = """extends: 自带规则
verdicts:
  cumulative:
    - {id: far-behind, when: completion < expected / 2, status: lagging, grade: 严重滞后, because: 不到一半}
    - {id: ahead-by-far, when: completion > expected * 2, status: on_track, grade: 超前, because: 加倍}
"""
TABLE = """\
截至2023年6月30日
序号,任务内容,完成情况,责任单位
1,新建绿道10公里,1-6月新建绿道2.2公里,★建设局
2,改造管网20公里,1-6月改造管网12公里,★城管局
"""
CASES = "cases:\n  - {name: 甲, targets: [done], expect: {status: done}}\n\
  - {name: 乙, targets: [done, done], expect: {status: lagging}}\n\
  - {name: 丙, facts: {kind: growth, target: 6%, actual: 5%, month: 6月}, expect: {status: lagging}}\n"


def run(book: RuleBook) -> tuple[Outcome, ...]:
    cases, problems = loads_cases(CASES, "x.cases.yaml", book)
    assert cases is not None, problems
    return run_cases(book, cases)


def measured(book: RuleBook, outcomes: tuple[Outcome, ...], reports: list[Report]) -> Coverage:
    found, problems = coverage(book, outcomes, reports)
    assert found is not None
    assert problems == ()
    return found


@pytest.fixture
def report(tmp_path: Path) -> Report:
    path = tmp_path / "表.csv"
    path.write_text(TABLE, encoding="utf-8")
    outcome = assessor.run(path, date(2023, 6, 30))
    assert outcome.report is not None, outcome.problems
    return outcome.report


def counts(found: Coverage) -> dict[str, tuple[int, int]]:
    return {mark.rule.id: (mark.cases, mark.rows) for mark in (*found.own, *found.base) if mark.reached}


def test_cases_and_rows_are_counted_apart_whether_a_case_passed_or_not(report: Report) -> None:
    found = measured(default(), run(default()), [report, report])

    assert (found.cases, found.rows) == (3, 4)
    assert counts(found) == {
        "amount-ahead": (0, 2),
        "amount-behind": (0, 2),
        "growth-short": (1, 0),
        "task-done": (2, 0),
        "task-lagging": (0, 2),
        "task-on-track": (0, 2),
    }


def test_every_rule_and_remark_is_listed_once_in_the_order_of_the_file() -> None:
    found = measured(default(), run(default()), [])
    ids = [mark.rule.id for mark in found.own]

    assert len(ids) == len(set(ids))
    assert {"stretch-open", "relative-no-figure", "review-claims-missed", "task-empty", "task-review-targets"} <= set(
        ids
    )
    assert [mark.rule.line for mark in found.own] == sorted(mark.rule.line for mark in found.own)
    assert found.base == ()


def test_of_a_file_that_extends_the_packaged_rules_its_own_rules_stand_apart() -> None:
    book, problems = loads(OWN, "my.yaml")
    assert book is not None, problems

    found = measured(book, run(book), [])

    assert [mark.rule.id for mark in found.own] == ["far-behind", "ahead-by-far"]
    assert len(found.base) == len(measured(default(), run(default()), []).own)


def test_coverage_of_nothing_is_a_problem() -> None:
    found, (problem,) = coverage(default(), (), [])

    assert found is None
    assert problem.code == "coverage-empty"
    assert problem.severity == "error"
    assert problem.suggestion


def test_rows_alone_are_enough(report: Report) -> None:
    assert measured(default(), (), [report]).rows == 2
