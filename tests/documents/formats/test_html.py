"""Web pages: which tables count, how merged cells are laid out, what becomes of the text in a cell."""

import html as escaping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.documents import read, read_text
from engine.documents.formats.html import contents
from engine.documents.formats.webpage.text import visible

HEAD = "<tr><th>序号</th><th>主要工作任务</th><th>完成情况</th><th>牵头单位</th></tr>"
ROW = "<tr><td>1</td><td>新建公园3个</td><td>建成2个</td><td>建设局</td></tr>"


def page(*tables, before=""):
    return f"<html><head><title>页</title></head><body>{before}{'<p>间隔</p>'.join(tables)}</body></html>"


def table(*rows):
    return f"<table>{''.join(rows)}</table>"


def grid(found, number=0):
    return [[cell.text for cell in row.cells] for row in found.tables[number].rows]


def codes(found):
    return [problem.code for problem in found.problems]


def cell_text(inside):
    return grid(contents(page(table(f"<tr><td>甲</td><td>{inside}</td></tr>")), "p.html"))[0][1]


def test_a_table_becomes_rows_that_know_their_place():
    found = contents(page(table(HEAD, ROW), before="<p>截至2023年6月30日</p>"), "p.html")
    assert [(one.name, one.above) for one in found.tables] == [("第1张表", "截至2023年6月30日")]
    assert grid(found) == [["序号", "主要工作任务", "完成情况", "牵头单位"], ["1", "新建公园3个", "建成2个", "建设局"]]
    assert [(row.line, row.sheet) for row in found.tables[0].rows] == [(1, "表1"), (2, "表1")]
    assert found.problems == []


def test_a_saved_page_is_read_as_tasks_with_its_date(read_bytes):
    document = read_bytes(page(table(HEAD, ROW), before="<p>截至2023年6月30日</p>").encode(), "page.html")
    assert [(task.text, task.progress, task.units) for task in document.tasks] == [("新建公园3个", "建成2个", "建设局")]
    assert str(document.as_of) == "2023-06-30"
    assert document.tasks[0].cells["progress"].sheet == "表1"
    assert (document.tasks[0].cells["progress"].row, document.tasks[0].cells["progress"].column) == (2, 3)


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<p>一</p><p>二</p>", "一\n二"),
        ("一<br>二<br/><br>三", "一\n二\n三"),
        ("<p><span>新建公</span><span>园3</span><span>个</span></p>", "新建公园3个"),
        ("<p>&nbsp;新建&nbsp;&nbsp;公园 </p>", "新建 公园"),
        ("\u3000\u3000新建公园\u3000", "新建公园"),
        ("新建\n      公园", "新建公园"),
        ("GDP\n  growth", "GDP growth"),
        ("完成\n 30%", "完成 30%"),
        ("新<!-- 注 -->建<script>var a;</script><style>b{}</style>公\u200b园", "新建公园"),
        ("a &lt; b &amp; c", "a < b & c"),
        ("<ul><li>一</li><li>二</li></ul>", "一\n二"),
        ("", ""),
        ("<p>&nbsp;</p>", ""),
    ],
)
def test_blocks_end_a_line_and_nothing_else_does(inside, text):
    assert cell_text(inside) == text


def test_merged_cells_repeat_their_text_and_name_their_first_place():
    found = contents(
        page(
            table(
                "<tr><td rowspan=2>甲</td><td colspan=2>乙</td></tr>",
                "<tr><td>丙</td><td>丁</td></tr>",
                "<tr><td>1</td><td>2</td><td>3</td></tr>",
            )
        ),
        "p.html",
    )
    assert grid(found) == [["甲", "乙", "乙"], ["甲", "丙", "丁"], ["1", "2", "3"]]
    anchors = [[cell.anchor for cell in row.cells] for row in found.tables[0].rows]
    assert anchors == [[None, None, (1, 2)], [(1, 1), None, None], [None, None, None]]
    assert [problem.message for problem in found.problems] == ["第1行第1列至第2行第1列是合并单元格,各行均按“甲”读取。"]
    assert (found.problems[0].source.row, found.problems[0].source.column) == (1, 1)


