"""Which column is which: the words of the field's tables, headers of two rows, and what the cells have to settle."""

import pytest

from engine.documents import Layout, read_text
from engine.documents.rows import Cell, Row
from engine.documents.tables.columns import unread
from engine.documents.tables.header import find, vocabulary

HEADERS = {
    "序号|主要任务|具体举措|主责单位|配合单位|完成时限|备注": {"id": 0, "text": 1, "units": 3, "due": 5},
    "序号|重点任务|目标要求|责任领导|牵头责任单位|协办单位|完成时间": {"id": 0, "text": 1, "units": 4, "due": 6},
    "类别|任务内容|牵头领导|责任主体": {"category": 0, "text": 1, "units": 3},
    "序号|工作任务|牵头单位负责人|牵头单位|进展情况|存在问题|下一步工作计划": {
        "id": 0,
        "text": 1,
        "units": 3,
        "progress": 4,
    },
    "序号|任务内容|责任单位|时间节点|1-6月进展情况|存在问题及下一步打算": {
        "id": 0,
        "text": 1,
        "units": 2,
        "progress": 4,
        "due": 3,
    },
    "序号|工作要点|落实举措|进度情况|责任单位及责任人": {"id": 0, "text": 1, "progress": 3, "units": 4},
    "序号|重点工作|任务完成时限|工作进度|序时进度|牵头处室": {"id": 0, "text": 1, "progress": 3, "units": 5, "due": 2},
    "序号|任务|进度安排|责任单位|下一步工作任务": {"id": 0, "text": 1, "units": 3},
    "序号|指标名称|2022年实绩|2023年目标|1-6月完成|去年同期完成值|责任部门": {
        **{"id": 0, "text": 1, "achieved": 2, "goal": 3, "units": 6},
    },
    "序号|项目名称|总投资|年度计划投资|1-6月完成投资|形象进度|业主单位": {
        **{"id": 0, "text": 1, "goal": 3, "achieved": 4, "progress": 5, "units": 6},
    },
    "序号|项目|全年目标|目前进展|是否完成|预计完成|牵头单位": {
        "id": 0,
        "text": 1,
        "goal": 2,
        "progress": 3,
        "units": 6,
    },
    "序号|三级指标|年度指标值|实际完成值|分值|得分": {"id": 0, "text": 1, "goal": 2, "achieved": 3},
    "序号|整改目标|整改措施|整改时限|责任单位|整改进展情况": {"id": 0, "text": 1, "units": 4, "progress": 5, "due": 3},
}


def row(line, *texts, anchors=None):
    """A row of a workbook; ``anchors`` gives the merged cell that a column (from 1) belongs to."""
    cells = (Cell(text, anchor=(anchors or {}).get(column)) for column, text in enumerate(texts, start=1))
    return Row(line, None, tuple(cells), sheet="任务")


def columns(*rows, words=None):
    return find(rows, words or vocabulary()).columns


@pytest.mark.parametrize(("titles", "expected"), HEADERS.items(), ids=HEADERS)
def test_columns_are_found_by_the_words_of_the_field(titles, expected):
    assert columns(row(1, *titles.split("|"))) == expected


def test_the_lower_of_two_header_rows_tells_the_columns_apart():
    first = row(1, "序号", "指标", "完成情况", "完成情况", "责任单位", anchors={4: (1, 3)})
    second = row(2, "序号", "指标", "目标值", "完成值", "责任单位", anchors={1: (1, 1), 2: (1, 2), 5: (1, 5)})
    header = find((first, second, row(3, "1", "投资", "500", "320", "发改局")), vocabulary())
    assert header.columns == {"id": 0, "text": 1, "goal": 2, "achieved": 3, "units": 4}
    assert header.last == 2


def test_the_upper_of_two_header_rows_counts_where_the_lower_one_only_gives_the_time():
    first = row(1, "序号", "任务", "完成情况", "完成情况", "责任单位", anchors={4: (1, 3)})
    second = row(2, "序号", "任务", "1-6月", "全年预计", "责任单位", anchors={1: (1, 1), 2: (1, 2), 5: (1, 5)})
    assert columns(first, second)["progress"] == 2


def test_titles_above_the_header_are_passed_over():
    title = row(1, "2023年主要目标任务完成情况", "", "", anchors={})
    assert columns(title, row(2, "序号", "任务", "完成情况")) == {"id": 0, "text": 1, "progress": 2}


@pytest.mark.parametrize(("cells", "field"), [(("亿元", "%", "标台"), "measure"), (("建设局", "人社局"), "units")])
def test_a_column_called_unit_is_what_its_cells_are(cells, field):
    rows = [
        row(1, "序号", "任务", "单位", "完成情况"),
        *(row(n, "1", "甲", text, "乙") for n, text in enumerate(cells, 2)),
    ]
    assert columns(*rows)[field] == 2


def test_a_column_called_unit_without_any_cell_is_left_alone():
    assert "units" not in columns(row(1, "序号", "任务", "单位"), row(2, "1", "甲", ""))


def test_a_task_column_of_mere_figures_is_one_of_goals_where_another_has_the_names():
    rows = [row(1, "项目名称", "目标任务", "进度", "责任单位"), row(2, "城镇新增就业", "27800", "22000", "人社局")]
    assert columns(*rows) == {"text": 0, "goal": 1, "achieved": 2, "units": 3}


