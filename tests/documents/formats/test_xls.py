"""Excel 97-2003 workbooks: the same as newer ones, and none that ends the process."""

import io
import struct
from datetime import date, datetime, time

import pytest
import xlwt
from hypothesis import given
from hypothesis import strategies as st

from engine.documents.formats.xls import contents

HEADER = ("序号", "主要工作任务", "完成情况", "牵头单位")
TASK = (1, "新增绿道10公里。", "完成2.2公里。", "★建设局、城投集团")
DIMENSIONS = struct.pack("<2H", 0x200, 14)
LINK = bytes.fromhex("d0c9ea79f9bace118c8200aa004ba90b02000000")
CODE_PAGE = bytes.fromhex("42000200b004")


def saved(book):
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def workbook(*rows, title="任务"):
    """A workbook with one sheet, and the sheet; a cell is a value, or a value with its number format."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet(title)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            value, *code = cell if isinstance(cell, tuple) else (cell,)
            sheet.write(number, column, value, *(xlwt.easyxf(num_format_str=one) for one in code))
    return book, sheet


def texts(found, table=0):
    return [[cell.text for cell in row.cells] for row in found.tables[table].rows]


def codes(found):
    return [problem.code for problem in found.problems]


def test_a_workbook_gives_its_tasks_with_sheet_row_and_column(read_bytes):
    document = read_bytes(saved(workbook(("重点工作推进表",), HEADER, TASK)[0]), "表.xls")
    (task,) = document.tasks
    assert (task.id, task.text, task.progress, task.units) == ("1", *TASK[1:])
    place = task.cells["progress"]
    assert (place.sheet, place.row, place.column) == ("任务", 3, 3)
    assert document.problems == ()


def test_figures_and_dates_are_read_as_they_are_shown():
    row = ((0.85, "0%"), (0.853, "0.0%"), (12.5, '0.00"亿元"'), (date(2023, 6, 30), "yyyy-mm-dd"), 12, True, 0.1 + 0.2)
    found = contents(saved(workbook(row)[0]), "x")
    assert texts(found) == [["85%", "85.3%", "12.50亿元", "2023-06-30", "12", "TRUE", "0.3"]]
    assert codes(found) == []


def test_what_is_unusual_is_said_as_of_newer_workbooks():
    row = ((0.8534, "0%"), (date(2023, 1, 5), 'm"月"d"日"'), (time(1, 2), "h:mm"), (12345, r'0\.0,"万"'))
    found = contents(saved(workbook(row)[0]), "x")
    assert texts(found) == [["85.34%", "1月5日", "1:02", "12345"]]
    assert sorted(codes(found)) == ["cell-date", "cell-date", "cell-format", "cell-rounded"]


def test_a_workbook_may_count_its_days_from_1904():
    book, _ = workbook(((datetime(2023, 6, 30), "yyyy-mm-dd"),))
    book.dates_1904 = True
    assert texts(contents(saved(book), "x")) == [["2027-07-01", ""]]  # the tool that writes it counts from 1900


def test_an_error_value_is_blank_with_a_warning_that_names_it():
    book, sheet = workbook((1,))
    sheet.row(0).set_cell_error(1, "#REF!")
    found = contents(saved(book), "x")
    assert texts(found) == [["1", ""]]
    (problem,) = found.problems
    assert (problem.code, problem.source.row, problem.source.column) == ("cell-error", 1, 2)
    assert "#REF!" in problem.message


def test_a_merged_area_repeats_its_first_cell_and_says_so():
    book, sheet = workbook(HEADER, (1,), (2,), (3,))
    sheet.write_merge(1, 3, 1, 1, "甲")
    found = contents(saved(book), "x")
    cells = [row.cells[1] for row in found.tables[0].rows[1:]]
    assert [(cell.text, cell.anchor) for cell in cells] == [("甲", None), ("甲", (2, 2)), ("甲", (2, 2))]
    assert "B2:B4" in found.problems[0].message and codes(found) == ["cell-merged"]


def test_hidden_rows_columns_and_sheets_are_read_with_a_note():
    book, sheet = workbook(HEADER, TASK)
    sheet.row(1).hidden = True
    sheet.col(2).hidden = True
    other = book.add_sheet("旧表")
    other.visibility = 2
    other.write(0, 0, "甲")
    found = contents(saved(book), "x")
    assert len(found.tables) == 2
    assert codes(found) == ["sheet-hidden-rows", "sheet-hidden-columns", "sheet-hidden"]
    assert "第2行" in found.problems[0].message and "C列" in found.problems[1].message


def test_rows_and_columns_keep_their_numbers_where_the_first_are_blank():
    book, sheet = workbook()
    sheet.write(4, 2, 0.5, xlwt.easyxf(num_format_str="0%"))
    (row,) = contents(saved(book), "x").tables[0].rows
    assert (row.line, [cell.text for cell in row.cells]) == (5, ["", "", "50%"])


def test_many_figures_in_one_record_have_each_its_format():
    row = tuple((share / 100, "0%") for share in range(20))
    assert texts(contents(saved(workbook(row)[0]), "x")) == [[f"{share}%" for share in range(20)]]


def test_a_locked_workbook_says_so():
    data = saved(workbook(HEADER)[0])
    assert CODE_PAGE in data
    found = contents(data.replace(CODE_PAGE, b"\x2f" + CODE_PAGE[1:], 1), "x")
    assert (found.tables, codes(found)) == ((), ["file-locked"])


@pytest.mark.parametrize("size", [(0, 2**31, 0, 256), (0, 2**32 - 1, 0, 65535), (9, 1, 0, 1), (0, 1, 0, 257)])
def test_an_impossible_size_costs_nothing_for_the_cells_are_read_as_they_come(size):
    data = saved(workbook(HEADER)[0])
    at = data.index(DIMENSIONS) + 4
    found = contents(data[:at] + struct.pack("<2I2H", *size) + data[at + 12 :], "x")
    assert (texts(found), codes(found)) == ([list(HEADER)], [])


def test_a_cell_in_the_far_corner_is_read_like_any_other():
    book, sheet = workbook(("甲",))
    sheet.write(65_535, 255, "乙")
    found = contents(saved(book), "x")
    first, last = found.tables[0].rows
    assert (first.line, last.line, last.cells[255].text, codes(found)) == (1, 65_536, "乙", [])


def test_merged_areas_over_more_than_whole_sheets_are_too_large_a_sheet():
    book, sheet = workbook(("甲",))
    sheet.write(65_535, 255, "乙")
    sheet.merged_ranges.extend([(0, 65_535, 0, 255)] * 2)
    found = contents(saved(book), "x")
    assert (found.tables, codes(found)) == ((), ["sheet-too-large"])


def test_a_link_on_every_cell_of_a_sheet_does_not_keep_the_reader_busy():
    data = saved(workbook(HEADER)[0])
    at = data.index(DIMENSIONS)
    link = struct.pack("<6H", 0x1B8, 32, 0, 65_535, 0, 65_535) + LINK + bytes(4)
    records = data.index(struct.pack("<2H", 0x0D, 2))  # settings of the sheet, none of which matters here
    assert records + len(link) < at
    found = contents(data[:records] + link + data[records + len(link) :], "x")
    assert found.tables or codes(found) == ["file-damaged"]


def test_a_figure_that_is_no_time_is_blank_with_a_warning():
    found = contents(saved(workbook(("甲", (1e300, "[h]:mm")))[0]), "x")
    assert (texts(found), codes(found)) == ([["甲", ""]], ["cell-error"])


@pytest.mark.parametrize("data", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xd0\xcf\x11\xe0" * 4096])
def test_a_container_without_a_workbook_is_damaged(data):
    assert codes(contents(data, "x")) == ["file-damaged"]


def test_a_chain_of_sectors_that_bites_its_tail_is_damage():
    data = saved(workbook(HEADER)[0])
    table = (struct.unpack_from("<I", data, 76)[0] + 1) * 512
    assert codes(contents(data[:table] + bytes(4) + data[table + 4 :], "x")) == ["file-damaged"]


SAMPLE = saved(workbook(HEADER, (*TASK[:3], (0.85, "0%")), ("甲", (date(2023, 1, 5), "m/d")))[0])


@given(st.integers(0, len(SAMPLE) - 1))
def test_a_workbook_cut_short_never_makes_the_reader_raise(length):
    found = contents(SAMPLE[:length], "x")
    assert found.tables or codes(found) == ["file-damaged"]


@given(st.integers(0, len(SAMPLE) - 1), st.binary(max_size=5), st.integers(0, 5))
def test_no_bytes_make_the_reader_raise(place, junk, cut):
    found = contents(SAMPLE[:place] + junk + SAMPLE[place + cut :], "x")
    assert all(problem.severity == "error" for problem in found.problems if not found.tables)
