"""How well the engine reads: the hand annotations beside the repository, and the bars that it has to clear.

The figures are printed at the end of the suite.
"""

from __future__ import annotations

import importlib.util
import json
from collections import defaultdict
from types import ModuleType
from typing import Any

import pytest

from engine import assessor
from engine.api import day_of
from engine.documents import Layout, read
from engine.reports.json import to_json

TASKS = 138
PINGHU = {
    "numeric": ("numeric targets", "0.96"),
    "event": ("events", "0.80"),
    "kind": ("kind", "0.95"),
    "evidence": ("evidence", "0.95"),
    "status": ("status", "0.95"),
    "task_status": ("task status", "0.95"),
    "units": ("units", "1"),
}
BULLETINS = {
    "target": ("numeric targets", "0.97"),
    "kind": ("kind", "0.90"),
    "evidence": ("evidence", "0.93"),
    "verdict": ("status", "0.90"),
}
JIAXING = {
    "numeric": ("numeric targets", "0.95"),
    "event": ("events", "0.80"),
    "kind": ("kind", "0.93"),
    "units": ("units", "1"),
}
AREAS = (
    *("南湖区", "秀洲区", "嘉善县", "平湖市", "海盐县", "海宁市", "桐乡市"),
    *("嘉兴经济技术开发区", "浙江乍浦经济开发区(嘉兴港区)", "其他"),
)
"""What a user who has the printed notice would write into the layout file."""
HEADER = "序号 | 主要工作任务 | 完成情况 | 牵头单位 |"


@pytest.fixture(scope="module")
def scorer(shared) -> ModuleType:
    """The scoring tool, imported from where it lies."""
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pinghu(shared) -> dict[str, Any]:
    """The report on the real mid-year table."""
    return assessed(next((shared / "seeds").glob("000_*.txt")), "2023-06-30")


@pytest.fixture(scope="module")
def pinghu_tally(scorer, shared, pinghu):
    return scorer.score_report(pinghu, scorer.load(shared / "gold" / "pinghu_2023h1.dev.jsonl"))


@pytest.fixture(scope="module")
def bulletins_tally(scorer, shared, tmp_path_factory):
    """The rows of the bulletins, one table for each date."""
    by_date = defaultdict(list)
    for case in scorer.load(shared / "gold" / "bulletins.dev.jsonl"):
        by_date[scorer.as_of(case)].append(case)
    tally, folder = scorer.Tally(), tmp_path_factory.mktemp("bulletins")
    for day, cases in by_date.items():
        path = folder / f"{day}.txt"
        path.write_text("\n".join([HEADER, *(row(*numbered) for numbered in enumerate(cases, 1))]), encoding="utf-8")
        tasks = {task["id"]: task for task in assessed(path, day)["tasks"]}
        for number, case in enumerate(cases, 1):
            scorer.score_case(tally, case, tasks[str(number)])
    return tally


@pytest.fixture(scope="module")
def notice(shared):
    return next((shared / "seeds").glob("002_*.txt"))


@pytest.fixture(scope="module")
def jiaxing_tally(scorer, shared, notice):
    return scorer.score_report(
        assessed(notice, "2023-12-31"), scorer.load(shared / "gold" / "jiaxing_2023_tasks.dev.jsonl")
    )


def assessed(path, day) -> dict[str, Any]:
    outcome = assessor.run(path, day_of(day))
    assert outcome.report is not None, outcome.problems
    return json.loads(to_json(outcome.report))


def row(number, case) -> str:
    cells = (case["target_text"], case["achieved_text"], "、".join(case["units"]) or "牵头单位")
    return " | ".join([str(number), *(cell.replace("|", "/").replace("\n", " ") for cell in cells), ""])


def test_every_task_of_the_real_table_is_assessed(pinghu):
    assert [task["id"] for task in pinghu["tasks"]] == [str(number) for number in range(1, TASKS + 1)]
    assert pinghu["problems"] == []


@pytest.mark.parametrize("measure", PINGHU)
def test_the_real_table_is_read_as_the_annotators_read_it(measure, pinghu_tally, figures):
    by_f1 = measure in ("numeric", "event")
    reached = pinghu_tally.f1(measure)["f1"] if by_f1 else pinghu_tally.rate(measure)
    clears(figures, "Pinghu", *PINGHU[measure], reached, pinghu_tally)


@pytest.mark.parametrize("measure", BULLETINS)
def test_bulletins_of_many_places_are_read_as_published(measure, bulletins_tally, figures):
    clears(figures, "bulletins", *BULLETINS[measure], bulletins_tally.rate(measure), bulletins_tally)


@pytest.mark.parametrize("measure", JIAXING)
def test_the_notice_is_read_as_the_annotators_read_it(measure, jiaxing_tally, figures):
    reached = jiaxing_tally.f1(measure)["f1"] if measure in ("numeric", "event") else jiaxing_tally.rate(measure)
    clears(figures, "Jiaxing", *JIAXING[measure], reached, jiaxing_tally)


def test_the_lines_of_the_allocation_table_are_right_in_every_cell(scorer, shared, notice, figures):
    """The annotated lines, by number and label; a line without a number belongs to the number above it."""
    tasks = [task for task in read(notice, Layout(areas=AREAS)).tasks if task.allocations]
    lines = {line_key(task, line): as_annotated(task, line) for task in tasks for line in task.allocations}
    gold = scorer.load(shared / "gold" / "jiaxing_2023_livelihood.dev.jsonl")
    number, right = None, 0
    for row in gold:
        number = row.pop("row") or number
        right += lines.get((str(number), row["label"] or "")) == row
    figures("Jiaxing", "allocation lines", "1", right / len(gold))
    assert (right, sum(len(task.allocations) for task in tasks)) == (len(gold), 30)


def line_key(task, line):
    return task.id.rpartition("-")[2], line.label


def as_annotated(task, line):
    figure = {share.area: None if share.value is None else str(share.value) for share in line.shares}
    total = str(line.total.value)
    return {
        "category": task.category,
        "item": task.text,
        "label": line.label or None,
        "total": total,
        "allocations": figure,
        "lead": line.units,
    }


def clears(figures, source, label, bar, reached, tally):
    """Hold a figure to its bar, and keep it for the end of the suite."""
    figures(source, label, bar, reached)
    assert reached is not None and reached >= float(bar), "\n".join(tally.notes)
