"""Tables that split totals among areas, of any format: a Task for every number, a line of shares for every row."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.documents import Layout, read_text
from engine.documents.rows import Cell, Row, Table
from engine.documents.tables import shared_tasks
from engine.documents.tables.allocations import split_of
from engine.documents.tables.header import find, vocabulary
from engine.model import Problem, Task

HEADER = "序号|事项分类|事项名称|任务分解|全市|东区|西县|牵头单位"
ROWS = """
1|出行|新建道路30公里、公园9个。|道路|30|10|20|市交通局
 ||||9|/|9|市园林局
2|上学|新建学校2所。||2|1|1|市教育局
"""


def pipes(header, rows):
    return header + "\n" + rows.strip("\n") + "\n"


def said(document):
    return [problem.code for problem in document.problems if problem.code != "table-no-progress"]


def shares(line):
    return {share.area: share.value for share in line.shares}


def of_grid(grid, anchors=None, **options):
    """The Tasks and Problems of a table with real cells; ``anchors`` are the merged ones, all from 1."""
    rows = [
        Row(number, None, tuple(Cell(text, None, None, (anchors or {}).get((number, column)))
                                for column, text in enumerate(cells, start=1)), "", "Sheet1")
        for number, cells in enumerate(grid, start=1)
    ]  # fmt: skip
    table, words = Table(rows), vocabulary()
    header = find(rows, words)
    at = split_of(table, header)
    if at is None:
        return None, None
    found = list(shared_tasks.entries(table, at, words, Layout(**options), "分解.xlsx"))
    return [one for one in found if isinstance(one, Task)], [one for one in found if isinstance(one, Problem)]


def test_one_task_for_every_number_and_a_line_for_every_row():
    document = read_text(pipes(HEADER, ROWS))
    assert said(document) == []
    one, two = document.tasks
    assert (one.id, one.category, one.text, one.units) == (
        "1",
        "出行",
        "新建道路30公里、公园9个。",
        "市交通局、市园林局",
    )
    assert [(line.label, line.total.value, line.units) for line in one.allocations] == [
        ("道路", Decimal(30), "市交通局"),
        ("", Decimal(9), "市园林局"),
    ]
    assert shares(one.allocations[1]) == {"东区": None, "西县": Decimal(9)}
    assert one.allocations[1].shares[0].written == "/"
    assert (two.id, two.units, len(two.allocations)) == ("2", "市教育局", 1)


def test_every_share_leads_to_its_cell():
    text = pipes(HEADER, ROWS)
    for task in read_text(text).tasks:
        for line in task.allocations:
            for share in (line.total, *line.shares):
                place = share.source
                assert text.splitlines()[place.row - 1].split("|")[place.column - 1].strip() == share.written
                assert text[place.offset :].startswith(share.written)


def test_merged_cells_are_those_of_their_anchor():
    item = "新建道路30公里、公园9个。"
    grid = [
        ["序号", "事项名称", "任务分解", "合计", "东区", "西县", "责任单位"],
        ["1", item, "道路", "30", "10", "20", "市交通局"],
        ["2", item, "公园", "9", "4", "5", "市交通局"],
    ]
    (one, two), problems = of_grid(grid, {(3, 2): (2, 2), (3, 7): (2, 7)})
    assert problems == []
    assert (one.text, two.text) == (item, item)
    assert one.cells == two.cells
    assert (two.cells["text"].row, two.cells["text"].column, two.cells["text"].sheet) == (2, 2, "Sheet1")


def test_rows_whose_number_is_merged_are_lines_of_one_task():
    grid = [
        ["序号", "事项名称", "任务分解", "合计", "东区", "西县"],
        ["1", "建路、建园。", "道路", "30", "10", "20"],
        ["1", "建路、建园。", "公园", "9", "4", "5"],
        ["1", "修桥。", "桥", "2", "1", "1"],
    ]
    tasks, _ = of_grid(grid, {(3, 1): (2, 1), (3, 2): (2, 2)})
    assert [(task.text, [line.label for line in task.allocations]) for task in tasks] == [
        ("建路、建园。", ["道路", "公园"]),
        ("修桥。", ["桥"]),
    ]


def test_a_number_with_a_label_but_without_an_item_shares_the_item_above():
    rows = "1||建路、建园。|道路|30|10|20|甲局\n2|||公园|9|4|5|甲局"
    one, two = read_text(pipes(HEADER, rows)).tasks
    assert two.text == one.text
    assert two.cells["text"] == one.cells["text"]


def test_a_table_without_numbers_has_a_task_for_every_item():
    rows = "建路。|道路|30|10|20\n|公园|9|4|5\n修桥。||2|1|1"
    document = read_text(pipes("事项名称|任务分解|全市|东区|西县", rows))
    assert [(task.id, task.text, len(task.allocations)) for task in document.tasks] == [
        ("1", "建路。", 2),
        ("2", "修桥。", 1),
    ]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("序号|事项名称|东区|西县|合计|责任单位", "1|建路。|10|20|30|甲局"),
        ("序号|事项名称|合计|东区|西县|备注", "1|建路。|30|10|20|"),
        ("序号|事项名称|责任单位|全县|东镇|西街道|完成时限", "1|建路。|甲局|30|10|20|12月"),
    ],
)
def test_areas_are_the_columns_of_figures_beside_the_total(header, row):
    (task,) = read_text(pipes(header, row)).tasks
    (line,) = task.allocations
    assert (line.total.value, [share.value for share in line.shares]) == (30, [10, 20])


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("序号|工作任务|合计|一季度|二季度|责任单位", "1|建路。|30|10|20|甲局"),
        ("序号|工作任务|合计|2029年|2030年|责任单位", "1|建路。|30|10|20|甲局"),
        ("序号|工作任务|合计|完成情况|责任单位", "1|建路。|30|10|甲局"),
        ("序号|工作任务|合计|东区|责任单位", "1|建路。|30|30|甲局"),
        ("序号|工作任务|合计|东区|西县|责任单位", "1|建路。|30|由东区实施|由西县实施|甲局"),
        ("序号|工作任务|完成情况|责任单位", "1|建路。|30|甲局"),
    ],
)
def test_other_columns_beside_a_total_are_no_areas(header, row):
    (task,) = read_text(pipes(header, row)).tasks
    assert (task.text, task.allocations) == ("建路。", ())


def test_a_title_over_the_areas_is_no_label():
    grid = [
        ["序号", "事项名称", "全市", "任务分解", "任务分解", "责任单位"],
        ["序号", "事项名称", "全市", "东区", "西县", "责任单位"],
        ["1", "建路。", "30", "10", "20", "甲局"],
    ]
    anchors = {(2, column): (1, column) for column in (1, 2, 3, 6)} | {(1, 5): (1, 4)}
    (task,), problems = of_grid(grid, anchors)
    assert problems == []
    (line,) = task.allocations
    assert (line.label, shares(line)) == ("", {"东区": 10, "西县": 20})


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,200", Decimal(1200)),
        ("12,345,678.5", Decimal("12345678.5")),
        ("33.3", Decimal("33.3")),
        ("\uff11\uff12", Decimal(12)),
        ("0", Decimal(0)),
        *((mark, None) for mark in ("/", "\uff0f", "-", "—", "——", "\\", "无", "")),
    ],
)
def test_a_share_is_a_figure_or_says_that_there_is_none(written, value):
    document = read_text(pipes(HEADER, f"1||建路。||30|{written}|20|甲局"))
    share = document.tasks[0].allocations[0].shares[0]
    assert (share.written, share.value) == (written, value)
    assert said(document) == []


@pytest.mark.parametrize("written", ["约100", "1,20", "10%", "见附件", "12个以上", "9" * 40, "1.2.3"])
def test_a_share_that_is_no_figure_is_a_warning_with_its_cell(written):
    document = read_text(pipes(HEADER, f"1||建路。||30|{written}|20|甲局\n2||建桥。||3|1|2|甲局"))
    (problem,) = [one for one in document.problems if one.code == "cell-share"]
    assert (problem.severity, problem.source.row, problem.source.column) == ("warning", 2, 6)
    assert "东区" in problem.message and written[:20] in problem.message
    assert document.tasks[0].allocations[0].shares[0].value is None


def test_a_line_without_a_total_is_said():
    document = read_text(pipes(HEADER, "1||建路。|||10|20|甲局\n2||建桥。||3|1|2|甲局"))
    assert said(document) == ["cell-no-total"]


def test_rows_of_sums_and_rows_without_an_item_are_no_tasks():
    document = read_text(pipes(HEADER, "1||建路。||30|10|20|甲局\n合计||||30|10|20|\n9||||30|10|20|"))
    assert [task.id for task in document.tasks] == ["1"]
    assert said(document) == ["row-sum", "row-unused"]


def test_a_heading_between_the_rows_is_the_category_of_those_below_it():
    header = "序号|事项名称|合计|东区|西县"
    document = read_text(pipes(header, "一、出行||||\n1|建路。|30|10|20\n二、上学||||\n2|建校。|3|1|2"))
    assert [(task.category, task.text) for task in document.tasks] == [("一、出行", "建路。"), ("二、上学", "建校。")]
    assert said(document) == ["table-no-units", "row-heading", "row-heading"]


def test_a_header_that_is_repeated_is_no_task():
    document = read_text(pipes(HEADER, f"1||建路。||30|10|20|甲局\n{HEADER}\n2||建桥。||3|1|2|甲局"))
    assert [task.id for task in document.tasks] == ["1", "2"]
    assert said(document) == ["row-header"]


def test_a_row_whose_figures_a_delimiter_may_have_moved_is_not_read():
    header = HEADER.replace("|", ",")
    document = read_text(f"{header}\n1,,建路。,,1,200,1000,200,甲局\n2,,建桥。,,3,1,2,甲局\n3,,建园。,,3,1,2\n")
    assert [task.id for task in document.tasks] == ["2", "3"]
    assert [code for code in said(document) if code != "row-no-units"] == ["row-long", "row-short"]


def test_control_characters_cost_a_row_and_nothing_more():
    document = read_text(pipes(HEADER, "1||建\x00路。||30|10|20|甲局\n2||建桥。||3|1|2|甲局"))
    assert [task.id for task in document.tasks] == ["2"]
    assert said(document) == ["row-control"]


def test_co_responsible_units_stand_behind_the_lead():
    document = read_text(pipes("序号|事项名称|合计|东区|西县|牵头单位|配合单位", "1|建路。|30|10|20|甲局|乙局"))
    assert document.tasks[0].units == document.tasks[0].allocations[0].units == "★甲局、乙局"


LOST = [["序号", "事项名称", "合计", "", "", "其他"], ["1", "建路。", "30", "10", "19", "1"]]


def test_lost_names_of_areas_are_numbered_and_those_found_are_named():
    (task,), (problem,) = of_grid(LOST)
    assert list(shares(task.allocations[0])) == ["区域1", "区域2", "区域3"]
    assert (problem.code, problem.severity, problem.source.row) == ("table-areas-lost", "warning", 1)
    assert "3列" in problem.message and "1个区域名(其他)" in problem.message
    assert "--areas" in problem.suggestion and "areas:" in problem.suggestion


def test_the_user_names_the_areas():
    (task,), problems = of_grid(LOST, areas=("东区", "西县", "其他"))
    assert shares(task.allocations[0]) == {"东区": 10, "西县": 19, "其他": 1}
    assert problems == []


def test_too_many_or_too_few_names_are_not_used():
    (task,), problems = of_grid(LOST, areas=("东区", "西县"))
    assert list(shares(task.allocations[0])) == ["区域1", "区域2", "区域3"]
    assert [problem.code for problem in problems] == ["table-areas-count", "table-areas-lost"]
    assert "2个" in problems[0].message and "3列" in problems[0].message


def test_names_of_the_user_win_over_titles_and_a_contradiction_is_a_note():
    grid = [["序号", "事项名称", "合计", "东区", "西县"], ["1", "建路。", "30", "10", "20"]]
    (task,), (note,) = of_grid(grid, areas=("西县", "东区"))
    assert list(shares(task.allocations[0])) == ["西县", "东区"]
    assert (note.code, note.severity) == ("table-areas-differ", "note")


def test_areas_of_the_same_lowest_title_are_told_by_those_above():
    grid = [
        ["序号", "事项名称", "合计", "东区", "西县"],
        ["序号", "事项名称", "合计", "个数", "个数"],
        ["1", "建路。", "30", "10", "20"],
    ]
    (task,), _ = of_grid(grid, {(2, column): (1, column) for column in (1, 2, 3)})
    assert list(shares(task.allocations[0])) == ["东区个数", "西县个数"]


CELL = st.sampled_from(["", "/", "—", "1", "2,000", "3.5", "\uff14", "约5", "|", "\x00"])


@given(st.lists(st.lists(CELL, min_size=8, max_size=8), max_size=6))
def test_no_cells_make_the_reader_raise(rows):
    document = read_text(HEADER + "\n" + "\n".join("|".join(row) for row in rows))
    assert document.tasks or document.problems


FIGURES = st.lists(st.decimals(0, 10**6, places=2), min_size=4, max_size=4)


@given(st.lists(st.tuples(FIGURES, st.booleans()), min_size=1, max_size=8))
def test_any_figures_come_back(lines):
    rows = []
    for number, (figures, own) in enumerate(lines, start=1):
        first = f"{number}|事项{number}。" if own or number == 1 else "|"
        rows.append("|".join([first, *map(str, figures)]))
    document = read_text(pipes("序号|事项名称|合计|东区|西县|其他", "\n".join(rows)))
    found = [line for task in document.tasks for line in task.allocations]
    assert [[line.total.value, *shares(line).values()] for line in found] == [figures for figures, _ in lines]
    assert len(document.tasks) == 1 + sum(own for _, own in lines[1:])