def test_a_blank_merged_cell_is_no_news():
    found = contents(page(table("<tr><td rowspan=2></td><td>乙</td></tr>", "<tr><td>丙</td></tr>")), "p.html")
    assert found.problems == []


@pytest.mark.parametrize("span", ["0", "1000000000", "999999999999999999999"])
def test_a_cell_reaches_no_further_than_its_group_of_rows(span):
    body = f"<tbody><tr><td rowspan={span}>甲</td><td>1</td></tr><tr><td>2</td></tr></tbody>"
    found = contents(page(table(body, "<tbody><tr><td>乙</td><td>3</td></tr></tbody>")), "p.html")
    assert grid(found) == [["甲", "1"], ["甲", "2"], ["乙", "3"]]


@pytest.mark.parametrize("span", ["-3", "", "x", "1.5", "0"])
def test_a_senseless_colspan_is_one(span):
    found = contents(page(table(f"<tr><td colspan='{span}'>甲</td><td>乙</td></tr>")), "p.html")
    assert grid(found) == [["甲", "乙"]]


def test_a_title_may_reach_over_more_columns_than_there_are():
    found = contents(page(table("<tr><td colspan=1000000000>题</td></tr>", ROW)), "p.html")
    assert grid(found)[0] == ["题"] * 4


def test_where_two_cells_overlap_the_first_keeps_its_place():
    found = contents(
        page(
            table("<tr><td>1</td><td rowspan=2>甲</td></tr>", "<tr><td colspan=3>乙</td></tr>", "<tr><td>2</td></tr>")
        ),
        "p.html",
    )
    assert grid(found) == [["1", "甲"], ["乙", "甲"], ["2"]]


def test_head_comes_first_and_foot_last():
    found = contents(
        page(
            table(
                "<tfoot><tr><td>尾</td><td>3</td></tr></tfoot>",
                "<tbody><tr><td>体</td><td>2</td></tr></tbody>",
                "<thead><tr><td>头</td><td>1</td></tr></thead>",
            )
        ),
        "p.html",
    )
    assert [row[0] for row in grid(found)] == ["头", "体", "尾"]


def test_a_table_that_arranges_the_page_is_no_table_of_data():
    layout = table(
        "<tr><td>首页</td><td>公开</td></tr>",
        f"<tr><td>左栏</td><td><table><tr><td>{table(HEAD, ROW)}</td></tr></table></td></tr>",
        "<tr><td>版权</td></tr>",
    )
    found = contents(page(layout), "p.html")
    assert len(found.tables) == 1
    assert grid(found)[1] == ["1", "新建公园3个", "建成2个", "建设局"]
    assert found.tables[0].name == "第1张表"


def test_a_small_table_in_a_cell_is_text_of_that_cell():
    inner = table("<tr><td>甲</td><td>2个</td></tr>")
    rows = [
        f"<tr><td>{n}</td><td>任务{n}</td><td>{inner if n == 2 else '完成'}</td><td>建设局</td></tr>" for n in range(4)
    ]
    found = contents(page(table(HEAD, *rows)), "p.html")
    assert len(found.tables) == 1
    assert [row[2] for row in grid(found)] == ["完成情况", "完成", "完成", "甲\n2个", "完成"]


def test_only_tables_with_two_columns_are_counted():
    one = table("<tr><td>导航</td></tr>", "<tr><td>链接</td></tr>")
    found = contents(page(one, table(HEAD, ROW), one, table(HEAD, ROW)), "p.html")
    assert [one.name for one in found.tables] == ["第1张表", "第2张表"]
    assert [one.rows[0].sheet for one in found.tables] == ["表1", "表2"]
    assert found.tables[1].above == "间隔\n导航\n链接\n间隔"