def test_the_users_word_for_a_column_is_not_overruled_by_its_cells():
    rows = [row(1, "项目名称", "目标任务", "责任单位"), row(2, "城镇新增就业", "27800", "人社局")]
    assert columns(*rows, words=vocabulary({"text": "目标任务"}))["text"] == 1


@pytest.mark.parametrize("name", ["progress", "完成情况", "进 展"])
def test_a_column_may_be_named_by_its_field_or_by_any_word_for_it(name):
    text = "序号|任务|近况|责任单位\n1|绿道10公里|2公里|建设局\n"
    document = read_text(text, layout=Layout(columns={name: "近况"}))
    assert document.tasks[0].progress == "2公里"
    assert document.problems == ()


def test_a_named_column_that_is_not_there_is_told_with_those_that_are():
    text = "序号|任务|完成情况|责任单位\n1|绿道10公里|2公里|建设局\n"
    problem, *_ = read_text(text, layout=Layout(columns={"progress": "近况"})).problems
    assert (problem.code, problem.severity) == ("column-unknown", "warning")
    assert "“近况”" in problem.message
    assert "“序号”、“任务”、“完成情况”、“责任单位”" in problem.message


def test_a_named_column_that_is_no_field_is_told_with_the_fields_that_there_are():
    text = "序号|任务|完成情况|责任单位|备注\n1|绿道10公里|2公里|建设局|\n"
    (problem,) = read_text(text, layout=Layout(columns={"颜色": "备注"})).problems
    assert problem.code == "column-unknown"
    assert "“颜色”" in problem.message
    assert "完成情况" in problem.suggestion


def test_a_named_task_column_that_is_not_there_is_told_beside_the_error():
    text = "序号|任务|完成情况\n1|绿道10公里|2公里\n"
    problems = read_text(text, layout=Layout(columns={"text": "事由"})).problems
    assert [problem.code for problem in problems] == ["column-unknown", "table-no-text"]


def test_columns_that_hold_something_and_are_not_read_are_named_in_one_note():
    text = "序号|任务|分管领导|完成时限|完成情况|责任单位|备注|\n" + "1|甲|张三|6月|乙|丙||\n2|甲|李四|7月|乙|丙||\n"
    (problem,) = read_text(text).problems
    assert (problem.code, problem.severity, problem.source.row) == ("table-unread", "note", 1)
    assert "第3列“分管领导”是表中另外的栏目,没有用到" in problem.message
    assert "完成时限" not in problem.message
    assert "备注" not in problem.message


def test_messages_name_both_titles_of_a_column_without_line_breaks():
    first = row(1, "序号", "任务", "考核", "考核", "责任单位", anchors={4: (1, 3)})
    second = row(2, "序号", "任务", "权\n重", "得分", "责任单位", anchors={1: (1, 1), 2: (1, 2), 5: (1, 5)})
    rows = (first, second, row(3, "1", "绿道", "5", "4", "建设局"))
    (problem,) = unread(find(rows, vocabulary()), rows, "表.xlsx")
    assert "第3列“考核/权重”、第4列“考核/得分”" in problem.message


@pytest.mark.parametrize("title", ["完成时限", "完成时间", "时限", "时间节点", "时间要求"])
def test_a_column_of_deadlines_is_kept_as_written(title):
    text = f"序号|任务|{title}|完成情况|责任单位\n1|绿道10公里|6月底前|2公里|建设局\n"
    document = read_text(text)
    (task,) = document.tasks
    assert (task.due, task.cells["due"].column, document.problems) == ("6月底前", 3, ())


def test_the_title_of_a_table_merged_over_it_is_no_header():
    title = row(1, *["重点任务分解及进展表"] * 4, anchors=dict.fromkeys((2, 3, 4), (1, 1)))
    rows = (title, row(2, "序号", "任务", "完成情况", "责任单位"))
    assert find(rows, vocabulary()).row.line == 2


def test_a_title_in_one_cell_is_no_header_above_a_real_one():
    assert find((row(1, "重点任务"), row(2, "任务", "完成情况")), vocabulary()).row.line == 2


def test_columns_of_growth_under_goals_and_progress_are_figures_of_their_own():
    under = {4: (1, 3), 6: (1, 5)}
    first = row(1, "序号", "指标", "目标", "目标", "完成情况", "完成情况", anchors=under)
    again = {1: (1, 1), 2: (1, 2)}
    second = row(2, "序号", "指标", "全年目标", "增长(%)", "累计完成", "同比增长\uff08%\uff09", anchors=again)
    found = find((first, second, row(3, "1", "出口", "12亿元", "3", "7亿元", "-2.2")), vocabulary())
    assert found.figures == ((2, "goal"), (3, "goal"), (4, "achieved"), (5, "achieved"))
    assert "progress" not in found.columns


def test_a_repeated_header_makes_no_column_hold_something():
    text = "序号|任务|完成情况|责任单位|备注\n1|甲|乙|丙|\n序号|任务|完成情况|责任单位|备注\n2|甲|乙|丙|\n"
    assert [problem.code for problem in read_text(text).problems] == ["row-header"]
