"""Failures are printed with their reason, coverage as the rules file with marks, and both as JSON."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from engine import assessor, reports
from engine.reports.trials import coverage_text, outcomes_text, trials_json
from engine.reports.trials_json import json_schema
from engine.rules import loads
from engine.trials.cases import Outcome, run_cases
from engine.trials.cases.file import loads_cases
from engine.trials.coverage import Coverage, coverage

RULES = """\
# 一份小的规则
meta: {name: 小口径, version: "1"}
calendar: {year_end: 12月, schedule: 序时}
schedules: {序时: {shape: line, points: {12月: 100%}}}
indicators: []
verdicts:
  cumulative:
    - id: reached
      when: completion >= 100%
      status: done
      grade: 已完成
      because: 完成{completion}
    - id: behind
      when: completion < expected
      status: lagging
      grade: 滞后
      because: 只完成{completion}
    - {id: rest, when: 其他, status: on_track, grade: 达序时, because: 达序时}
  growth: [{id: g-short, when: not meets, status: lagging, grade: 滞后, because: 短}, {id: g, status: unrated,
    grade: 无法评判, because: 无}]
  coverage: [{id: c, status: unrated, grade: 无法评判, because: 无}]
  gauge: [{id: u, status: unrated, grade: 无法评判, because: 无}]
  milestone: [{id: m, status: unrated, grade: 无法评判, because: 无}]
  relative: [{id: r, status: unrated, grade: 无法评判, because: 无}]
  review:
    - id: words
      when: in_words
      because: 催报
stages:
  worth: {completed: 100%, underway: 0%, applied: 0%, planned: 0%, forecast: 0%}
  ladders: {工程: [{rung: 开工, months: 0个月}]}
rollup:
  silent: [无]
  rules: [{id: t, status: unrated, grade: 无法评判, because: "共{targets}项"}]
  review: []
lights: {done: blue, on_track: green, lagging: red, unreported: grey, unrated: grey}
points:
  full: 100分
  lagging: {cumulative: completion, growth: nearness, coverage: nearness, gauge: nearness, milestone: nearness,
    relative: nearness}
  lead_weight: 100%
  co_weight: 50%
units: {lead_mark: ★, first_leads: 是, separators: [、], aliases: {}, groups: []}
currency: {}
"""
CASES = """\
cases:
  - name: 少了一半,滞后
    facts: {kind: cumulative, target: 10公里, actual: 2公里, month: 6月}
    expect: {status: lagging}
  - name: 还差一点,也算完成
    facts: {kind: cumulative, target: 10公里, actual: 9公里, month: 6月}
    expect: {status: done, rule: reached}
  - name: 完成了,应判其他
    facts: {kind: cumulative, target: 10公里, actual: 10公里, month: 6月}
    expect: {rule: rest}
  - name: 整行
    task: 新建绿道10公里
    progress: 1-6月新建绿道2公里
    as_of: 2023-06-30
    expect: {because: 共2项}
    each: [{rule: g}]
"""
MARKED = """\
          │   cumulative:
✓ 例1 行0 │     - id: reached
          │       when: completion >= 100%
          │       status: done
          │       grade: 已完成
          │       because: 完成{completion}
✓ 例2 行1 │     - id: behind
          │       when: completion < expected
          │       status: lagging
          │       grade: 滞后
          │       because: 只完成{completion}
