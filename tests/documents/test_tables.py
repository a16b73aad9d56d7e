"""Tables: separators, headers in any order and wording, and the place of every cell."""

import pytest

from engine.documents import Layout, read_text

FIELDS = ("1", "新增绿道10公里。", "完成2.2公里。", "★建设局、城投集团")

SAME_TABLE = {
    "pipes": "序号 | 主要工作任务 | 完成情况 | 牵头单位 |\n1 | 新增绿道10公里。 | 完成2.2公里。 | ★建设局、城投集团 |",
    "no trailing pipe": "序号|主要工作任务|完成情况|牵头单位\n1|新增绿道10公里。|完成2.2公里。|★建设局、城投集团",
    "blanks in header words": "序 号 | 主 要 工 作 任 务 | 完 成 情 况 | 牵 头 单 位 |\n"
    "1 | 新增绿道10公里。 | 完成2.2公里。 | ★建设局、城投集团 |",
    "markdown": "| 序号 | 工作任务 | 进展情况 | 责任单位 |\n|---|:---|:---:|---:|\n"
    "| 1 | 新增绿道10公里。 | 完成2.2公里。 | ★建设局、城投集团 |",
    "another order": "责任部门 | 目标任务 | 编号 | 推进情况\n★建设局、城投集团 | 新增绿道10公里。 | 1 | 完成2.2公里。",
    "remarks in the header": "序号|2023年重点工作任务|完成情况(截至6月底)|牵头单位(标★)及配合单位\n"
    "1|新增绿道10公里。|完成2.2公里。|★建设局、城投集团",
    "tabs": "序号\t目标任务\t任务完成情况\t主办单位\n1\t新增绿道10公里。\t完成2.2公里。\t★建设局、城投集团",
    "csv": "序号,工作目标,工作进展,牵头部门\n1,新增绿道10公里。,完成2.2公里。,★建设局、城投集团",
    "quoted csv, windows line ends": '"序号","重点工作","完成进度","牵头单位"\r\n'
    '"1","新增绿道10公里。","完成2.2公里。","★建设局、城投集团"\r\n',
    "further columns": "类别,序号,工作任务,时限,完成情况,牵头单位,备注\n"
    "生态,1,新增绿道10公里。,,完成2.2公里。,★建设局、城投集团,",
    "lines above and blank lines": "示例市重点工作\n\n序号|任务|进展|责任单位\n\n"
    "1|新增绿道10公里。|完成2.2公里。|★建设局、城投集团\n\n",
    "empty cells at the end": "序号,任务,进展,责任单位,,\n"
    "1,新增绿道10公里。,完成2.2公里。,★建设局、城投集团,,\n,,,,,\n",
}


def fields(task):
    return task.id, task.text, task.progress, task.units


def codes(document):
    return [problem.code for problem in document.problems]


@pytest.mark.parametrize("text", SAME_TABLE.values(), ids=SAME_TABLE)
def test_one_table_in_many_forms_gives_one_task(text):
    document = read_text(text)
    assert [fields(task) for task in document.tasks] == [FIELDS]
    assert codes(document) == []


@pytest.mark.parametrize("text", SAME_TABLE.values(), ids=SAME_TABLE)
def test_every_cell_stands_at_its_offset_line_and_column(text):
    (task,) = read_text(text).tasks
    line = text.splitlines()[task.source.row - 1]
    assert text[task.source.offset :].startswith(line)
    for field in ("text", "progress", "units"):
        cell, place = getattr(task, field), task.cells[field]
        assert text[place.offset : place.offset + len(cell)] == cell
        assert place.row == task.source.row
    delimiter = next(mark for mark in "|\t," if mark in line)
    assert (
        delimiter.join(line.strip("| ").split(delimiter)[: task.cells["text"].column]).rstrip('" ').endswith(task.text)
    )


def test_a_quoted_cell_may_hold_line_ends_and_separators():
    text = '序号,任务,进展,单位\n1,"新增绿道10公里,\n绿地225亩。",无,建设局\n2,完成绿化100亩。,无,建设局\n'
    first, second = read_text(text, layout=Layout(columns={"units": "单位"})).tasks
    assert first.text == "新增绿道10公里,\n绿地225亩。"
    assert text[first.cells["text"].offset :].startswith(first.text)
    assert (first.source.row, second.source.row) == (2, 4)


