"""Columns of figures: what becomes of 目标值 and 完成值, which unit they take, and how the outcome is read."""

import itertools
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.documents import read_text
from engine.documents.tables.figures import figure, is_unit
from engine.documents.tables.headline import headline
from engine.reading import read

AS_OF = date(2023, 6, 30)
HEADER = "序号|指标名称|计量单位|目标值|完成值|责任单位"


def table(*rows, header=HEADER):
    """The document of a header and rows, with units of government so that nothing else is to be told."""
    return read_text("\n".join([header, *rows]) + "\n")


def only(document):
    (task,) = document.tasks
    return task


def codes(document):
    return [problem.code for problem in document.problems]


def stretches(task, field):
    """The composed field by its parts: (words, column, unit, where the unit stands)."""
    text = getattr(task, field)
    parts = [part for part in task.parts if part.field == field]
    return [(text[slice(*part.span)], part.source.column, part.unit, part.unit_title) for part in parts]


COMPOSED = {
    "an amount": ("固定资产投资|亿元|500|320", "固定资产投资500亿元", "固定资产投资320亿元"),
    "a growth": ("规上工业增加值增速|%|6.5|5.2", "规上工业增加值增速6.5%", "规上工业增加值增速5.2%"),
    "a unit of its own": ("利用外资|亿元|2亿美元|1亿美元", "利用外资2亿美元", "利用外资1亿美元"),
    "a sign": ("优良天数比例|%|≥95|94", "优良天数比例不低于95%", "优良天数比例94%"),
    "a wide sign": ("调查失业率|%|\uff1c5|4.8", "调查失业率低于5%", "调查失业率4.8%"),
    "a bound behind": ("满意度|%|90以上|92", "满意度90%以上", "满意度92%"),
    "about": ("消费价格涨幅|%|3左右|1.2", "消费价格涨幅3%左右", "消费价格涨幅1.2%"),
    "a fall": ("事故起数|%|下降3|下降5", "事故起数下降3%", "事故起数下降5%"),
    "a range": ("居民收入增速|%|6-7|5", "居民收入增速6-7%", "居民收入增速5%"),
    "a scale in the number": ("新增就业|人|1.2万|6000", "新增就业1.2万人", "新增就业6000人"),
    "a name that ends in a digit": ("PM2.5|微克/立方米|28|30", "PM2.5为28微克/立方米", "PM2.5为30微克/立方米"),
    "a change in another unit than the row's": (
        "固定资产投资|亿元|增长8%|增长6%",
        "固定资产投资增长8%",
        "固定资产投资增长6%",
    ),
    "an event": ("东湖大道工程||主体结构封顶|基础完工", "东湖大道工程:主体结构封顶", "基础完工"),
    "an event with its date": ("东湖大道工程||6月底前开工|5月已开工", "东湖大道工程6月底前开工", "5月已开工"),
    "several figures": ("投资|亿元|500亿元,增长8%|320亿元,增长6%", "投资500亿元,增长8%", "投资320亿元,增长6%"),
    "a goal that the task states": ("新增绿道10公里|公里|10|2", "新增绿道10公里", "2公里"),
    "a goal that names the task": (
        "老旧小区改造||老旧小区改造20个|8个",
        "老旧小区改造,老旧小区改造20个",
        "老旧小区改造8个",
    ),
    "a task with a figure": ("新建公园3个|万元|5000|2000", "新建公园3个,5000万元", "2000万元"),
    "a sentence": ("改造小区,惠及居民。|个|20|8", "改造小区,惠及居民。20个", "8个"),
}


@pytest.mark.parametrize(("row", "text", "progress"), COMPOSED.values(), ids=COMPOSED)
def test_figures_are_joined_to_the_words_of_their_row(row, text, progress):
    task = only(table(f"1|{row}|发改局"))
    assert (task.text, task.progress) == (text, progress)