✓ 例1 行0 │     - {id: rest, when: 其他, status: on_track, grade: 达序时, because: 达序时}
✗ 例0 行0 │   growth: [{id: g-short,\
"""


def _outcomes(text: str, rules: str) -> tuple[Outcome, ...]:
    book, mistakes = loads(rules, "my.yaml")
    assert book is not None, mistakes
    cases, problems = loads_cases(text, "my.cases.yaml", book)
    assert cases is not None, problems
    return run_cases(book, cases)


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[Outcome, ...], Coverage]:
    folder = tmp_path_factory.mktemp("trials")
    book, mistakes = loads(RULES, "my.yaml")
    assert book is not None, mistakes
    cases, problems = loads_cases(CASES, "my.cases.yaml", book)
    assert cases is not None, problems
    (folder / "my.yaml").write_text(RULES, encoding="utf-8")
    (folder / "表.csv").write_text(
        "序号,任务内容,完成情况,责任单位\n1,新建绿道10公里,1-6月新建绿道2公里,建设局\n", encoding="utf-8"
    )
    report = assessor.run(folder / "表.csv", date(2023, 6, 30), folder / "my.yaml").report
    assert report is not None
    outcomes = run_cases(book, cases)
    reached, _ = coverage(book, outcomes, [report])
    assert reached is not None
    return outcomes, reached


def test_failures_give_place_difference_and_derivation(tried: tuple[tuple[Outcome, ...], Coverage]) -> None:
    assert outcomes_text(tried[0]).splitlines() == [
        "my.cases.yaml:5: ✗ 还差一点,也算完成",
        "  status:应为 done,实为 on_track",
        "  rule:应为 reached,实为 rest",
        "  判定的规则 rest(第18行):",
        "    ✓ 其他",
        "  应判定的规则 reached(第8行)不成立:",
        "    ✗ completion >= 100%(90% >= 100%)",
        "my.cases.yaml:8: ✗ 完成了,应判其他",
        "  rule:应为 rest,实为 reached",
        "  判定的规则 reached(第8行):",
        "    ✓ completion >= 100%(100% >= 100%)",
        "  应判定的规则 rest(第18行)也成立,但排在后面:",
        "    ✓ 其他",
        "my.cases.yaml:11: ✗ 整行",
        "  because:应为 共2项,实为 共1项",
        "  目标1 rule:应为 g,实为 behind",
        "  判定的规则 t(第34行):",
        "    ✓ 其他",
        "  目标1 判定的规则 behind(第13行):",
        "    ✓ completion < expected(20% < 50%)",
        "  目标1 应判定的规则 g(第19行)不用于这类目标",
        "1例通过,3例不通过",
    ]


def test_failures_can_be_told_in_english(tried: tuple[tuple[Outcome, ...], Coverage]) -> None:
    text = outcomes_text(tried[0], "en")

    assert "  status: expected done, got on_track\n" in text
    assert "  rule expected: reached (line 8) does not hold\n    ✗ completion >= 100% (90% >= 100%)\n" in text
    assert "  target 1: rule expected: g (line 19) is for other targets\n" in text
    assert text.endswith("\n1 cases pass, 3 fail")


def test_coverage_is_the_rules_file_with_marks(tried: tuple[tuple[Outcome, ...], Coverage]) -> None:
    text = coverage_text(tried[1], RULES)

    assert MARKED in text
    assert text.splitlines()[0] == "每条规则之前:✓ 到过、✗ 从未到过,例、行是用例和任务行到过的次数。"
    assert text.splitlines()[-2:] == [
        "规则11条(含复核提示):用例4例到过4条,任务1行到过2条,从未到过7条",
        "从未到过:g-short(第19行)、g(第19行)、c(第21行)、u(第22行)、m(第23行)、r(第24行)、words(第26行)",
    ]
    lines = text.splitlines()[1:-2]
    assert [line.split("│", 1)[1].removeprefix(" ") for line in lines] == RULES.splitlines()


def test_the_counts_alone_can_be_told(tried: tuple[tuple[Outcome, ...], Coverage]) -> None:
    assert coverage_text(tried[1], RULES, "en", whole=False).splitlines() == [
        "11 rules and remarks: 4 cases reach 4, 1 rows reach 2, 7 never reached",
        "never reached: g-short (line 19), g (line 19), c (line 21), u (line 22), m (line 23), r (line 24), "
        "words (line 26)",
    ]


def test_packaged_rules_that_a_file_extends_are_summed_up_in_one_line() -> None:
    book, _ = loads("extends: 自带规则\nmeta: {name: 甲, version: '1'}\n", "my.yaml")
    assert book is not None
    cases, _ = loads_cases("cases:\n  - {name: 甲, targets: [done], expect: {status: done}}\n", "x", book)
    assert cases is not None
    reached, _ = coverage(book, run_cases(book, cases), [])
    assert reached is not None
    count = len(reached.base)

    lines = coverage_text(reached, "", whole=False).splitlines()

    assert lines == [
        "规则0条(含复核提示):用例1例到过0条,从未到过0条",
        f"自带规则{count}条:用例到过1条,从未到过{count - 1}条",
    ]


def test_rows_of_a_table_are_counted_of_packaged_rules_too(tried: tuple[tuple[Outcome, ...], Coverage]) -> None:
    given = tried[1]._replace(base=tried[1].own)

    assert coverage_text(given, "", whole=False).splitlines()[-1] == (
        "自带规则11条:用例到过4条,任务行到过2条,从未到过7条"
    )
    assert coverage_text(given._replace(rows=0), "", "en", whole=False).splitlines()[-1] == (
        "11 packaged rules: cases reach 4, 7 never reached"
    )


ROW = "cases:\n  - {name: 甲, task: %s, as_of: 2023-06-30, each: %s, expect: {status: unreported}}\n"


@pytest.mark.parametrize(
    ("task", "each", "told"),
    [
        ('"新建绿道10公里,改造管网20公里"', "[]", "  each 写了0项,实际读出2项目标:绿道、管网"),
        ("新建绿道10公里", "[{rule: g}, {rule: g}]", "  each 写了2项,实际读出1项目标:绿道"),
        ('""', "[{rule: g}]", "  each 写了1项,实际没有读出目标"),
    ],
)
def test_another_number_of_targets_is_told_with_what_was_read(task: str, each: str, told: str) -> None:
    lines = outcomes_text(_outcomes(ROW % (task, each), RULES)).splitlines()

    assert told in lines


def test_another_number_of_targets_can_be_told_in_english() -> None:
    text = outcomes_text(_outcomes(ROW % ("新建绿道10公里", "[]"), RULES), "en")

    assert "\n  each: lists 0, 1 targets were read: 绿道\n" in text


DATED = """extends: 自带规则
thresholds:
  cumulative:
    tolerance: [{value: 0个百分点}, {from: 2024-07-01, value: 5个百分点}]
"""


@pytest.mark.parametrize(
    ("rules", "as_of", "told"),
    [(DATED, "", True), (DATED, ", as_of: 2024-06-30", False), ("extends: 自带规则\n", "", False)],
)
def test_a_failure_without_a_day_says_which_values_it_was_judged_by(rules: str, as_of: str, told: bool) -> None:
    facts = f"{{kind: cumulative, target: 9公里, actual: 2公里, month: 6月{as_of}}}"
    text = f"cases:\n  - {{name: 甲, facts: {facts}, expect: {{status: done}}}}\n"

    lines = outcomes_text(_outcomes(text, rules)).splitlines()

    assert ("  没有写 as_of,按2025-06-30的值评判" in lines) == told


def test_what_a_terminal_would_obey_is_shown_as_text() -> None:
    book, _ = loads(RULES, "my.yaml")
    assert book is not None
    text = 'cases:\n  - {name: "甲\\e[31m", targets: [done], expect: {because: "\\e[2J"}}\n'
    cases, problems = loads_cases(text, "x.cases.yaml", book)
    assert cases is not None, problems

    assert "\x1b" not in outcomes_text(run_cases(book, cases))


def test_the_json_keeps_to_its_published_schema(tried: tuple[tuple[Outcome, ...], Coverage]) -> None:
    published = Path(reports.__file__).with_name("trials.schema.json").read_text(encoding="utf-8")
    assert json.loads(published) == json_schema()

    found = json.loads(trials_json("my.yaml", *tried))

    jsonschema.validate(found, json_schema())
    assert found["schema"] == "engine.rules-test/1"
    assert (found["passed"], found["failed"], found["rows"]) == (1, 3, 1)
    assert found["cases"][1]["differences"][0] == {
        "target": None,
        "field": "status",
        "expected": "done",
        "got": "on_track",
    }
    assert found["cases"][1]["derivations"][0]["wanted"]["holds"] is False
    assert found["coverage"][1] == {"id": "behind", "line": 13, "file": None, "cases": 2, "rows": 1}
