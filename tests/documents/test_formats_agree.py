"""The same table in every format gives the same report, save for where the words stand."""

import json
import runpy
from pathlib import Path

import pytest

from engine import assessor
from engine.api import day_of
from engine.documents import read
from engine.reports.json import to_json

PARTS = runpy.run_path(str(Path(__file__).with_name("writers.py")))
WRITERS, FONT = PARTS["WRITERS"], PARTS["FONT"]
HEADER = ["序号", "主要工作任务", "完成情况", "牵头单位"]
OF_PDF = 135
NO_FONT = pytest.mark.skipif(not Path(FONT).exists(), reason=f"no Chinese font to print with ({FONT})")
EVERY = [pytest.param(suffix, marks=[NO_FONT] if suffix == ".pdf" else []) for suffix in WRITERS]


@pytest.fixture(scope="module")
def original(shared):
    return next((shared / "seeds").glob("000_*.txt"))


@pytest.fixture(scope="module")
def rows(original):
    return [HEADER, *([task.id, task.text, task.progress, task.units] for task in read(original).tasks)]


def assessed(path):
    outcome = assessor.run(path, day_of("2023-06-30"))
    assert outcome.report is not None, outcome.problems
    return json.loads(to_json(outcome.report))


def without_places(report):
    """The report without its document and without every Source."""
    del report["document"]
    for task in report["tasks"]:
        del task["source"]
        for target in task["targets"]:
            del target["source"]
    return report


@pytest.mark.parametrize("suffix", [suffix for suffix in WRITERS if suffix != ".pdf"])
def test_the_real_table_gives_the_same_report_in_every_format(suffix, rows, original, tmp_path):
    path = tmp_path / f"table{suffix}"
    WRITERS[suffix](path, rows)
    assert without_places(assessed(path)) == without_places(assessed(original))


@NO_FONT
def test_the_real_table_comes_back_from_a_pdf(rows, original, tmp_path):
    path = tmp_path / "table.pdf"
    WRITERS[".pdf"](path, rows)
    found = {task["id"]: task for task in without_places(assessed(path))["tasks"]}
    expected = without_places(assessed(original))["tasks"]
    same = sum(found.get(task["id"]) == task for task in expected)
    print(f"{same} of {len(expected)} rows alike")
    assert same >= OF_PDF


@pytest.mark.parametrize("suffix", EVERY)
def test_every_format_leads_back_to_its_cell(suffix, tmp_path):
    path = tmp_path / f"table{suffix}"
    WRITERS[suffix](path, [HEADER, ["7", "新增绿道10公里。", "完成2.2公里。", "建设局"]])
    (task,) = read(path).tasks
    assert (task.source.row, task.cells["progress"].row, task.cells["progress"].column) == (2, 2, 3)