READ = [
    ("固定资产投资|亿元|500|320", "cumulative", "up", ">=", "320"),
    ("规上工业增加值增速|%|6.5|5.2", "growth", "up", ">=", "5.2"),
    ("规上工业增加值增速|%|≥6.5|-1.2", "growth", "up", ">=", "-1.2"),
    ("地区生产总值增长(%)||6|5.5", "growth", "up", ">=", "5.5"),
    ("地区生产总值|%|增长6|增长5.5", "growth", "up", ">=", "5.5"),
    ("居民消费价格涨幅|%|3左右|1.2", "growth", "down", "~", "1.2"),
    ("单位GDP能耗降低率|%|3|1.5", "growth", "down", ">=", "1.5"),
    ("事故起数|%|下降3|下降5", "growth", "down", ">=", "5"),
    ("优良天数比例|%|≥95|94", "gauge", "up", ">=", "94"),
    ("城镇调查失业率|%|<5.5|5.2", "gauge", "down", "<=", "5.2"),
    ("PM2.5平均浓度|微克/立方米|28|30", "gauge", "down", "<=", "30"),
    ("森林覆盖率|%|60|59", "coverage", "up", ">=", "59"),
    ("居民消费价格指数|-|103|102.1", "gauge", "down", "<=", "102.1"),
    ("新增公交|标台|120|60", "cumulative", "up", ">=", "60"),
]


@pytest.mark.parametrize(("row", "kind", "direction", "comparator", "achieved"), READ)
def test_the_outcome_is_read_like_a_sentence_of_the_field(row, kind, direction, comparator, achieved):
    (reading,) = read(only(table(f"1|{row}|发改局")), AS_OF)
    target = reading.target
    assert (target.kind, target.direction, target.comparator) == (kind, direction, comparator)
    assert reading.evidence.value == Decimal(achieved)


REMARKS = {
    "62,000(不含划拨)": "收入62,000万元(不含划拨)",
    "62.5\uff08快报数\uff09": "收入62.5万元\uff08快报数\uff09",
    "62\uff0c000\uff08不含划拨\uff09": "收入62\uff0c000万元\uff08不含划拨\uff09",
    "62*": "收入62万元*",
    "≈62": "收入约62万元",
    "截至5月底62": "收入截至5月底62万元",
    "62(亿元)": "收入62亿元",
}


@pytest.mark.parametrize(("cell", "progress"), REMARKS.items(), ids=REMARKS)
def test_a_figure_with_a_remark_keeps_its_indicator_its_unit_and_the_remark(cell, progress):
    document = table(f"1|收入|200000|{cell}|局", header="序号|指标名称|目标值(万元)|完成值(万元)|责任单位")
    assert only(document).progress == progress
    (reading,) = read(only(document), AS_OF)
    assert reading.evidence.unit in ("万元", "亿元")
    assert "cell-no-figure" not in codes(document)


def test_a_number_that_is_no_figure_is_told():
    document = table("1|收入|200|待核实,62|局", header="序号|指标名称|目标值(万元)|完成值(万元)|责任单位")
    (problem,) = [one for one in document.problems if one.code == "cell-no-figure"]
    assert (problem.severity, problem.source.row, problem.source.column) == ("warning", 2, 4)
    assert "待核实,62" in problem.message


def test_a_bare_figure_among_sentences_takes_the_name_of_its_row():
    header = "序号|重点工作|年度目标|目前进展|责任单位"
    document = table("1|绿道|新建10公里|已建2公里|局", "2|垃圾分类覆盖率|95%|91%|局", header=header)
    assert [task.progress for task in document.tasks] == ["已建2公里", "垃圾分类覆盖率91%"]


TWO_ROWS = "序号|项目名称|年度计划投资(亿元)|累计完成投资(亿元)|形象进度|责任单位"


def test_an_amount_of_a_project_names_the_project():
    task = only(table("1|东环路|5.6|3.1|路基完成80%|局", header=TWO_ROWS))
    assert (task.text, task.progress) == ("东环路项目投资5.6亿元", "东环路项目完成投资3.1亿元;路基完成80%")
    (reading,) = read(task, AS_OF)
    assert (reading.target.indicator, reading.evidence.value) == ("东环路项目投资", Decimal("3.1"))


@pytest.mark.parametrize("name", ["东环路建成通车", "新医院主体封顶", "产业园开工"])
def test_an_event_in_a_name_is_never_claimed_by_the_amount(name):
    task = only(table(f"1|{name}|5.6|3.1||局", header=TWO_ROWS))
    assert (task.text, task.progress) == (f"{name},计划投资5.6亿元", "完成投资3.1亿元")


def test_an_upper_title_that_the_lower_one_repeats_is_said_once():
    assert headline(("投资(亿元)", "年度计划投资")).words == "计划投资"
    assert headline(("投资\uff08亿元\uff09", "累计完成投资")).unit == "亿元"


def test_a_yearly_goal_task_is_joined_to_the_name_of_its_project():
    document = table("1|绿道|建设10公里|2公里|局", header="序号|项目名称|年度目标任务|完成情况|责任单位")
    assert only(document).text == "绿道:建设10公里"
    assert codes(document) == ["table-joined"] * len(document.problems)


