"""Rows that head a section: merged over the table, or marked by a numeral; and tables that count their lines anew."""

import pytest

from engine.documents.layout import Layout
from engine.documents.rows import Cell, Row, Table
from engine.documents.tables.header import find, vocabulary
from engine.documents.tables.tasks import entries
from engine.model import Problem

TITLES = ("序号", "任务", "完成情况", "责任单位")


def row(line, *texts, sheet="任务"):
    return Row(line, None, tuple(map(Cell, texts)), sheet=sheet)


def merged(line, text, width=4, anchor=None):
    """A row of one cell merged over the table; ``anchor`` is the row of the merged cell where it is not this one."""
    first = Cell(text, anchor=(anchor, 1) if anchor else None)
    rest = (Cell(text, anchor=(anchor or line, 1)) for _ in range(width - 1))
    return Row(line, None, (first, *rest), sheet="任务")


def read(*rows):
    words = vocabulary()
    found = list(entries(Table(rows), find(rows, words), words, Layout(), "表.xlsx"))
    problems = [(one.code, one.source.row) for one in found if isinstance(one, Problem)]
    return [one for one in found if not isinstance(one, Problem)], problems


TASK = row(3, "1", "绿道10公里", "2公里", "建设局")


@pytest.mark.parametrize("text", ["一、经济发展", "经济发展类", "(一)工业\n经济"])
def test_a_row_of_one_merged_cell_is_a_heading(text):
    (task,), problems = read(row(1, *TITLES), merged(2, text), TASK)
    assert task.category == "".join(text.split())
    assert problems == [("row-heading", 2)]


@pytest.mark.parametrize("text", ["注:标★的为牵头单位", "单位:万元", "说明 本表为上半年数据"])
def test_a_merged_remark_is_no_heading(text):
    (task,), problems = read(row(1, *TITLES), merged(2, text), TASK)
    assert task.category == ""
    assert problems == [("row-unused", 2)]


@pytest.mark.parametrize(
    "text", ["一、城市建设\uff08牵头领导\uff1a张三\uff09", "一、经济发展(2项)", "经济发展\uff08共12项\uff09"]
)
def test_a_merged_heading_may_have_a_remark_in_brackets(text):
    (task,), problems = read(row(1, *TITLES), merged(2, text), TASK)
    assert task.category == text
    assert problems == [("row-heading", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "注\uff1a1.数据为快报数。",
        "填报单位\uff1a市政府督查室",
        "填表人:某 联系电话:0573",
        "数据由各单位自报。",
    ],
)
def test_a_cell_merged_over_task_and_progress_is_a_note_and_no_task(text):
    behind = Row(2, None, (Cell("2"), Cell(text), Cell(text, anchor=(2, 2)), Cell("")), sheet="任务")
    for note in (merged(2, text), behind):
        (task,), problems = read(row(1, *TITLES), note, TASK)
        assert task.text == "绿道10公里"
        assert problems == [("row-unused", 2)]


def test_a_merged_sum_is_no_heading():
    (task,), problems = read(row(1, *TITLES), merged(2, "合 计", width=2), TASK)
    assert (task.category, problems) == ("", [("row-sum", 2)])


def test_a_heading_merged_over_two_rows_is_told_once():
    (task,), problems = read(
        row(1, *TITLES), merged(2, "一、经济"), merged(3, "一、经济", anchor=2), row(4, *"1甲乙丙")
    )
    assert task.category == "一、经济"
    assert problems == [("row-heading", 2)]


def test_a_column_of_categories_comes_before_the_headings():
    rows = (
        row(1, "序号", "类别", "任务", "责任单位"),
        merged(2, "一、经济"),
        row(3, *"1甲乙丙"),
        row(4, "2", "", "乙", "丙"),
    )
    tasks, _ = read(*rows)
    assert [task.category for task in tasks] == ["甲", "一、经济"]


def test_a_heading_holds_for_the_tasks_below_a_repeated_header():
    tasks, _ = read(row(1, *TITLES), merged(2, "一、经济"), row(3, *TITLES), row(4, *"1甲乙丙"))
    assert [task.category for task in tasks] == ["一、经济"]


def test_no_row_of_a_table_that_goes_on_elsewhere_is_taken_for_its_header():
    tasks, _ = read(
        row(2, *TITLES), row(3, *"1甲乙丙"), row(1, *"2甲乙丙", sheet="表2"), row(2, *"3甲乙丙", sheet="表2")
    )
    assert [(task.id, task.source.sheet, task.source.row) for task in tasks] == [
        ("1", "任务", 3),
        ("2", "表2", 1),
        ("3", "表2", 2),
    ]
