"""Workbooks: what a person sees in the sheets is what is read, whatever is unusual is said, and no file is too bad."""

import io
import zipfile
from datetime import datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.documents.formats.workbooks import sheets
from engine.documents.formats.xlsx import contents

HEADER = ("序号", "主要工作任务", "完成情况", "牵头单位")
TASK = (1, "新增绿道10公里。", "完成2.2公里。", "★建设局、城投集团")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRINGS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"


def saved(book):
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def workbook(*rows, title="任务"):
    """A workbook with one sheet, and the sheet, to be changed before it is ``saved``."""
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return book, book.active


def remade(data, parts):
    """The archive with some parts changed (a function of the old bytes), replaced or added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {**dict.fromkeys(old.namelist()), **parts}:
            part = parts.get(name, lambda content: content)
            new.writestr(name, part(old.read(name)) if callable(part) else part)
    return target.getvalue()


def raw(rows, tail="", head="", space=MAIN):
    """A workbook whose sheet is written by hand: the rows, what stands before and what behind them."""
    sheet = f'<worksheet xmlns="{space}">{head}<sheetData>{rows}</sheetData>{tail}</worksheet>'
    return remade(saved(workbook()[0]), {"xl/worksheets/sheet1.xml": sheet})


def texts(found, table=0):
    return [[cell.text for cell in row.cells] for row in found.tables[table].rows]


def codes(found):
    return [problem.code for problem in found.problems]


def only(found, code):
    (problem,) = [problem for problem in found.problems if problem.code == code]
    return problem


def test_a_workbook_gives_its_tasks_with_sheet_row_and_column(read_bytes):
    document = read_bytes(saved(workbook(("重点工作推进表",), HEADER, TASK)[0]), "表.xlsx")
    (task,) = document.tasks
    assert (task.id, task.text, task.progress, task.units) == ("1", *TASK[1:])
    place = task.cells["progress"]
    assert (place.sheet, place.row, place.column, place.offset) == ("任务", 3, 3, None)
    assert document.problems == ()


def test_every_sheet_that_holds_anything_is_a_table_by_its_name():
    book, _ = workbook(HEADER, TASK)
    book.create_sheet("空")
    book.create_sheet("民生实事")["B2"] = "乙"
    found = contents(saved(book), "x")
    assert [table.name for table in found.tables] == ["工作表“任务”", "工作表“民生实事”"]
    (row,) = found.tables[1].rows
    assert (row.line, row.sheet, row.offset, [cell.text for cell in row.cells]) == (2, "民生实事", None, ["", "乙"])


def test_an_empty_workbook_gives_nothing_and_a_document_that_says_so(read_bytes):
    data = saved(workbook()[0])
    assert contents(data, "x") == ([], [])
    assert [problem.severity for problem in read_bytes(data, "x.xlsx").problems] == ["error"]


def test_blank_rows_are_left_out_and_the_others_keep_their_numbers():
    book, sheet = workbook()
    sheet["A2"], sheet["A5"], sheet["A6"] = "甲", "\u3000 ", "乙"
    assert [row.line for row in contents(saved(book), "x").tables[0].rows] == [2, 6]


def test_figures_and_dates_are_read_as_they_are_shown():
    book, sheet = workbook((0.85, 12.5, datetime(2023, 6, 30), 12, True))
    sheet["A1"].number_format = "0%"
    sheet["B1"].number_format = '0.0"亿元"'
    sheet["C1"].number_format = 'yyyy"年"m"月"d"日"'
    assert texts(contents(saved(book), "x")) == [["85%", "12.5亿元", "2023年6月30日", "12", "TRUE"]]


def test_a_date_format_that_chinese_excel_knows_by_its_number_is_understood():
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs><xf/><xf numFmtId="58"/><xf numFmtId="31"/></cellXfs></styleSheet>'
    rows = '<row r="1"><c r="A1" s="1"><v>44931</v></c><c r="B1" s="2"><v>44931</v></c></row>'
    found = contents(remade(raw(rows), {"xl/styles.xml": styles}), "x")
    assert texts(found) == [["1月5日", "2023年1月5日"]]
    assert codes(found) == ["cell-date"]


def test_a_workbook_may_count_its_days_from_1904():
    book, sheet = workbook((datetime(2023, 6, 30),))
    book.epoch = datetime(1904, 1, 1)
    sheet["A1"].number_format = "yyyy-mm-dd"
    assert texts(contents(saved(book), "x")) == [["2023-06-30", ""]]


def test_a_date_that_was_made_of_text_is_a_warning_with_the_cell_and_what_was_typed():
    book, sheet = workbook(HEADER, (1, "甲", datetime(2023, 1, 5), "乙"))
    sheet["C2"].number_format = 'm"月"d"日"'
    problem = only(contents(saved(book), "表.xlsx"), "cell-date")
    assert (problem.severity, problem.source.sheet, problem.source.row, problem.source.column) == (
        "warning",
        "任务",
        2,
        3,
    )
    assert "C2" in problem.message and "“1月5日”" in problem.message and "“1-5”" in problem.message


def test_a_rounded_figure_is_read_as_stored_with_a_note():
    book, sheet = workbook((0.8534,))
    sheet["A1"].number_format = "0%"
    found = contents(saved(book), "x")
    assert texts(found) == [["85.34%", ""]]
    assert "“85%”" in only(found, "cell-rounded").message


def test_what_a_column_has_in_common_is_said_once_with_every_place():
    book, sheet = workbook(*[(0.8534, "甲")] * 30)
    for row in range(1, 31):
        sheet.cell(row, 1).number_format = "0%"
    problem = only(contents(saved(book), "x"), "cell-rounded")
    assert "A1、A2、A3、A4、A5等共30个单元格" in problem.message
    assert [place.row for place in (problem.source, *problem.also)] == list(range(1, 21))


def test_a_format_that_moves_the_point_is_a_warning():
    book, sheet = workbook((12345,))
    sheet["A1"].number_format = '0!.0,"万"'
    assert only(contents(saved(book), "x"), "cell-format").severity == "warning"


def test_shared_texts_with_runs_phonetics_and_escapes_are_read_whole():
    strings = (
        f'<sst xmlns="{MAIN}"><si><r><rPr><strike/></rPr><t>新增</t></r><r><t>绿道</t></r><rPh sb="0" eb="1"><t>x</t>'
        "</rPh></si><si><t>甲_x000D_&#10;乙\u3000</t></si></sst>"
    )
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{STRINGS}"/></Types>'.encode()
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    parts = {
        "xl/sharedStrings.xml": strings,
        "[Content_Types].xml": lambda types: types.replace(b"</Types>", override),
    }
    assert texts(contents(remade(raw(rows), parts), "x")) == [["新增绿道", "甲\n乙"]]


def test_rows_and_cells_without_a_name_follow_one_another():
    rows = '<row><c><v>1</v></c><c t="str"><v>甲</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>'
    found = contents(raw(rows), "x")
    assert [(row.line, *(cell.text for cell in row.cells)) for row in found.tables[0].rows] == [
        (1, "1", "甲"),
        (3, "", "2"),
    ]


def test_a_formula_counts_by_its_stored_value():
    rows = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"甲"</f><v>甲</v></c></row>'
    found = contents(raw(rows), "x")
    assert (texts(found), codes(found)) == ([["2", "甲"]], [])


@pytest.mark.parametrize("value", ["", "<v/>", "<v></v>"])
def test_a_formula_without_a_stored_value_is_blank_with_a_warning(value):
    rows = f'<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f>{value}</c>\n<c r="C1"><v>3</v></c></row>'
    found = contents(raw(rows), "x")
    problem = only(found, "cell-formula")
    assert texts(found) == [["1", "", "3"]]
    assert (problem.severity, problem.source.row, problem.source.column) == ("warning", 1, 2)
    assert "B1" in problem.message and "保存" in problem.suggestion


def test_a_formula_whose_result_is_an_empty_text_is_no_fault():
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>IF(A1,"")</f><v></v></c></row>'
    assert codes(contents(raw(rows), "x")) == []


def test_an_error_value_is_blank_with_a_warning_that_names_it():
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    found = contents(raw(rows), "x")
    assert texts(found) == [["1", ""]]
    assert "B1" in only(found, "cell-error").message and "#DIV/0!" in only(found, "cell-error").message


def test_a_merged_area_repeats_its_first_cell_and_says_so():
    book, sheet = workbook(HEADER, (1, "甲", "乙", "丙"), (2, None, "丁", None), (3, None, "戊", None))
    sheet.merge_cells("B2:B4")
    found = contents(saved(book), "表.xlsx")
    cells = [row.cells[1] for row in found.tables[0].rows[1:]]
    assert [(cell.text, cell.anchor) for cell in cells] == [("甲", None), ("甲", (2, 2)), ("甲", (2, 2))]
    note = only(found, "cell-merged")
    assert "B2:B4" in note.message and "“甲”" in note.message
    assert (note.severity, note.source.row, note.source.column) == ("note", 2, 2)


def test_a_task_whose_cells_are_all_merged_over_two_rows_is_one_row():
    book, sheet = workbook(HEADER, TASK, (None,) * 4, TASK)
    for column in "ABCD":
        sheet.merge_cells(f"{column}2:{column}3")
    found = contents(saved(book), "x")
    assert [row.line for row in found.tables[0].rows] == [1, 2, 4]
    assert codes(found) == []


def test_cells_merged_within_a_row_are_filled_without_a_note():
    book, sheet = workbook(("重点工作",), HEADER)
    sheet.merge_cells("A1:D1")
    found = contents(saved(book), "x")
    assert [cell.text for cell in found.tables[0].rows[0].cells] == ["重点工作"] * 4
    assert codes(found) == []


def test_a_merged_area_is_cut_to_what_the_sheet_holds():
    book, sheet = workbook(("甲", 1), (None, 2))
    sheet.merge_cells("A1:A9000")
    found = contents(saved(book), "x")
    assert texts(found) == [["甲", "1"], ["甲", "2"]]
    assert "A1:A2" in only(found, "cell-merged").message


def test_a_merged_blank_area_is_no_news():
    book, sheet = workbook((None, 1), (None, 2))
    sheet.merge_cells("A1:A2")
    assert codes(contents(saved(book), "x")) == []


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheets_are_read_with_a_note(state):
    book, _ = workbook(HEADER, TASK)
    hidden = book.create_sheet("旧表")
    hidden["A1"], hidden.sheet_state = "甲", state
    found = contents(saved(book), "x")
    assert len(found.tables) == 2
    assert "旧表" in only(found, "sheet-hidden").message


def test_hidden_rows_and_columns_are_read_with_a_note_that_names_them():
    book, sheet = workbook(HEADER, TASK, TASK, TASK)
    for row in (2, 4, 9):
        sheet.row_dimensions[row].hidden = True
    sheet.column_dimensions["C"].hidden = sheet.column_dimensions["Z"].hidden = True
    found = contents(saved(book), "x")
    assert len(found.tables[0].rows) == 4
    assert "有2行是隐藏的(第2、4行)" in only(found, "sheet-hidden-rows").message
    assert "有1列是隐藏的(C列)" in only(found, "sheet-hidden-columns").message


@pytest.mark.slow
def test_a_million_empty_rows_below_a_table_cost_nothing_but_a_look():
    below = "".join(f'<row r="{row}" s="1" customFormat="1"/>' for row in range(3, 1_048_577))
    found = contents(raw('<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>' + below), "x")
    assert texts(found) == [["1", ""], ["", "2"]]


def test_one_cell_in_the_last_corner_is_read():
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    found = contents(raw(rows), "x")
    assert [(row.line, len(row.cells)) for row in found.tables[0].rows] == [(1, 2), (1_048_576, 16_384)]


@pytest.mark.parametrize("size", [("A1", "A1"), ("A1", "XFD1048576")], ids=["too small", "too large"])
def test_the_size_that_a_sheet_states_is_not_believed(size):
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    assert texts(contents(raw(rows, head='<dimension ref="{}:{}"/>'.format(*size)), "x")) == [["1", "2"]]


def test_more_cells_than_can_be_read_are_an_error_and_no_table(monkeypatch):
    book, _ = workbook(*[range(10)] * 10, title="大表")
    monkeypatch.setattr("engine.documents.formats.workbooks.xlsx_parts.AREA", 99)
    found = contents(saved(book), "x")
    problem = only(found, "sheet-too-large")
    assert (found.tables, problem.severity) == ((), "error") and "大表" in problem.message


def test_a_merged_area_as_large_as_the_sheet_is_an_error():
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    tail = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    assert codes(contents(raw(rows, tail), "x")) == ["sheet-too-large"]
    assert sheets.AREA < 1_048_576 * 16_384


BROKEN = {
    "rows out of order": '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
    "a row twice": '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row>',
    "a cell in another row": '<row r="1"><c r="A2"><v>1</v></c></row>',
    "cells out of order": '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
    "a row behind the last": '<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
    "a column behind the last": '<row r="1"><c r="XFE1"><v>1</v></c></row>',
    "a row without a number": '<row r="x"/>',
    "a figure that is none": '<row r="1"><c r="A1"><v>1.x</v></c></row>',
    "a text that is not there": '<row r="1"><c r="A1" t="s"><v>7</v></c></row>',
    "a style that is not there": '<row r="1"><c r="A1" s="99"><v>7</v></c></row>',
    "no XML": "<row",
}


@pytest.mark.parametrize("rows", BROKEN.values(), ids=BROKEN)
def test_a_sheet_in_disorder_is_an_error_never_half_a_table(rows):
    found = contents(raw(rows), "x")
    assert (found.tables, codes(found)) == ((), ["file-damaged"])


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"])
def test_a_workbook_without_a_part_it_needs_is_damaged(part):
    data = saved(workbook(HEADER, TASK)[0])
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in set(old.namelist()) - {part}:
            new.writestr(name, old.read(name))
    assert codes(contents(target.getvalue(), "x")) == ["file-damaged"]


def test_broken_styles_cost_the_formats_and_not_the_table():
    book, sheet = workbook((0.85, "甲"))
    sheet["A1"].number_format = "0%"
    found = contents(remade(saved(book), {"xl/styles.xml": "<styleSheet><fills><fill>7</fill></fills>"}), "x")
    assert texts(found) == [["0.85", "甲"]]
    assert only(found, "file-styles").severity == "warning"


def test_broken_document_properties_do_no_harm():
    parts = {"docProps/core.xml": "<nothing/>", "docProps/custom.xml": "<x"}
    assert texts(contents(remade(saved(workbook(("甲", "乙"))[0]), parts), "x")) == [["甲", "乙"]]


def test_a_part_of_styles_without_end_is_refused():
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs>{"<xf/>" * 500_000}</cellXfs></styleSheet>'
    assert codes(contents(remade(saved(workbook()[0]), {"xl/styles.xml": styles}), "x")) == ["file-bomb"]


def test_a_strict_workbook_is_refused_with_advice():
    def strict(part):
        return part.replace(MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main")

    found = contents(remade(saved(workbook(HEADER, TASK)[0]), {"xl/workbook.xml": strict}), "x")
    assert codes(found) == ["file-strict"] and "另存" in found.problems[0].suggestion


def test_two_sheets_in_one_part_are_damage():
    book, _ = workbook(HEADER)
    book.create_sheet("乙")
    parts = {"xl/_rels/workbook.xml.rels": lambda rels: rels.replace(b"sheet2.xml", b"sheet1.xml")}
    assert codes(contents(remade(saved(book), parts), "x")) == ["file-damaged"]


def test_entities_are_refused_unread(read_bytes):
    sheet = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><worksheet>&b;</worksheet>'
    document = read_bytes(remade(saved(workbook()[0]), {"xl/worksheets/sheet1.xml": sheet}), "x.xlsx")
    assert [problem.code for problem in document.problems] == ["file-entities"]


def test_a_workbook_by_another_name_is_read_by_its_bytes(read_bytes):
    document = read_bytes(saved(workbook(HEADER, TASK)[0]), "表.xls")
    assert len(document.tasks) == 1
    assert "file-suffix" in [problem.code for problem in document.problems]


def test_nothing_is_printed_about_a_workbook(recwarn, capfd):
    rules = '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"/></extLst>'
    contents(raw('<row r="1"><c r="A1"><v>1</v></c></row>', rules), "x")
    assert not recwarn.list and capfd.readouterr() == ("", "")


SAMPLE = saved(workbook(HEADER, TASK, (2, "乙", 0.85, None))[0])


@given(st.integers(0, len(SAMPLE)))
def test_a_workbook_cut_short_anywhere_is_an_error(length):
    found = contents(SAMPLE[:length], "x")
    assert bool(found.tables) == (length == len(SAMPLE))
    assert found.tables or [problem.severity for problem in found.problems] == ["error"]


@given(st.integers(0, len(SAMPLE) - 1), st.binary(max_size=5), st.integers(0, 5))
def test_no_bytes_make_the_reader_raise(place, junk, cut):
    found = contents(SAMPLE[:place] + junk + SAMPLE[place + cut :], "x")
    assert found.tables or any(problem.severity == "error" for problem in found.problems)


PARTS = ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml")


@given(st.sampled_from(PARTS), st.integers(0, 5000), st.text(max_size=5), st.integers(0, 9))
def test_no_part_makes_the_reader_raise(part, place, junk, cut):
    def spoilt(content):
        at = place % len(content)
        return content[:at] + junk.encode("utf-8", "replace") + content[at + cut :]

    found = contents(remade(SAMPLE, {part: spoilt}), "x")
    assert found.tables or all(problem.severity == "error" for problem in found.problems)
