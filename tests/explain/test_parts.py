"""Words that were put together from several cells: the explanation leads to each cell, and to the unit's origin."""

import pytest

import engine
from engine.explain import why
from engine.explain.places import place_in_task, place_of
from engine.explain.speech import render
from engine.model import Part, Source, Task

TABLE = (
    "序号|指标名称|计量单位|目标值|1-5月完成值(亿元)|完成情况|责任单位\n"
    "1|固定资产投资|亿元|500|320|新开工项目20个。|发改局\n"
    "2|税收收入||60亿元|30亿元||税务局\n"
)
CELL = Source(path="表.xlsx", row=4, column=2)
GOAL = Source(path="表.xlsx", row=4, column=3)


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    path = tmp_path_factory.mktemp("parts") / "table.txt"
    path.write_text(TABLE, encoding="utf-8")
    return engine.assess(path, as_of="2023-06-30")


def lines(report, task, label):
    """What stands behind a label in the explanation of a task, in the order of its lines."""
    said = str(report.why(task)).splitlines()
    return [line.split(maxsplit=1)[1] for line in said if line.strip().startswith(label)]


def test_a_target_leads_to_the_cell_of_its_figure(report):
    (words,) = lines(report, "1", "目标原文")
    assert words == "“固定资产投资500亿元”(第2行第2列、第2行第4列)"


def test_the_evidence_leads_to_the_cell_of_its_figure(report):
    (words,) = lines(report, "1", "佐证原文")
    assert words == "“1-5月固定资产投资320亿元”(第2行第2列、第2行第5列)"


def test_the_unit_of_a_bare_number_is_told_with_its_origin(report):
    assert lines(report, "1", "计量单位") == [
        "单位“亿元”取自第3列“计量单位”",
        "单位“亿元”取自第3列“计量单位”",
    ]


def test_a_unit_of_the_cell_itself_needs_no_origin(report):
    assert lines(report, "2", "计量单位") == []


def test_both_cells_are_named_in_english_too(report):
    assert "(row 2, column 2 and row 2, column 4)" in report.why("1").text("en")
    assert "“亿元” is taken from 第3列“计量单位”" in report.why("1").text("en")


def composed(text, *spans):
    """A task whose text is put together from the cells at CELL and GOAL."""
    parts = (
        Part(field="text", span=span, source=one, title="甲") for span, one in zip(spans, (CELL, GOAL), strict=False)
    )
    return Task(id="1", text=text, progress="", units="", source=CELL, cells={"text": CELL}, parts=tuple(parts))


@pytest.mark.parametrize(
    ("span", "place"),
    [
        ((0, 10), "第4行第2列、第4行第3列"),
        ((0, 4), "第4行第2列"),
        ((5, 10), "第4行第3列"),
        ((7, 10), "第4行第3列,第3–5字"),
        ((2, 7), "第4行第2列,第3–4字、第4行第3列,第1–2字"),
    ],
)
def test_a_span_is_placed_in_every_cell_that_it_touches(span, place):
    task = composed("东湖大道:主体封顶。", (0, 4), (5, 10))
    assert render(place_in_task(task, "text", span), "zh") == place


def test_words_of_one_cell_are_placed_in_it():
    assert render(place_in_task(composed("东湖大道"), "text", (0, 2)), "zh") == "第4行第2列,第1–2字"


@pytest.mark.parametrize(
    ("sheet", "zh", "en"),
    [
        ("任务", "工作表“任务”第3行第2列", "sheet “任务”, row 3, column 2"),
        ("表2", "表2第3行第2列", "table 2, row 3, column 2"),
        ("第3页", "第3页第3行第2列", "page 3, row 3, column 2"),
        (None, "第3行第2列", "row 3, column 2"),
    ],
)
def test_a_place_names_its_sheet_table_or_page(sheet, zh, en):
    place = place_of(Source(path="表.xlsx", sheet=sheet, row=3, column=2))
    assert (render(place, "zh"), render(place, "en")) == (zh, en)


def test_a_target_whose_figure_has_a_cell_of_its_own_is_placed_there(samples):
    task = samples.greenway()
    (result,) = task.targets
    target = result.reading.target.model_copy(update={"source": GOAL, "clause": "10", "span": (0, 2)})
    reading = result.reading.model_copy(update={"target": target})
    moved = task.model_copy(update={"targets": (result.model_copy(update={"reading": reading}),)})
    assert "“10”(第4行第3列,第1–2字)" in why(moved).sections[1].text("zh")
