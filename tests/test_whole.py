"""The whole engine on a whole table: a golden report of the example, and tables that are not as they should be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import engine

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "midyear.txt"
GOLDEN = Path(__file__).parent / "golden" / "midyear.txt"
GOOD = "1 | 新增绿道10公里。 | 1-6月,新增绿道2.2公里。 | ★建设局 |"
HEADER = "序号 | 主要工作任务 | 完成情况 | 牵头单位 |"


# ---- the golden report


def test_the_example_is_assessed_as_it_was_before():
    """UPDATE_GOLDEN=1 writes the golden report anew; read the difference before it is kept."""
    told = "\n".join(lines(json.loads(engine.assess(EXAMPLE).to_json()))) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(told, encoding="utf-8")
    assert told == GOLDEN.read_text(encoding="utf-8")


def test_the_example_has_every_kind_of_target_and_every_status():
    report = json.loads(engine.assess(EXAMPLE).to_json())
    targets = [target for task in report["tasks"] for target in task["targets"]]
    kinds = {"cumulative", "growth", "coverage", "gauge", "milestone", "relative"}
    assert {target["kind"] for target in targets} == kinds
    assert {target["status"] for target in targets} >= {"done", "on_track", "lagging", "unreported"}
    assert {task["status"] for task in report["tasks"]} >= {"done", "on_track", "lagging", "unrated"}
    assert report["problems"] == []


def lines(report: dict[str, Any]) -> list[str]:
    """A report in short: a line for each task, and below it one for each target."""
    told = []
    for task in report["tasks"]:
        told.append(f"{task['id']} {task['status']}")
        told += [f"    {line(target)}" for target in task["targets"]]
    return told


def line(target: dict[str, Any]) -> str:
    promised = f"{target['indicator']} {target['kind']} {target['comparator']} {figure(target)}"
    due = f"{target['deadline_month']}月"
    evidence = target["evidence"]
    answer = f"{figure(evidence)} {evidence['through_month']}月 {evidence['stage']}" if evidence else "-"
    return f"{promised} {due} ← {answer} = {target['status']} {target['rule']['id']}"


def figure(told: dict[str, Any]) -> str:
    return f"{told['value']}{told['unit'] or ''}" if told["value"] is not None else "·"


# ---- tables that are not as they should be


def assess(path: Path, *options: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, as of the end of June unless the options say otherwise."""
    given = options if "--as-of" in options else ("--as-of", "2023-06-30", *options)
    command = [sys.executable, "-m", "engine", "assess", str(path), "--format", "json", *given]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, capture_output=True, env=env, timeout=60)


@pytest.fixture
def table(tmp_path):
    def write(*rows: str, header: str = HEADER, encoding: str = "utf-8") -> Path:
        path = tmp_path / "任务表.txt"
        path.write_bytes("\n".join([header, *rows, ""]).encode(encoding))
        return path

    return write


def statuses(done: subprocess.CompletedProcess[bytes]) -> list[tuple[str, str]]:
    return [(task["id"], task["status"]) for task in json.loads(done.stdout)["tasks"]]


def refused(done: subprocess.CompletedProcess[bytes], *words: str) -> None:
    """Nothing on stdout, exit status 2, and a message with these words, not a traceback."""
    told = done.stderr.decode()
    assert (done.returncode, done.stdout) == (2, b"")
    assert "Traceback" not in told
    assert [word for word in words if word not in told] == [], told


def test_a_table_without_the_needed_columns_is_refused(table):
    path = table("1 | 建设局 | 好 |", header="编号 | 部门 | 评价 |")
    refused(assess(path), "任务表.txt", "任务", "完成情况", "→")


def test_a_file_in_no_known_encoding_is_refused(tmp_path):
    path = tmp_path / "任务表.txt"
    path.write_bytes(b"1 | \xff\xff\xa0 | \x81 |\n" * 40)
    refused(assess(path), "任务表.txt", "编码", "→")


def test_a_table_in_gb18030_is_read_like_one_in_utf_8(table):
    expected = statuses(assess(table(GOOD)))
    assert statuses(assess(table(GOOD, encoding="gb18030"))) == expected == [("1", "lagging")]


def test_an_empty_progress_cell_costs_only_its_row(table):
    done = assess(table("1 | 新增绿道10公里。 |  | ★建设局 |", GOOD.replace("1 |", "2 |", 1)))
    assert done.returncode in (0, 1)
    assert statuses(done) == [("1", "unrated"), ("2", "lagging")]
    assert json.loads(done.stdout)["tasks"][0]["targets"][0]["status"] == "unreported"


def test_a_row_without_a_task_is_named_and_the_others_are_assessed(table):
    done = assess(table(GOOD, "2 |  | 已完成3个。 | 教育局 |", GOOD.replace("1 |", "3 |", 1)))
    assert done.returncode == 1
    assert {"1", "3"} <= {task for task, _ in statuses(done)}
    assert any(problem["source"]["row"] == 3 for problem in json.loads(done.stdout)["problems"])


@pytest.mark.parametrize("day", ["2023-13-45", "昨天"])
def test_a_nonsense_date_is_refused(table, day):
    refused(assess(table(GOOD), "--as-of", day), day, "2023-06-30", "→")


def test_a_broken_rules_file_is_refused_with_its_place(table, tmp_path):
    rules = tmp_path / "规则.yaml"
    packaged = (ROOT / "rules.yaml").read_text(encoding="utf-8")
    rules.write_text(packaged.replace("when: completion > expected", "when: completoin > expected"), encoding="utf-8")
    number = next(n for n, text in enumerate(rules.read_text("utf-8").split("\n"), 1) if "completoin" in text)
    refused(assess(table(GOOD), "--rules", str(rules)), f"规则.yaml:{number}:", "completion")


def test_a_verdict_has_the_colour_that_the_rules_give_its_grade():
    near = engine.assess_text(target="养老服务覆盖率达到90%。", progress="养老服务覆盖率达88.5%。", as_of="2023-06-30")
    assert near.targets[0].verdict.light == "yellow"


@pytest.mark.parametrize("day", ["2023-03-31", "2023-09-30"])
def test_figures_count_to_the_date_that_the_table_states_whenever_it_is_judged(tmp_path, day):
    path = tmp_path / "table.txt"
    path.write_text(
        f"进展(截至2023年6月30日)\n{HEADER}\n1 | 新增绿道10公里。 | 已新增绿道5公里。 | 建设局 |\n", "utf-8"
    )
    report = engine.assess(path, as_of=day)
    (target,) = report["1"].record.targets
    assert (target.reading.evidence.through_month, target.verdict.status) == (6, "on_track")
    assert [(one.code, one.severity) for one in report.problems] == [("date-differs", "note")]