def test_only_the_nearest_words_above_a_table_are_kept():
    found = contents(page(table(HEAD, ROW), before="<div>导航</div>" * 500 + "<h1>截至6月</h1>"), "p.html")
    assert found.tables[0].above.endswith("\n截至6月")
    assert len(found.tables[0].above) <= 300


def test_titles_in_a_table_of_their_own_are_joined_with_the_next_table():
    found = contents(page(f"<div>{table(HEAD)}</div>\n<div>{table(ROW, ROW)}</div>"), "p.html")
    assert len(found.tables) == 1
    assert [(row.line, row.sheet) for row in found.tables[0].rows] == [(1, "表1"), (2, "表1"), (3, "表1")]
    assert codes(found) == ["table-head-apart"]


@pytest.mark.parametrize(
    "second",
    [table(HEAD, ROW), table("<tr><td>1</td><td>2</td></tr>"), f"<p>另一张</p>{table(ROW)}"],
    ids=["with titles of its own", "of another width", "after some words"],
)
def test_titles_are_not_joined_with_a_table(second):
    assert len(contents(page(table(HEAD) + second), "p.html").tables) == 2


@pytest.mark.parametrize("mark", ["style='color:red; DISPLAY : none'", "hidden"])
def test_a_hidden_row_is_read_and_said(mark):
    found = contents(page(table(HEAD, ROW.replace("<tr>", f"<tr {mark}>"))), "p.html")
    assert len(found.tables[0].rows) == 2
    assert [problem.message for problem in found.problems] == ["第2行在网页上是隐藏的,也已读取。"]


def test_rows_of_a_hidden_part_of_the_page_are_hidden():
    found = contents(page(f"<div style='display:none'>{table(HEAD)}</div><p>x</p>{table(ROW)}"), "p.html")
    assert [(problem.code, problem.source.sheet) for problem in found.problems] == [("row-hidden", "表1")]


def test_blank_rows_are_left_out_but_counted():
    found = contents(page(table(HEAD, "<tr height=0><td></td><td>&nbsp;</td></tr>", ROW)), "p.html")
    assert [row.line for row in found.tables[0].rows] == [1, 3]


def test_what_excel_saves_as_a_web_page_is_read(read_bytes):
    sheet = (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset=gb2312><!--[if gte mso 9]><xml/>'
        "<![endif]--></head><body><table x:str><col width=64><tr><td>序号</td><td>主要工作任务</td><td>完成情况</td>"
        "<td>牵头单位</td></tr><tr><td x:num>1</td><td style='mso-number-format:0%'>完成"
        "<br\n style='mso-data-placement:same-cell;'>三项</td><td>两项</td><td>建设局</td></tr>"
        "<![if supportMisalignedColumns]><tr height=0 "
        "style='display:none'><td width=64></td></tr><![endif]></table></body></html>"
    )
    document = read_bytes(sheet.encode("gb18030"), "table.xls")
    assert [(task.id, task.text) for task in document.tasks] == [("1", "完成\n三项")]
    assert "row-hidden" not in [problem.code for problem in document.problems]


@pytest.mark.parametrize(
    "rows", ["<td>甲</td><td>乙</td>", "<form><tr><td>甲<td>乙</form>", "<tr><td>甲<td>乙<table></table>"]
)
def test_careless_markup_is_read(rows):
    assert grid(contents(f"<table>{rows}</table>", "p.html"))[0] == ["甲", "乙"]


@pytest.mark.parametrize(
    "text", ["<html></html>", "<table></table>", "<p>文字", "", "<!--", page(table("<tr><td>一格</td></tr>"))]
)
def test_a_page_without_a_table_is_an_error_that_says_what_to_do(text):
    found = contents(text, "p.html")
    assert found.tables == ()
    assert [problem.severity for problem in found.problems] == ["error"]
    assert found.problems[0].suggestion


