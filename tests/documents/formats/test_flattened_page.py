"""A page flattened to one cell a paragraph: its tables are found again, and what cannot be decided is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.documents import Layout, read_text
from engine.documents.formats.flattened_page import contents
from engine.documents.tables.header import vocabulary

TITLES = ["序号", "主要工作任务", "责任单位"]
FOUR = ["序号", "工作任务", "完成情况", "责任单位"]
SPLIT = ["序号", "事项分类", "事项名称", "任务分解", "牵头单位", "全市", "东区", "西县"]


def flat(*cells):
    return "\n\n".join(cells) + "\n"


def fields(document):
    return [(task.id, task.text, task.progress, task.units) for task in document.tasks]


def said(document):
    return [problem.code for problem in document.problems if not problem.code.startswith("table-no-")]


def tables(text):
    return contents(text, "页面.txt", vocabulary()).tables


def test_each_paragraph_is_a_cell_and_each_number_begins_a_row():
    document = read_text(flat("某市重点工作", *TITLES, "1", "新增绿道10公里。", "甲局", "2", "新建公园3个。", "乙局"))
    assert fields(document) == [("1", "新增绿道10公里。", "", "甲局"), ("2", "新建公园3个。", "", "乙局")]
    assert said(document) == []


@pytest.mark.parametrize(
    ("titles", "row", "expected"),
    [
        (FOUR, ["1", "绿道10公里", "已建3公里", "甲局"], ("1", "绿道10公里", "已建3公里", "甲局")),
        ([*FOUR, "备注"], ["1", "绿道10公里", "已建3公里", "甲局", "略"], ("1", "绿道10公里", "已建3公里", "甲局")),
        ([*FOUR, "备注"], ["1", "绿道10公里", "已建3公里", "甲局"], ("1", "绿道10公里", "已建3公里", "甲局")),
        (
            ["序号", "任务", "牵头单位", "配合单位"],
            ["1", "绿道10公里", "甲局", "乙局、", "丙局"],
            ("1", "绿道10公里", "", "★甲局、乙局、丙局"),
        ),
        (["编号", "责任部门", "工作任务"], ["1", "甲局", "绿道10公里。"], ("1", "绿道10公里。", "", "甲局")),
    ],
)
def test_a_row_has_the_columns_that_the_header_names(titles, row, expected):
    document = read_text(flat(*titles, *row))
    assert fields(document) == [expected]
    assert "row-undecided" not in said(document)


@pytest.mark.parametrize(
    "titles",
    [
        ["序 号", "主 要 工 作 任 务", "责 任 单 位"],
        ["序号", "主要工作", "任务", "责任", "单位"],
        ["序号", "主要工作任务", "(2030年)", "责任单位", "(列首位的牵头)"],
    ],
)
def test_a_title_may_have_blanks_or_be_broken_over_lines(titles):
    document = read_text(flat(*titles, "1", "新增绿道10公里。", "甲局"))
    assert fields(document) == [("1", "新增绿道10公里。", "", "甲局")]
    assert said(document) == []


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (["甲局、乙局、", "丙局"], "甲局、乙局、丙局"),
        (["甲局", "、乙局"], "甲局、乙局"),
        (["甲局", "(乙办)"], "甲局(乙办)"),
        (["甲局\uff08乙", "办\uff09、丙局"], "甲局\uff08乙办\uff09、丙局"),
        (["甲局", "乙委"], "甲局、乙委"),
        (["江南临港", "经济开发区"], "江南临港经济开发区"),
        (["航空枢纽建设指挥部", "办公室"], "航空枢纽建设指挥部办公室"),
        (["东湖区政府、江南临港", "经济开发区(港区)", "丙局"], "东湖区政府、江南临港经济开发区(港区)、丙局"),
    ],
)
def test_a_broken_units_cell_is_put_together_and_a_note_says_so(pieces, expected):
    document = read_text(flat(*TITLES, "1", "新增绿道10公里。", *pieces, "2", "新建公园3个。", "乙局"))
    assert fields(document)[0] == ("1", "新增绿道10公里。", "", expected)
    (note,) = [problem for problem in document.problems if problem.code == "cell-joined"]
    assert (note.severity, note.source.row, note.source.column) == ("note", 11, 3)
    assert expected in note.message


def test_a_name_that_stands_unbroken_elsewhere_decides_how_pieces_go_together():
    rows = ["1", "新增绿道10公里。", "市人力社会", "保障局", "2", "稳定就业5万人。", "市人力社会保障局"]
    assert [task.units for task in read_text(flat(*TITLES, *rows)).tasks] == ["市人力社会保障局"] * 2


def test_a_broken_sentence_belongs_to_the_task():
    document = read_text(flat(*TITLES, "1", "新增绿道10公里,", "绿地225亩。", "甲局", "2", "新建公园3个。", "乙局"))
    assert fields(document)[0] == ("1", "新增绿道10公里,绿地225亩。", "", "甲局")
    assert said(document) == ["cell-joined"]


def test_sentences_in_paragraphs_of_their_own_stay_apart():
    document = read_text(flat(*TITLES, "1", "新增绿道10公里。", "新增绿地225亩。", "甲局", "2", "完善。", "乙局"))
    assert document.tasks[0].text == "新增绿道10公里。\n新增绿地225亩。"


def test_an_empty_cell_is_told_by_what_the_others_hold():
    document = read_text(
        flat(*FOUR, "1", "建园3个。", "甲局", "2", "建路4公里。", "已建1公里。", "3", "完善。", "无", "丙局")
    )
    assert fields(document) == [
        ("1", "建园3个。", "", "甲局"),
        ("2", "建路4公里。", "已建1公里。", ""),
        ("3", "完善。", "无", "丙局"),
    ]
    assert said(document) == ["row-no-progress", "row-no-units"]


def test_what_cannot_be_decided_is_read_in_the_likeliest_way_with_a_warning():
    rows = ["1", "推进建园", "推进建路", "推进建桥", "甲局", "2", "完善", "无", "丙局"]
    document = read_text(flat(*FOUR, *rows))
    (warning,) = [problem for problem in document.problems if problem.code == "row-undecided"]
    assert (warning.severity, warning.source.row) == ("warning", 9)
    assert "".join(fields(document)[0]) == "1推进建园推进建路推进建桥甲局"


def test_a_number_that_is_missing_is_said():
    document = read_text(flat(*TITLES, "1", "绿道1公里。", "甲局", "2", "公园2个。", "甲局", "5", "道路3条。", "乙局"))
    assert [task.id for task in document.tasks] == ["1", "2", "5"]
    (warning,) = [problem for problem in document.problems if problem.code == "row-gap"]
    assert "“2”" in warning.message and "“5”" in warning.message


def test_numbers_of_pages_are_no_rows():
    rows = ["1", "绿道1公里。", "- 3 -", "甲局", "第4页", "2", "公园2个。", "乙局", "7", "3", "道路3条。", "丙局"]
    document = read_text(flat(*TITLES, *rows))
    assert [task.id for task in document.tasks] == ["1", "2", "3"]
    assert said(document) == ["row-unused"]


def test_figures_in_a_column_of_goals_are_not_taken_for_numbers():
    titles = ["序号", "工作任务", "目标值(公里)", "责任单位"]
    tables_found = tables(
        flat(*titles, "1", "绿道", "2", "甲局", "2", "道路", "3", "乙局、", "丁局", "3", "桥梁", "4", "丙局")
    )
    assert [[cell.text for cell in row.cells] for row in tables_found[0].rows[1:]] == [
        ["1", "绿道", "2", "甲局"],
        ["2", "道路", "3", "乙局、丁局"],
        ["3", "桥梁", "4", "丙局"],
    ]


@pytest.mark.parametrize(
    "ending", [["注:列首位者牵头。", "略"], ["作者:张三", "信息来源:", "打印本页"], ["附件1", "甲局"], []]
)
def test_what_stands_below_the_table_is_not_in_its_last_row(ending):
    document = read_text(flat(*TITLES, "1", "绿道1公里。", "甲局", "2", "公园2个。", "乙局、", "丙局", *ending))
    assert fields(document)[1] == ("2", "公园2个。", "", "乙局、丙局")


def test_headings_between_rows_are_in_no_cell():
    document = read_text(
        flat(
            *TITLES, "(一)生态", "1", "绿道1公里。", "甲局", "二、民生", "2", "公园2个。", "乙局", "3", "完善。", "丙局"
        )
    )
    assert [task.units for task in document.tasks] == ["甲局", "乙局", "丙局"]
    assert said(document) == ["row-heading", "row-heading"]


def test_several_tables_of_one_page_have_names_and_the_words_above_them():
    one = [*TITLES, "1", "绿道1公里。", "甲局", "注:略"]
    other = [*TITLES, "1", "公园2个。", "乙局"]
    first, second = tables(flat("关于印发分工的通知", "重点工作分工", *one, "实事项目分工(2030年1-6月)", *other))
    assert (first.name, second.name) == ("第1张表“重点工作分工”", "第2张表")
    assert {row.sheet for row in first.rows} == {"表1"} and {row.sheet for row in second.rows} == {"表2"}
    assert first.above == "关于印发分工的通知\n重点工作分工"
    assert second.above == "注:略\n实事项目分工(2030年1-6月)"
    document = read_text(flat("一", *one, "实事项目分工(2030年1-6月)", *other))
    assert [task.id for task in document.tasks] == ["1", "表2-1"]
    assert str(document.as_of) == "2030-06-30"


def test_every_cell_leads_to_its_line_and_offset():
    text = flat(
        "某市\u3000", *FOUR, "1", "绿道1公里。", "  已建1公里。", "甲局、", "乙局", "2", "公园2个。", "无", "丙局"
    )
    for task in read_text(text.replace("\n\n", "\r\n\r\n")).tasks:
        lines = text.splitlines()
        assert lines[task.source.row - 1] == task.id
        for field, place in task.cells.items():
            line = lines[place.row - 1].strip()
            assert getattr(task, field).startswith(line)
            assert text.replace("\n\n", "\r\n\r\n")[place.offset :].startswith(line)


LOOKS_LIKE_IT = {
    "a letter with numbered paragraphs": ["各部门:", "1.", "加强领导。", "2.", "落实责任。", "3.", "按时上报。"],
    "a header without rows": TITLES,
    "a number without a row": [*TITLES, "1"],
    "titles far from each other": [
        "序号",
        "这是一段很长的说明文字,它说明本页各项内容的由来、口径和填报的要求,请各单位认真阅读。",
        "任务",
        "1",
        "甲",
    ],
    "a list of contents": ["目录", "1", "总则", "2", "分则", "3", "附则"],
    "numbers alone": ["1", "2", "3"],
    "nothing": [],
}


@pytest.mark.parametrize("cells", LOOKS_LIKE_IT.values(), ids=LOOKS_LIKE_IT)
def test_a_text_that_merely_looks_like_a_table_gives_none(cells):
    assert tables(flat(*cells)) == ()


def test_control_characters_cost_a_row_and_nothing_more():
    document = read_text(flat(*TITLES, "1", "绿\x00道", "甲局", "2", "公园2个。", "乙局"))
    assert [task.id for task in document.tasks] == ["2"]
    assert said(document) == ["row-control"]


SPLIT_ROWS = [
    *("1", "一、出行", "全市新建道路30公里、公园9个。", "道路", "30", "10", "20", "市交通局"),
    *("公园", "9", "/", "9"),
    *("2", "桥梁和", "涵洞", "6", "3", "3"),
    *("3", "全市新建车位700个。", "700", "300", "400", "市建设局"),
    *("4", "二、上学", "全市新建学校2所。", "2", "1", "1", "5", "全市新增学位900个。", "900", "500", "400"),
    *("市教育局", "联系电话", "12345"),
]
LINES = [
    ("1", "一、出行", "道路", "30", ["10", "20"], "市交通局"),
    ("1", "一、出行", "公园", "9", ["/", "9"], "市交通局"),
    ("2", "一、出行", "桥梁和涵洞", "6", ["3", "3"], "市交通局"),
    ("3", "一、出行", "", "700", ["300", "400"], "市建设局"),
    ("4", "二、上学", "", "2", ["1", "1"], "市教育局"),
    ("5", "二、上学", "", "900", ["500", "400"], "市教育局"),
]


def split_lines(document):
    return [
        (task.id, task.category, line.label, line.total.written, [share.written for share in line.shares], line.units)
        for task in document.tasks
        for line in task.allocations
    ]


def test_an_allocation_table_is_put_together_with_its_merged_cells():
    document = read_text(flat(*SPLIT, *SPLIT_ROWS))
    assert split_lines(document) == LINES
    one, two = document.tasks[:2]
    assert one.text == two.text == "全市新建道路30公里、公园9个。"
    assert one.cells["text"] == two.cells["text"]
    assert [problem.code for problem in document.problems if problem.severity != "note"] == ["table-no-progress"]
    assert said(document).count("row-filled") == 5


def test_a_filled_cell_leads_to_the_cell_that_it_repeats():
    text = flat(*SPLIT, *SPLIT_ROWS)
    lines = text.splitlines()
    for task in read_text(text).tasks:
        assert lines[task.cells["text"].row - 1] == task.text
        assert lines[task.cells["units"].row - 1] == task.units
        for line in task.allocations:
            assert all(lines[one.source.row - 1] == one.written for one in (line.total, *line.shares))


def test_the_lead_may_stand_before_the_figures():
    rows = [
        "1",
        "全市新建道路30公里。",
        "市交通局",
        "30",
        "10",
        "20",
        "2",
        "全市新建公园9个。",
        "市建设局",
        "9",
        "4",
        "5",
    ]
    document = read_text(flat("序号", "事项名称", "责任单位", "全市", "东区", "西县", *rows))
    assert [(task.id, task.text, task.units) for task in document.tasks] == [
        ("1", "全市新建道路30公里。", "市交通局"),
        ("2", "全市新建公园9个。", "市建设局"),
    ]


def test_the_total_may_stand_behind_the_areas():
    rows = ["1", "全市新建道路30公里。", "10", "20", "30", "2", "全市新建公园9个。", "4", "5", "9"]
    (line,) = read_text(flat("序号", "事项名称", "东区", "西县", "合计", *rows)).tasks[0].allocations
    assert line.total.written == "30"
    assert [(share.area, share.written) for share in line.shares] == [("东区", "10"), ("西县", "20")]


def test_a_line_that_lost_a_figure_is_read_without_its_figures_and_said():
    rows = ["1", "建路30公里。", "30", "10", "20", "2", "建园9个。", "9", "4", "3", "建桥2座。", "2", "1", "1"]
    document = read_text(flat("序号", "事项名称", "全市", "东区", "西县", *rows))
    assert [(task.id, len(task.allocations)) for task in document.tasks] == [("1", 1), ("2", 0), ("3", 1)]
    (warning,) = [problem for problem in document.problems if problem.code == "row-figures"]
    assert (warning.severity, warning.source.row) == ("warning", 21)
    assert "2个数" in warning.message and "3个" in warning.message and "9、4" in warning.message


def test_a_last_item_without_figures_is_said():
    rows = ["1", "建路30公里。", "30", "10", "20", "2", "建园9个。", "另行下达"]
    document = read_text(flat("序号", "事项名称", "全市", "东区", "西县", *rows))
    assert [task.id for task in document.tasks] == ["1"]
    assert "row-figures" in said(document)


def test_names_of_areas_that_are_broken_are_put_together():
    titles = ["序号", "事项名称", "全市", "东湖区", "江南临港", "经济开发区", "(港区)", "其他"]
    document = read_text(
        flat(*titles, "1", "建路30公里。", "30", "10", "19", "1", "2", "建园9个。", "9", "4", "5", "/")
    )
    line = document.tasks[0].allocations[0]
    assert [share.area for share in line.shares] == ["东湖区", "江南临港经济开发区(港区)", "其他"]


def test_lost_names_of_areas_are_never_guessed():
    rows = ["1", "建路30公里。", "30", "10", "19", "1", "2", "建园9个。", "9", "4", "5", "/"]
    text = flat("序号", "事项名称", "全市", "其他", *rows)
    document = read_text(text)
    assert [share.area for share in document.tasks[0].allocations[0].shares] == ["区域1", "区域2", "区域3"]
    assert "table-areas-lost" in said(document)
    given = read_text(text, layout=Layout(areas=("东区", "西县", "其他")))
    assert [share.area for share in given.tasks[0].allocations[0].shares] == ["东区", "西县", "其他"]
    assert said(given) == []


TEXTS = st.sampled_from(
    ["建路3公里。", "改造小区5个,新增车位6个。", "力争增长7%左右。", "推进“一号工程”。", "完善机制!"]
)
OFFICES = st.sampled_from(["市教育局", "市发改委", "东湖区政府", "市妇联", "某市建设集团", "市数据办(大数据中心)"])


@st.composite
def units(draw):
    """A units cell and the paragraphs that it is broken into."""
    names = draw(st.lists(OFFICES, min_size=1, max_size=4))
    whole = "、".join(names)
    at = draw(st.integers(0, len(names) - 1))
    first, second = "、".join(names[:at]), "、".join(names[at:])
    return whole, [f"{first}、", second] if first else [whole]


@given(st.lists(st.tuples(TEXTS, TEXTS, units()), min_size=1, max_size=8), st.booleans(), st.integers(1, 90))
def test_any_flattened_rows_come_back(rows, progress, first):
    cells, expected = [], []
    for number, (text, report, (whole, pieces)) in enumerate(rows, start=first):
        cells += [str(number), text, *([report] if progress else []), *pieces]
        expected.append((str(number), text, report if progress else "", whole))
    document = read_text(flat("标题", *(FOUR if progress else TITLES), *cells, "注:略。"))
    assert fields(document) == expected


FIGURE = st.sampled_from(["0", "1", "2", "3", "12", "1,200", "33.5", "/"])
LABEL = st.sampled_from(["道路", "公园", "机构床位", "车位"])


@given(st.data(), st.integers(2, 6), st.booleans())
def test_any_flattened_allocation_lines_come_back(data, areas, led):
    """Every number has its item and one or two lines of a label and figures; the lead stands behind the first line."""
    cells, expected = [], []
    for number in range(1, data.draw(st.integers(2, 6)) + 1):
        text = data.draw(TEXTS.filter(lambda text: text.endswith("。")))
        lead = data.draw(OFFICES) if led else ""
        cells += [str(number), text]
        for line in range(data.draw(st.integers(1, 2))):
            figures = data.draw(st.lists(FIGURE, min_size=areas + 1, max_size=areas + 1))
            label = data.draw(LABEL)
            cells += [label, *figures, *([lead] if led and not line else [])]
            expected.append((str(number), "", label, figures[0], figures[1:], lead))
    titles = ["序号", "事项名称", "任务分解", "全市", *(["牵头单位"] if led else [])]
    document = read_text(flat(*titles, *(f"{name}区" for name in "甲乙丙丁戊己"[:areas]), *cells))
    assert split_lines(document) == expected


NOISE = st.sampled_from(
    [
        *SPLIT,
        *TITLES,
        "1",
        "2",
        "3",
        "/",
        "一、出行",
        "建路3公里。",
        "市教育局",
        "甲局、",
        "(港区)",
        "注:略",
        "\x00",
        "\ud800",
        "、",
    ]
)


@given(st.lists(NOISE, max_size=40), st.sampled_from([[], TITLES, FOUR, SPLIT]))
def test_nothing_makes_the_reader_raise(cells, titles):
    document = read_text("\n".join([*titles, *cells]))
    assert document.tasks or document.problems


@given(st.lists(NOISE, max_size=30), st.sampled_from([TITLES, FOUR]))
def test_no_paragraph_between_the_first_and_the_last_number_is_lost(cells, titles):
    """What stands between two numbers is in a cell, or a row by itself."""
    rows = ["1", *(cell for cell in cells if cell not in {"序号", "2", "3"}), "2", "完善。"]
    for table in tables("\n".join([*titles, *rows]))[:1]:
        kept = "".join(cell.text for row in table.rows for cell in row.cells).replace("\n", "")
        for cell in rows:
            assert cell.strip("、") in kept


@pytest.mark.slow
@pytest.mark.parametrize(
    "cells",
    [
        [*TITLES, *(cell for number in range(1, 33_000) for cell in (str(number), "建路3公里。", "市教育局"))],
        [
            *SPLIT,
            *(cell for number in range(1, 16_000) for cell in (str(number), "建路3公里。", "3", "1", "2", "市教育局")),
        ],
        ["序号"] * 100_000,
        [*TITLES, *["1"] * 100_000],
        [*TITLES, "1", *["甲,"] * 100_000],
        [*SPLIT, *["1", "甲"] * 50_000],
    ],
    ids=["rows", "lines of figures", "headers", "numbers", "one long row", "no figures"],
)
def test_a_hundred_thousand_lines_of_anything_are_read(cells):
    """Hours, were any step of it more than linear."""
    assert len(tables("\n".join(cells))) == (cells[1] != "序号")
