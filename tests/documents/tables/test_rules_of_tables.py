"""Which rows and columns of a table are read as what: repeated headers, other periods, merged tasks, own units."""

import pytest

from engine.documents import Layout, read_text
from engine.documents.dispatch import _of_table
from engine.documents.rows import Cell, Row, Table
from engine.documents.tables.header import find, vocabulary


def first(text):
    return read_text(text).tasks[0]


def test_a_row_of_data_that_holds_header_words_is_no_header():
    text = (
        "序号|主要工作任务|完成情况|是否完成|牵头单位\n1|重点项目建设|完成进度60%|完成|甲局\n2|修路|完成5公里|完成|乙局"
    )
    assert [task.units for task in read_text(text).tasks] == ["甲局", "乙局"]


@pytest.mark.parametrize(
    "title", ["下半年计划", "三季度计划", "明年计划", "五年目标", "十四五目标", "月度目标", "序时目标"]
)
def test_a_plan_for_another_period_is_no_goal(title):
    document = read_text(f"序号|任务|{title}|完成情况|牵头单位\n1|绿道|5公里|6公里|甲局")
    assert document.tasks[0].text == "绿道"
    assert [problem.code for problem in document.problems] == ["table-unread"]


@pytest.mark.parametrize("titles", ["1-3月完成|1-6月完成", "一季度完成情况|上半年完成情况"])
def test_of_several_periods_the_latest_is_read(titles):
    document = read_text(f"序号|任务|{titles}|牵头单位\n1|绿道|1公里|2公里|甲局")
    assert document.tasks[0].progress.endswith("2公里")
    assert any("时间最近" in problem.message for problem in document.problems)


def test_an_allocation_table_tells_what_was_achieved_and_names_what_it_leaves_out():
    header = "序号|事项|全市目标任务|甲区|乙区|累计完成|牵头单位|分管领导\n"
    document = read_text(header + "1|床位|900张|600张|300张|500张|甲局|某人")
    assert document.tasks[0].progress == "床位500张"
    assert [share.value for share in document.tasks[0].allocations[0].shares] == [600, 300]
    assert any("分管领导" in problem.message for problem in document.problems)


def test_the_unit_behind_a_name_comes_before_that_of_the_title():
    assert first("序号|指标名称|目标值(亿元)|完成值\n1|绿道(公里)|10|6").text == "绿道10公里"


def test_a_row_that_fills_a_gap_of_the_header_with_words_of_its_own_is_data():
    document = read_text("序号|工作任务|完成情况||责任单位\n||已建5公里|附件齐|甲局\n1|绿道|6公里||甲局")
    assert [task.progress for task in document.tasks] == ["已建5公里", "6公里"]


def test_a_bare_rate_is_the_movement_that_its_goal_states():
    text = "指标名称|目标值|完成值\n市场主体|增长8%|9%\n万元GDP能耗|下降3%|-2.5%\n城镇化率|提高1%|65%"
    done = [task.progress for task in read_text(text).tasks]
    assert done == ["市场主体增长9%", "万元GDP能耗下降2.5%", "城镇化率65%"]


def test_one_task_merged_over_the_rows_of_its_units_is_one_task():
    titles = tuple(map(Cell, ("序号", "工作任务", "完成情况", "牵头单位")))
    merged = [Cell(text, anchor=(2, column)) for column, text in enumerate(("1", "绿道10公里", "6公里"), start=1)]
    head = tuple(map(Cell, ("1", "绿道10公里", "6公里", "甲局")))
    rows = [Row(1, None, titles), Row(2, None, head), Row(3, None, (*merged, Cell("乙局")))]
    header = find(rows, vocabulary())
    tasks, problems = _of_table(Table(rows), header, vocabulary(), Layout(), "表.xlsx")
    assert [(task.id, task.units) for task in tasks] == [("1", "甲局、乙局")]
    assert problems == []