COMPLETIONS = {
    ("完成率", "45%"): "资金300万元,完成年度目标的45%",
    ("完成率(%)", "45"): "资金300万元,完成年度目标的45%",
    ("完成比例\uff08%\uff09", "45.0"): "资金300万元,完成年度目标的45.0%",
    ("完成进度(%)", "45"): "资金300万元,完成年度目标的45%",
    ("完成年度目标%", "45"): "资金300万元,完成年度目标的45%",
    ("完成率", "0"): "资金300万元,完成年度目标的0%",
    ("完成率", "/"): "资金300万元",
    ("完成率", "0.45"): "资金300万元",
}


@pytest.mark.parametrize(("cell", "progress"), COMPLETIONS.items(), ids="=".join)
def test_a_column_of_completions_states_the_share_of_the_goal(cell, progress):
    title, share = cell
    document = table(f"1|资金|800|300|{share}|局", header=f"序号|指标名称|目标值(万元)|完成值(万元)|{title}|责任单位")
    assert only(document).progress == progress
    assert ("cell-no-figure" in codes(document)) == (share == "0.45")
    assert "table-unread" not in codes(document)


def test_a_completion_is_read_as_one():
    document = table("1|资金|800|45%|局", header="序号|指标名称|目标值(万元)|完成率|责任单位")
    (reading,) = read(only(document), AS_OF)
    assert reading.completion.value == 45
    assert only(document).cells["progress"].column == 4
    assert codes(document) == ["table-joined", "table-joined"]


def test_growth_stands_behind_its_amount_and_a_negative_one_is_a_fall():
    header = "序号|指标名称|全年目标(亿元)|增长目标(%)|累计完成(亿元)|同比增长完成值(%)|责任单位"
    task = only(table("1|出口|12|3|7.1|-2.2|局", header=header))
    assert task.text == "出口12亿元,增长3%"
    assert task.progress == "出口7.1亿元,出口同比下降2.2%"
    assert [one.evidence.value for one in read(task, AS_OF)] == [Decimal("7.1"), Decimal("-2.2")]


def test_every_stretch_leads_back_to_its_cell():
    task = only(table("1|固定资产投资|亿元|500|320|发改局"))
    unit = "第3列“计量单位”"
    assert stretches(task, "text") == [("固定资产投资", 2, None, None), ("500亿元", 4, "亿元", unit)]
    assert stretches(task, "progress") == [("固定资产投资", 2, None, None), ("320亿元", 5, "亿元", unit)]
    assert [part.title for part in task.parts] == ["指标名称", "目标值", "指标名称", "完成值"]
    assert (task.cells["text"].column, task.cells["progress"].column) == (2, 5)


def test_a_figure_stands_where_its_cell_stands_in_the_file():
    text = f"{HEADER}\n1|固定资产投资|亿元|500|320|发改局\n"
    parts = only(read_text(text)).parts
    assert [text[part.source.offset :].split("|")[0] for part in parts] == [
        "固定资产投资",
        "500",
        "固定资产投资",
        "320",
    ]


def test_a_table_without_columns_of_figures_has_no_parts():
    assert only(table("1|绿道10公里|2公里|建设局", header="序号|任务|完成情况|责任单位")).parts == ()


UNITS = {
    "the row's own before the title's": ("目标值(万元)", "完成值", "投资", "亿元", "500", "第3列“计量单位”"),
    "the title's": ("目标值(万元)", "完成值", "投资", "", "500", "表头“目标值(万元)”"),
    "the title's in wide brackets": (
        "目标值\uff08单位:万元\uff09",
        "完成值",
        "投资",
        "",
        "500",
        "表头“目标值\uff08单位:万元\uff09”",
    ),
    "the name's": ("目标值", "完成值", "投资(亿元)", "", "500", "第2列“投资(亿元)”"),
    "the title's before the row's where it names its own indicator": (
        *("计划投资(万元)", "完成值", "新增绿道", "公里", "500", "表头“计划投资(万元)”"),
    ),
}


@pytest.mark.parametrize(("goal", "value", "name", "unit", "cell", "origin"), UNITS.values(), ids=UNITS)
def test_a_bare_number_takes_its_unit_from_the_nearest_place(goal, value, name, unit, cell, origin):
    header = f"序号|指标名称|计量单位|{goal}|{value}|责任单位"
    task = only(table(f"1|{name}|{unit}|{cell}||发改局", header=header))
    assert stretches(task, "text")[-1][3] == origin