def test_a_page_without_a_table_is_told_from_a_broken_one():
    assert codes(contents("<p>文字</p>", "p.html")) == ["file-no-table"]


def test_entities_of_the_page_are_not_expanded():
    bomb = "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
    text = f"{bomb}<table><tr><td>&b;</td><td>&f;</td></tr></table>"
    assert "root:" not in str(contents(text, "p.html")) and "aaaa" not in str(grid(contents(text, "p.html")))


def test_spans_that_demand_millions_of_places_are_refused():
    rows = "<tr><td rowspan=60000 colspan=1000>x</td><td>z</td></tr>" + "<tr><td>y</td></tr>" * 2000
    found = contents(page(table(rows), table(HEAD, ROW)), "p.html")
    assert [(one.code, one.severity) for one in found.problems] == [("table-too-large", "warning")]
    assert [one.name for one in found.tables] == ["第2张表"]


def test_a_page_nested_too_deep_is_not_read_by_halves():
    found = contents("<div>" * 5000 + table(HEAD, ROW), "p.html")
    assert (found.tables, codes(found)) == ((), ["file-too-complex"])


def test_a_page_of_a_million_tags_is_refused():
    assert codes(contents("<table>" + "<td>" * 1_000_001, "p.html")) == ["file-too-complex"]


def test_deeply_nested_tables_are_read():
    text = page("<table><tr><td>" * 300 + table(HEAD, ROW) + "</table>" * 300)
    assert grid(contents(text, "p.html"))[1][0] == "1"


def test_nul_and_half_characters_do_no_harm():
    assert cell_text("甲\0乙") == "甲\ufffd乙"
    assert read_text(page(table(HEAD, ROW)) + "\ud800").tasks is not None


marks = (
    "<table> </table> <tr> </tr> <td> </td> <td\trowspan=3> <td\tcolspan=2\trowspan=0> <th> <tbody> <thead> "
    "<p> <br> <!-- --> <div\thidden> </div> 序号 任务 &nbsp; <script> \0"
)
tags = st.sampled_from([*marks.split(" "), "\n"])


@given(st.lists(tags, max_size=60))
def test_no_page_makes_the_reader_raise(pieces):
    found = contents("".join(pieces), "p.html")
    assert found.tables or found.problems
    for one in found.tables:
        lines = [row.line for row in one.rows]
        assert lines == sorted(set(lines))
        assert all(cell.text == cell.text.strip() for row in one.rows for cell in row.cells)


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), min_size=1, max_size=12), st.integers(1, 4))
def test_every_merged_place_shows_the_text_of_its_first(spans, width):
    cells = [f"<td rowspan={down} colspan={across}>{n}</td>" for n, (down, across) in enumerate(spans)]
    rows = [f"<tr>{''.join(cells[at : at + width])}</tr>" for at in range(0, len(cells), width)]
    found = contents(page(table("<tr><td>a</td><td>b</td></tr>", *rows)), "p.html")
    by_line = {row.line: row for row in found.tables[0].rows}
    for row in by_line.values():
        for cell in row.cells:
            if cell.anchor:
                assert by_line[cell.anchor[0]].cells[cell.anchor[1] - 1].text == cell.text


def test_the_real_table_comes_back_from_a_page_without_a_loss(shared, read_bytes):
    tasks = read(next((shared / "seeds").glob("000_*.txt"))).tasks
    cells = [[task.id, task.text, task.progress, task.units] for task in tasks]
    rows = ["".join(f"<td><p>{escaping.escape(text)}</p></td>" for text in row) for row in cells]
    document = read_bytes(page(table(HEAD, *(f"<tr>{row}</tr>" for row in rows))).encode(), "page.html")
    assert [[task.id, task.text, task.progress, task.units] for task in document.tasks] == cells
    assert document.problems == ()


def test_visible_text_is_that_of_the_element_alone():
    from lxml.html import fragment_fromstring

    assert visible(fragment_fromstring("<p>甲<b>乙</b></p>")) == "甲乙"
