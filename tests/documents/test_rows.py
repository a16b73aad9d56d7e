"""Broken rows: each is read as well as it can be and reported with its line, and none costs another row."""

import pytest

from engine.documents import read_text

HEADER = "序号|主要工作任务|完成情况|牵头单位|\n"


def read_rows(*rows):
    return read_text(HEADER + "\n".join(rows) + "\n")


def codes(document):
    return [(problem.code, problem.source.row) for problem in document.problems]


def test_a_short_row_is_filled_with_blanks():
    document = read_rows("1|绿道10公里", "2|绿地5亩|3亩|建设局|")
    assert [task.progress for task in document.tasks] == ["", "3亩"]
    assert codes(document) == [("row-short", 2), ("row-no-progress", 2), ("row-no-units", 2)]


def test_a_surplus_goes_to_the_progress_and_units_stay_units():
    document = read_rows("1|绿道10公里|完成2公里|另有3公里在建|建设局|")
    (task,) = document.tasks
    assert (task.progress, task.units) == ("完成2公里|另有3公里在建", "建设局")
    assert codes(document) == [("row-long", 2)]


def test_empty_cells_are_noted():
    document = read_rows("1|绿道10公里||建设局|", "2||完成2公里|建设局|", "3|绿地5亩|3亩||")
    assert [task.id for task in document.tasks] == ["1", "2", "3"]
    assert codes(document) == [("row-no-progress", 2), ("row-no-text", 3), ("row-no-units", 4)]
    assert document.problems[0].severity == "note"
    assert "完成情况为空" in document.problems[0].message


@pytest.mark.parametrize("row", ["注:标★的为牵头单位。", "9||||", "一、新增绿道10公里|||", "|注:截至6月||"])
def test_a_line_that_holds_no_task_is_named(row):
    document = read_rows("1|绿道10公里|2公里|建设局|", row, "2|绿地5亩|3亩|建设局|")
    assert len(document.tasks) == 2
    assert codes(document) == [("row-unused", 3)]


@pytest.mark.parametrize(
    "row", ["一、经济发展", "一、经济发展|||", "(二)社会民生||||", "\uff08三\uff09生态", "第四章 保障|||"]
)
def test_a_heading_is_noted_and_names_the_category_of_the_tasks_below_it(row):
    document = read_rows("1|绿道10公里|2公里|建设局|", row, "2|绿地5亩|3亩|建设局|", "3|绿地6亩|3亩|建设局|")
    assert codes(document) == [("row-heading", 3)]
    assert document.problems[0].severity == "note"
    title = row.rstrip("|").replace(" ", "")
    assert [task.category for task in document.tasks] == ["", title, title]


def test_a_heading_may_be_numbered_like_a_task_where_the_tasks_are_numbered_otherwise():
    document = read_rows("一|经济发展|||", "1|绿道10公里|2公里|建设局|", "二|社会民生|||", "2|绿地5亩|3亩|建设局|")
    assert [(task.id, task.category) for task in document.tasks] == [("1", "一、经济发展"), ("2", "二、社会民生")]
    assert codes(document) == [("row-heading", 2), ("row-heading", 4)]


@pytest.mark.parametrize(
    "row",
    ["合计|||", "|合 计|||", "小计|||", "总计|1项||", "小计\uff1a3项|||", "合计|合计|2公里|", "9|合计|2公里|建设局|"],
)
def test_a_row_of_sums_is_noted_and_no_task(row):
    document = read_rows("1|绿道10公里|2公里|建设局|", row, "2|绿地5亩|3亩|建设局|")
    assert [task.id for task in document.tasks] == ["1", "2"]
    assert codes(document) == [("row-sum", 3)]


def test_a_task_that_speaks_of_a_sum_is_one():
    assert len(read_rows("1|合计新增绿道10公里|2公里|建设局|").tasks) == 1


@pytest.mark.parametrize(
    "row",
    [
        "一|产业类项目\uff083个\uff09||",
        "\uff08一\uff09|城市建设(1项)|||",
        "一、城市建设\uff08牵头领导\uff1a张三\uff09|||",
    ],
)
def test_a_remark_in_brackets_makes_no_task_of_a_heading(row):
    document = read_rows("1|绿道10公里|2公里|建设局|", row, "2|绿地5亩|3亩|建设局|")
    assert codes(document) == [("row-heading", 3)]
    assert [task.id for task in document.tasks] == ["1", "2"]
    assert document.tasks[1].category


def test_tasks_that_are_numbered_in_words_are_no_headings():
    document = read_rows("一|发展经济|||", "二|改善民生|||")
    assert [task.text for task in document.tasks] == ["发展经济", "改善民生"]


@pytest.mark.parametrize("mark", ["\x00", "\x1b", "\x7f", "\x07"])
def test_a_row_with_a_control_character_is_left_out_with_an_error(mark):
    document = read_rows(f"1|绿道{mark}10公里|2公里|建设局|", "2|绿地5亩|3亩|建设局|")
    assert [task.id for task in document.tasks] == ["2"]
    assert codes(document) == [("row-control", 2)]
    assert f"U+{ord(mark):04X}" in document.problems[0].message


def test_given_numbers_are_kept_and_missing_ones_counted():
    document = read_rows("7|甲|无|局|", "|乙|无|局|", "A-1|丙|无|局|")
    assert [task.id for task in document.tasks] == ["7", "2", "A-1"]
    assert codes(document) == [("row-no-id", 3)]


def test_a_counted_number_never_takes_a_given_one():
    document = read_rows("2|甲|无|局|", "|乙|无|局|")
    assert [task.id for task in document.tasks] == ["2", "2-2"]


def test_a_repeated_number_gets_a_suffix_and_both_rows_are_named():
    document = read_rows("1|甲|无|局|", "1|乙|无|局|", "1-2|丙|无|局|", "1|丁|无|局|")
    assert [task.id for task in document.tasks] == ["1", "1-3", "1-2", "1-4"]
    assert codes(document) == [("row-same-id", 3), ("row-same-id", 5)]
    assert "第2行和第3行" in document.problems[0].message


def test_without_a_column_of_numbers_tasks_are_counted():
    document = read_text("任务|完成情况|责任单位\n甲|无|局\n乙|无|局\n")
    assert [task.id for task in document.tasks] == ["1", "2"]


def test_problems_come_in_the_order_of_the_lines():
    document = read_rows("1|甲||局|", "1|乙|无|局|", "2|丙||局|")
    assert [row for _, row in codes(document)] == [2, 3, 4]