def test_a_unit_in_the_brackets_of_the_name_gives_way_to_the_figure():
    task = only(table("1|地区生产总值增长\uff08%\uff09||6|5.5|发改局"))
    assert task.text == "地区生产总值增长6%"


def test_brackets_that_say_something_else_stay():
    assert only(table("1|固定资产投资(不含农户)|亿元|500||发改局")).text == "固定资产投资(不含农户)500亿元"
    assert only(table("1|固定资产投资(亿元)||5000万元||发改局")).text == "固定资产投资(亿元)5000万元"


def test_two_units_in_one_title_are_none():
    document = table("1|投资|500|发改局", header="序号|指标名称|目标值(万元、%)|责任单位")
    assert only(document).text == "投资500"
    assert "cell-no-unit" in codes(document)


def test_a_number_without_any_unit_is_kept_and_told_once_for_its_column():
    document = table("1|投资||500|320|发改局", "2|税收||60||税务局")
    assert [task.text for task in document.tasks] == ["投资500", "税收60"]
    first, second = (problem for problem in document.problems if problem.code == "cell-no-unit")
    assert first.severity == "warning"
    assert "第4列“目标值”有2个数没有写计量单位(如第2行的“500”)" in first.message
    assert "目标值(万元)" in first.suggestion
    assert (second.source.row, second.source.column) == (2, 5)


def test_a_row_that_says_that_it_has_no_unit_is_not_reproached():
    assert "cell-no-unit" not in codes(table("1|价格指数|-|103|102|发改局"))


def test_an_unknown_unit_is_named_and_never_guessed():
    document = table("1|新增公交|标台|120|60|交通局", "2|更新公交|标台|20|6|交通局")
    assert document.tasks[0].text == "新增公交120"
    (problem,) = (one for one in document.problems if one.code == "cell-unknown-unit")
    assert "“标台”(第2行)" in problem.message


@pytest.mark.parametrize("blank", ["", "/", "-", "—", "——"])
def test_a_blank_goal_or_value_is_no_figure(blank):
    task = only(table(f"1|固定资产投资|亿元|{blank}|{blank}|发改局"))
    assert (task.text, task.progress, task.parts) == ("固定资产投资", "", ())


def test_zero_is_a_figure():
    assert only(table("1|较大事故|起|0|0|应急局")).progress == "较大事故0起"


INVESTMENT = "序号|项目名称|年度计划投资(万元)|1-5月完成投资(万元)|形象进度|责任单位"


def test_an_amount_with_an_indicator_of_its_own_leaves_the_promise_of_the_task_alone():
    task = only(table("1|东湖大道建成通车|5000|2000|路基施工|城投集团", header=INVESTMENT))
    assert task.text == "东湖大道建成通车,计划投资5000万元"
    assert task.progress == "1-5月完成投资2000万元;路基施工"
    milestone, amount = read(task, AS_OF)
    assert (milestone.target.rung, amount.target.indicator) == ("投用", "投资")
    assert (amount.evidence.value, amount.evidence.through_month) == (Decimal(2000), 5)


def test_a_progress_text_follows_what_was_achieved():
    header = "序号|指标|目标值(亿元)|完成值(亿元)|完成情况|责任单位"
    task = only(table("1|固定资产投资|500|320|新开工20个。|发改局", header=header))
    assert task.progress == "固定资产投资320亿元;新开工20个。"
    assert stretches(task, "progress")[-1][:2] == ("新开工20个。", 5)
    assert task.cells["progress"].column == 5


def test_the_period_of_the_title_goes_before_the_figure():
    header = "序号|指标|目标值(%)|完成值(截至5月底)|计量单位|责任单位"
    task = only(table("1|规上工业增加值增速|6.5|5.2|%|经信局", header=header))
    assert task.progress == "截至5月底规上工业增加值增速5.2%"
    (reading,) = read(task, AS_OF)
    assert (reading.target.kind, reading.evidence.through_month) == ("growth", 5)


def test_the_figures_of_another_year_are_no_evidence():
    header = "序号|指标|2023年目标(亿元)|2022年完成值(亿元)|2023年1-6月完成值(亿元)|责任单位"
    (reading,) = read(only(table("1|固定资产投资|500|480|320|发改局", header=header)), AS_OF)
    assert reading.evidence.value == 320


def test_goals_in_words_and_in_figures_stand_side_by_side():
    header = "序号|项目名称|年度目标|年度计划投资(万元)|责任单位"
    task = only(table("1|东湖学校|主体封顶|800|教育局", header=header))
    assert task.text == "东湖学校:主体封顶,计划投资800万元"


