"""The real notice, a web page flattened to text: a table of tasks, and one that splits livelihood projects by area."""

import json
from decimal import Decimal

import pytest

from engine.documents import Layout, read

AREAS = [
    "南湖区",
    "秀洲区",
    "嘉善县",
    "平湖市",
    "海盐县",
    "海宁市",
    "桐乡市",
    "嘉兴经济技术开发区",
    "浙江乍浦经济开发区(嘉兴港区)",
    "其他",
]

LINES = """
1 机构 100 市卫生健康委
1 机构托位 3050 市卫生健康委
2 服务点 100 市卫生健康委
2 服务点托位 450 市卫生健康委
3 学校 8 市教育局
3 学位 9000 市教育局
4 - 120 市教育局
5 - 35 市教育局
6 - 2000 市民政局
7 - 10 市民政局
8 - 150000 市民政局
9 停车场 26 市建设局
9 停车位 7000 市建设局
9 高品质停车场 7 市建设局
10 充电站 40 市发展改革委
11 充电桩 500 市发展改革委
12 - 5000 市治堵办
13 就地改造 52 市市场监管局
14 迁建重建 16 市市场监管局
15 转型转产 6 市市场监管局
16 - 160000 市卫生健康委
17 - 8500 市人力社保局
18 - 20 市人力社保局
19 - 100000 市人力社保局
20 - 20 市建设局
21 - 100000 市建设局
22 - 100 市应急管理局
23 - 400 市交通运输局
24 城市道路 8 市建设局
25 普通国省道 10 市交通运输局
"""
"""Number, label, total and lead of every line, as a person reads the page."""

NOT_SUMS = {("表2-9", "停车位"): Decimal(7429), ("表2-24", "城市道路"): Decimal(10)}
"""The lines whose areas, in the notice itself, do not add up to the total; with what they add up to."""


@pytest.fixture(scope="module")
def path(shared):
    return next((shared / "seeds").glob("002_*.txt"))


@pytest.fixture(scope="module")
def document(path):
    return read(path, layout=Layout(areas=tuple(AREAS)))


@pytest.fixture(scope="module")
def projects(document):
    return [(task, line) for task in document.tasks for line in task.allocations]


def annotated(shared, name):
    return [json.loads(line) for line in (shared / "gold" / name).read_text(encoding="utf-8").splitlines()]


def names(units):
    return units.split("、")


def test_all_tasks_of_both_tables_are_read(document):
    ids = [task.id for task in document.tasks]
    assert ids == [str(number) for number in range(1, 119)] + [f"表2-{number}" for number in range(1, 26)]


def test_the_tasks_and_their_units_are_those_that_people_read(document, shared):
    tasks = {task.id: task for task in document.tasks}
    for row in annotated(shared, "jiaxing_2023_tasks.dev.jsonl"):
        task = tasks[str(row["task"])]
        assert task.text == row["text"]
        assert names(task.units) == row["units"]["lead"] + row["units"]["co"]


def test_every_task_stands_in_the_line_that_its_source_names(document, path):
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    for task in document.tasks:
        cell = task.cells["text"]
        assert lines[cell.row - 1] == task.text == text[cell.offset :][: len(task.text)]
        unit = task.cells["units"]
        assert task.units.startswith(lines[unit.row - 1].rstrip("、"))
    for task in document.tasks[:118]:
        assert lines[task.source.row - 1] == task.id


def test_no_unit_of_a_broken_cell_is_lost(document, path):
    """All that stands between the text of a task and the next number is in its units."""
    lines = path.read_text(encoding="utf-8").splitlines()
    tasks = document.tasks[:118]
    ends = [task.source.row - 1 for task in tasks[1:]] + [lines.index("注:列第一位者为牵头单位。")]
    for task, end in zip(tasks, ends, strict=True):
        written = "".join(lines[task.cells["text"].row : end])
        assert task.units == written
        assert all(name and len(name) < 25 for name in names(task.units))


def test_number_label_total_and_lead_of_every_line_of_the_second_table(projects):
    expected = [line.split() for line in LINES.split("\n") if line]
    read_lines = [
        [task.id.removeprefix("表2-"), line.label or "-", line.total.written, line.units] for task, line in projects
    ]
    assert read_lines == expected


def test_every_annotated_line_is_right_in_every_cell(projects, shared):
    rows = annotated(shared, "jiaxing_2023_livelihood.dev.jsonl")
    number = None
    for row, (task, line) in zip(rows, projects, strict=False):
        number = row["row"] or number
        shares = {share.area: share.value for share in line.shares}
        assert task.id == f"表2-{number}"
        assert (task.category, task.text, line.label) == (row["category"], row["item"], row["label"] or "")
        assert (line.total.value, line.units) == (Decimal(row["total"]), row["lead"])
        assert shares == {area: value and Decimal(value) for area, value in row["allocations"].items()}


def test_the_areas_add_up_to_the_total_wherever_the_notice_does(projects):
    sums = {(task.id, line.label): sum(share.value or 0 for share in line.shares) for task, line in projects}
    wrong = {
        (task.id, line.label): sums[task.id, line.label]
        for task, line in projects
        if sums[task.id, line.label] != line.total.value
    }
    assert wrong == NOT_SUMS


def test_every_figure_stands_where_its_source_says(projects, path):
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    for _, line in projects:
        for share in (line.total, *line.shares):
            assert lines[share.source.row - 1] == share.written
            assert text[share.source.offset :].startswith(share.written + "\n")


def test_tasks_that_share_a_merged_item_point_to_one_cell(document):
    tasks = {task.id: task for task in document.tasks}
    for one, other in (("表2-1", "表2-2"), ("表2-10", "表2-11"), ("表2-13", "表2-15"), ("表2-24", "表2-25")):
        assert tasks[one].text == tasks[other].text
        assert tasks[one].cells["text"] == tasks[other].cells["text"]


def test_the_categories_are_ten(document):
    assert len({task.category for task in document.tasks[118:]}) == 10


def test_what_is_said_of_the_notice(document):
    """No warning but that there is no progress column; every repair is a note."""
    assert {problem.code for problem in document.problems if problem.severity != "note"} == {"table-no-progress"}
    notes = [problem.code for problem in document.problems if problem.severity == "note"]
    assert {code: notes.count(code) for code in sorted(set(notes))} == {
        "cell-joined": 10,
        "row-filled": 20,
        "table-numbers": 1,
    }


def test_without_a_layout_the_areas_are_numbered_and_the_lost_names_told(path):
    document = read(path)
    (warning,) = [problem for problem in document.problems if problem.code == "table-areas-lost"]
    assert "10列" in warning.message and "3个" in warning.message
    assert all(name in warning.message for name in AREAS[-3:])
    assert "--areas" in warning.suggestion
    line = document.tasks[118].allocations[0]
    assert [share.area for share in line.shares] == [f"区域{number}" for number in range(1, 11)]