def test_a_doubled_quote_stands_for_one_and_shifts_no_later_cell():
    text = '序号,任务,进展,责任单位\n1,"推进""四改六""工程",已开工,建设局\n'
    (task,) = read_text(text).tasks
    assert task.text == '推进"四改六"工程'
    assert text[task.cells["progress"].offset :].startswith("已开工")


def test_an_unclosed_quote_costs_no_row():
    text = '序号,任务,进展,责任单位\n1,"新增绿道10公里,完成2公里,建设局\n2,绿化100亩,完成50亩,农业局\n'
    document = read_text(text)
    assert [task.id for task in document.tasks] == ["1", "2"]
    assert codes(document) == ["row-quotes"]
    assert "第2行至第3行" in document.problems[0].message


def test_the_named_column_is_read_where_its_title_is_unusual():
    text = "号 | 事由 | 近况 | 谁干\n1 | 新增绿道10公里。 | 完成2.2公里。 | ★建设局、城投集团"
    named = {"id": "号", "text": "事由", "progress": "近况", "units": "谁干"}
    assert [fields(task) for task in read_text(text, layout=Layout(columns=named)).tasks] == [FIELDS]


def test_units_in_columns_of_their_own_keep_their_roles():
    header = "序号|任务|完成情况|牵头单位|配合单位\n"
    rows = "1|绿道10公里|2公里|甲局(乙、丙办)、丁局|戊局\n2|绿道1公里|1公里|★甲局、丁局|\n"
    first, second = read_text(header + rows).tasks
    assert first.units == "★甲局(乙、丙办)、★丁局、戊局"
    assert second.units == "★甲局、丁局"


def test_two_columns_for_one_field_are_reported_and_the_more_telling_one_is_read():
    document = read_text("重点工作|目标任务|完成情况|责任单位\n绿化|新增绿地225亩|172亩|建设局\n")
    assert document.tasks[0].text == "新增绿地225亩"
    assert codes(document) == ["table-no-id", "table-same-column"]


def test_a_second_header_is_no_task():
    text = "序号|任务|完成情况|责任单位\n1|甲|乙|丙\n序号|任务|责任单位|完成情况\n2|丁|戊|己\n"
    document = read_text(text)
    assert [fields(task) for task in document.tasks] == [("1", "甲", "乙", "丙"), ("2", "丁", "己", "戊")]
    assert codes(document) == ["row-header"]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("任务", ["table-no-id", "table-no-progress", "table-no-units"]),
        ("序号|任务", ["table-no-progress", "table-no-units"]),
        ("任务|完成情况", ["table-no-id", "table-no-units"]),
        ("序号|任务|责任单位", ["table-no-progress"]),
    ],
)
def test_only_the_task_column_is_necessary(header, expected):
    width = header.count("|") + 1
    document = read_text(f"{header}\n" + "|".join(["绿道10公里"] * width))
    assert len(document.tasks) == 1
    assert codes(document) == expected


def test_a_header_without_a_task_column_says_what_is_there_and_what_is_missing():
    (problem,) = read_text("序号|完成情况|备注\n1|2公里|\n").problems
    assert (problem.code, problem.severity, problem.source.row) == ("table-no-text", "error", 1)
    assert "找到的列是序号、完成情况" in problem.message
    assert "没有找到的是主要工作任务、牵头单位" in problem.message
    assert "表格第一行" in problem.suggestion


@pytest.mark.parametrize("text", ["", "\n\n", "没有表格,只有一句话。", "1|2|3", "{}", '"'])
def test_a_text_without_a_header_is_an_error(text):
    document = read_text(text)
    assert document.tasks == ()
    assert codes(document) == ["table-no-header"]


def test_a_header_without_tasks_is_an_error():
    assert codes(read_text("序号|任务|完成情况|责任单位\n")) == ["table-no-tasks"]