def test_of_two_goals_that_say_the_same_only_one_is_read_and_that_is_told():
    header = "序号|指标名称|上半年目标(亿元)|全年目标(亿元)|责任单位"
    document = table("1|固定资产投资|250|500|发改局", header=header)
    assert only(document).text == "固定资产投资500亿元"
    assert "table-same-column" in codes(document)


def test_a_stated_percentage_takes_its_title_along():
    header = "序号|指标名称|全年任务目标(个)|实际完成(个)|完成进度|责任单位"
    task = only(table("1|改造老旧小区|15|10|66%|建设局", header=header))
    assert task.progress == "改造老旧小区10个;完成进度66%"
    (reading,) = read(task, AS_OF)
    assert (reading.evidence.value, reading.completion.value) == (Decimal(10), Decimal(66))


def test_a_growth_in_the_title_belongs_to_the_name_at_once():
    task = only(table("1|地区生产总值|6|发改局", header="序号|指标|增长目标(%)|责任单位"))
    assert task.text == "地区生产总值增长6%"


def test_a_goal_column_without_a_column_of_names_is_the_task():
    task = only(table("1|新增绿道10公里|2公里|建设局", header="序号|年度目标|完成情况|责任单位"))
    assert (task.text, task.parts) == ("新增绿道10公里", ())


def test_goals_in_words_are_the_task_of_a_row_without_a_name():
    task = only(table("1|||主体封顶||建设局"))
    assert task.text == "主体封顶"
    assert stretches(task, "text") == [("主体封顶", 4, None, None)]


def test_a_row_of_mere_figures_is_told():
    document = table("1||亿元|500|320|发改局", "2||亿元|500||发改局")
    assert [task.text for task in document.tasks] == [""]
    assert {"row-no-text", "row-unused"} <= set(codes(document))


def test_each_column_that_was_joined_is_told_once():
    document = table("1|投资|亿元|500|320|发改局", "2|税收|亿元|60|30|税务局")
    goal, value = (problem for problem in document.problems if problem.code == "table-joined")
    assert (goal.severity, goal.source.row, goal.source.column) == ("note", 2, 4)
    assert goal.message == "第4列“目标值”并入任务内容,如第2行记作“投资500亿元”。"
    assert value.message == "第5列“完成值”并入完成情况,如第2行记作“投资320亿元”。"


@pytest.mark.parametrize(
    "text", ["主体封顶", "6月底前开工", "第3", "20个项目", "4+3", "5A级", "2023年", "1/2", "", "约"]
)
def test_what_is_not_one_figure_is_none(text):
    assert figure(text) is None


@pytest.mark.parametrize("word", ["建设局", "人社局", "项目部", "标台", "", "以上", "%以上", "00万元"])
def test_what_is_no_unit_of_measure_is_none(word):
    assert not is_unit(word)


TITLES = {
    ("年度计划投资(万元)",): ("计划投资", "", "万元"),
    ("投资(万元)", "1-6月完成"): ("投资", "1-6月", "万元"),
    ("截至5月底累计完成投资\uff08亿元\uff09",): ("完成投资", "截至5月底", "亿元"),
    ("全年任务目标(个)",): ("", "", "个"),
    ("改造户数目标(户)",): ("改造户数", "", "户"),
    ("计划开工数(个)",): ("计划开工", "", "个"),
    ("面积目标(㎡)",): ("面积", "", "㎡"),
    ("2023年目标",): ("", "", ""),
}


@pytest.mark.parametrize(("titles", "said"), TITLES.items(), ids=map("/".join, TITLES))
def test_titles_say_an_indicator_a_period_and_a_unit(titles, said):
    found = headline(titles)
    assert (found.words, found.period, found.unit) == said


CELL = st.text(st.characters(codec="utf-8", exclude_characters='|\n\r"★\x00', exclude_categories=["Cc"]), max_size=12)


@given(st.lists(st.tuples(CELL, CELL, CELL, CELL), min_size=1, max_size=4))
def test_whatever_the_cells_hold_parts_lie_in_their_field_in_order_and_name_their_row(rows):
    document = table(*("1|" + "|".join(row) + "|局" for row in rows))
    for task in document.tasks:
        for field in ("text", "progress"):
            spans = [part.span for part in task.parts if part.field == field]
            assert all(0 <= start < end <= len(getattr(task, field)) for start, end in spans)
            assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
        assert all(part.source.row == task.source.row for part in task.parts)
