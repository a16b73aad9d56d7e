"""A document as CSV for a spreadsheet."""

import csv
import io

import pytest

from engine.reports.csv import print_csv


def rows(document, lang="zh"):
    file = io.StringIO()
    print_csv(document, file, lang)
    return list(csv.reader(io.StringIO(file.getvalue().removeprefix("\ufeff"), newline="")))


def test_it_begins_with_the_mark_by_which_excel_knows_utf_8(notice):
    file = io.StringIO()
    print_csv(notice, file)
    assert file.getvalue().startswith("\ufeff序号,")


def test_a_task_is_a_row_and_each_line_of_allocations_another(notice):
    header, road, *nursery = rows(notice)
    assert header[:9] == ["序号", "事项分类", "任务", "完成情况", "责任单位", "表或页", "行", "任务分解", "合计"]
    assert header[9:] == [share.area for share in notice.tasks[1].allocations[0].shares]
    assert (road[0], road[6], road[7:]) == ("1", "2", [""] * 8)
    assert [line[0] for line in nursery] == ["2", "2"]
    assert nursery[1][5:] == ["表2", "6", "机构托位", "3050", "900", "620", "610", "300", "620", "/"]


def test_without_allocations_there_are_no_columns_for_them(notice):
    plain = notice.model_copy(update={"tasks": notice.tasks[:1]})
    assert {len(row) for row in rows(plain)} == {7}


def test_every_line_names_its_own_areas_where_tables_differ(notice):
    task = notice.tasks[1]
    line = task.allocations[0]
    other = line.model_copy(update={"shares": (line.shares[0].model_copy(update={"area": "新区"}),)})
    header, first, second = rows(
        notice.model_copy(update={"tasks": (task.model_copy(update={"allocations": (line, other)}),)})
    )
    assert (first[header.index("新区")], second[header.index("新区")]) == ("", "30")
    assert second[header.index("东湖区")] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_what_a_spreadsheet_takes_for_a_formula_gets_an_apostrophe_wherever_it_stands(notice, start):
    words = f"{start}HYPERLINK(1)"
    line = notice.tasks[1].allocations[0]
    line = line.model_copy(update={"label": words, "shares": (line.shares[0].model_copy(update={"area": words}),)})
    fields = {"id": words, "text": words, "progress": words, "category": words, "allocations": (line,)}
    document = notice.model_copy(update={"tasks": (notice.tasks[1].model_copy(update=fields),)})
    found = [cell for row in rows(document) for cell in row if "HYPERLINK" in cell]
    assert found == [f"'{words}"] * 6


def test_line_ends_quotes_and_commas_stay_in_their_cell(notice):
    words = '甲,"乙"\n丙'
    task = notice.tasks[0].model_copy(update={"text": words})
    assert rows(notice.model_copy(update={"tasks": (task,)}))[1][2] == words


def test_the_titles_are_english_where_asked(notice):
    assert rows(notice, "en")[0][:3] == ["no.", "category", "task"]
