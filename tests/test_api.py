"""`import engine`: the façade and the views over the records."""

import os
import runpy
import subprocess
import sys
from datetime import date
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

import pytest

import engine
from engine.api import Report, day_of
from engine.explain import Explanation

ROOT = Path(__file__).parents[1]

TABLE = """\
序号 | 主要工作任务 | 完成情况 | 牵头单位 |
1 | 全年新增绿道10公里。 | 1-6月,新增绿道2.2公里。 | ★建设局、城投集团 |
2 | 实施技改项目140个。 | 已实施技改项目152个。 | 经信局 |
3 | 全年供应土地5000亩以上。 | 1-6月,已供应土地2000亩。 | 资规局 |
"""


@pytest.fixture(scope="module")
def samples():
    return SimpleNamespace(**runpy.run_path(str(ROOT / "tests" / "explain" / "samples.py")))


@pytest.fixture
def report(samples):
    return Report(samples.report(), "规则.yaml")


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "任务表.txt"
    path.write_text(TABLE, encoding="utf-8")
    return path


# ---- the façade


def fresh(code):
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, "-c", code], capture_output=True, env=env, timeout=60, text=True).stdout


def test_importing_the_engine_imports_none_of_its_rooms_or_libraries():
    heavy = ["pydantic", "pint", "jieba", "networkx", "yaml", "click", "rich"]
    code = f"import sys, engine; print([m for m in sys.modules if m.split('.')[0] in {heavy} or 'engine.' in m])"
    assert fresh(code) == "[]\n"


def test_assess_stays_a_function_after_the_pipeline_is_imported():
    assert fresh("import engine, engine.assessor, engine.api; print(callable(engine.assess))") == "True\n"


def test_the_facade_has_fewer_than_twenty_names_and_all_of_them_are_there():
    assert len(engine.__all__) < 20
    assert all(getattr(engine, name) is not None for name in engine.__all__)
    assert set(engine.__all__) <= set(dir(engine))


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nope"):
        _ = engine.nope


# ---- the views, on records built by hand


def test_lagging_tasks_come_with_the_worst_gap_first(report):
    assert [task.id for task in report.lagging] == ["1", "3", "5"]


def test_a_task_is_found_by_its_number(report):
    assert report["1"].status == "lagging"
    assert report["1"].grade == "滞后"
    assert report["1"].points == Fraction(44)
    with pytest.raises(KeyError):
        report["99"]


def test_the_forecast_of_a_task_is_that_of_its_worst_target(report):
    assert str(report["1"].forecast.value) == "4.4"
    assert report["3"].forecast.refusal == "没有可外推的数字"
    assert report["7"].forecast is None


def test_of_two_tasks_with_one_number_the_first_answers(samples):
    first, second = samples.greenway(), samples.party().model_copy(update={"task": samples.greenway().task})
    assert Report(samples.report(first, second))["1"].status == "lagging"


def test_a_report_can_be_walked_through_in_the_order_of_the_document(report):
    assert [task.id for task in report] == list("12345678")
    assert len(report) == 8


def test_why_prints_the_explanation_with_the_rules_as_given(report):
    explanation = report.why("1")
    assert isinstance(explanation, Explanation)
    assert "(规则.yaml:41)" in str(explanation)


def test_a_report_turns_itself_into_json(report):
    assert report.to_json().startswith('{\n "schema": "engine.report/1"')


def test_the_views_show_the_records_behind_them(report, samples):
    assert report.record == samples.report()
    assert report["1"].record == samples.greenway()
    assert report.problems == samples.report().problems
    assert repr(report["1"]) == "<AssessedTask 1 lagging>"


@pytest.mark.parametrize(("given", "day"), [("2023-06-30", date(2023, 6, 30)), (date(2024, 2, 29),) * 2, (None, None)])
def test_a_date_is_given_as_text_or_as_a_date(given, day):
    assert day_of(given) == day


@pytest.mark.parametrize("nonsense", ["2023-02-30", "昨天", "2023-13-01", "0000-01-01", "2023-06-30\n"])
def test_a_nonsense_date_is_an_engine_error_that_says_the_form(nonsense):
    with pytest.raises(engine.EngineError, match="2023-06-30"):
        day_of(nonsense)


def test_an_engine_error_prints_every_problem():
    problems = tuple(engine.Problem(code="x", severity="error", message=text) for text in ("甲。", "乙。"))
    assert str(engine.EngineError(problems)) == "错误: 甲。\n错误: 乙。"


# ---- the whole pipeline


def test_assess_reads_a_file_and_answers_questions(table):
    found = engine.assess(table, as_of="2023-06-30")
    assert [task.id for task in found.lagging] == ["1", "3"]
    assert found["2"].status == "done"
    assert str(found["1"].forecast.value) == "4.4"
    assert "2.2公里 ÷ 10公里 = 22%" in str(found.why("1"))


def test_assess_takes_paths_and_dates_of_either_kind(table):
    one, other = engine.assess(str(table), as_of=date(2023, 6, 30)), engine.assess(table, as_of="2023-06-30")
    assert one.to_json() == other.to_json()


def test_the_graph_of_a_report_knows_its_units(table):
    assert engine.assess(table, as_of="2023-06-30").graph.unit("建设局")


def test_what_cannot_be_assessed_is_an_engine_error(tmp_path, table):
    with pytest.raises(engine.EngineError, match="没有"):
        engine.assess(tmp_path / "没有.txt", as_of="2023-06-30")
    with pytest.raises(engine.EngineError):
        engine.assess(table)


def test_two_texts_are_assessed_without_a_file():
    task = engine.assess_text(target="全年供应土地5000亩以上", progress="已完成土地供应2708.2亩", as_of="2023-06-30")
    assert task.status == "on_track"
    assert task.targets[0].verdict.completion == Fraction(27082, 50000)
    assert "2708.2亩 ÷ 5000亩" in str(task.why())


def test_broken_rules_are_an_engine_error_with_every_mistake(tmp_path, table):
    rules = tmp_path / "规则.yaml"
    rules.write_text("meta:\n  nmae: 一\n", encoding="utf-8")
    for call in (
        lambda: engine.assess(table, as_of="2023-06-30", rules=rules),
        lambda: engine.assess_text(target="一", progress="二", as_of="2023-06-30", rules=rules),
    ):
        with pytest.raises(engine.EngineError, match=r"规则\.yaml:2:3: 错误: "):
            call()


def test_two_texts_need_a_date():
    with pytest.raises(TypeError, match="as_of"):
        engine.assess_text(target="一", progress="二", as_of=None)


def test_quantities_are_read_from_a_text():
    text = "1-5月,收入43.92亿元,增长4.2%"
    assert [text[q.start : q.end] for q in engine.quantities(text)] == ["43.92亿元", "4.2%"]


def test_periods_are_read_from_a_text():
    assert [period.last for period in engine.periods("1-5月,收入43.92亿元")] == [5]


# ---- a document as it is, and the layout of its table


NOTICE, AREAS = ROOT / "examples" / "notice.txt", ROOT / "examples" / "areas.yaml"


def test_read_returns_the_tasks_of_a_document_without_judging_them():
    document = engine.read(NOTICE, layout=AREAS)
    assert [task.id for task in document.tasks] == [*"12345", "表2-1", "表2-2", "表2-3", "表2-4"]
    assert document.tasks[1].units == "市交通局、市建设局"
    nursery, places = document.tasks[5].allocations
    assert (nursery.label, places.label) == ("机构", "托位")
    assert [share.area for share in places.shares] == ["东城区", "西城区", "南浦县", "湖滨经济开发区"]


def test_what_cannot_be_read_is_an_engine_error(tmp_path):
    with pytest.raises(engine.EngineError, match="找不到"):
        engine.read(tmp_path / "没有.txt")


@pytest.mark.parametrize("call", [engine.read, lambda path, layout: engine.assess(path, "2023-06-30", layout=layout)])
def test_a_layout_is_a_file_or_what_would_stand_in_one(tmp_path, call):
    path = tmp_path / "表.txt"
    path.write_text(TABLE.replace("主要工作任务", "干什么"), encoding="utf-8")
    layout = tmp_path / "版式.yaml"
    layout.write_text("columns: {任务: 干什么}\n", encoding="utf-8")
    for given in (layout, str(layout), {"columns": {"任务": "干什么"}}):
        assert [task.id for task in call(path, layout=given).tasks] == ["1", "2", "3"]
    with pytest.raises(engine.EngineError, match="没有“人物”这一列"):
        call(path, layout={"columns": {"人物": "干什么"}})
    with pytest.raises(TypeError, match="colums"):
        call(path, layout={"colums": {}})


@pytest.fixture(scope="module")
def unasked():
    """The notice assessed: its tables have no column for progress."""
    return engine.assess(NOTICE, as_of="2023-06-30", layout=AREAS)


def test_without_a_column_for_progress_every_target_is_unreported_for_that_reason(unasked):
    verdicts = [result.verdict for task in unasked for result in task.targets]
    assert {verdict.status for verdict in verdicts} == {"unreported"}
    assert {verdict.because for verdict in verdicts} == {"表中没有完成情况一列"}


def test_an_empty_cell_of_a_column_for_progress_is_another_reason(tmp_path):
    path = tmp_path / "表.txt"
    path.write_text(TABLE + "4 | 新增公厕8座。 |  | 城管局 |\n", encoding="utf-8")
    (result,) = engine.assess(path, as_of="2023-06-30")["4"].targets
    assert result.verdict.because == "完成情况未提及“公厕”"


def test_the_explanation_says_that_there_is_no_column_and_lists_the_shares_with_their_whole(unasked):
    text = str(unasked.why("表2-1"))
    assert "表中没有完成情况一列。" in text and "完成情况中没有" not in text
    assert "地区分解  东城区6家、西城区8家、南浦县4家、湖滨经济开发区2家(表2第81行第7列起)" in text
    assert "目标表2-1.1.1" not in text


def test_the_report_has_what_the_document_says_against_itself(unasked):
    (finding,) = unasked.checks
    assert finding.code == "check-allocation-sum" and "3+4+2+2=11" in finding.message
    assert [place.row for place in finding.also] == [129, 131, 133, 135]


@pytest.mark.parametrize("layout", [{"columns": {"任务": None}}, {"areas": [1, 2]}])
def test_a_layout_of_other_things_than_words_is_an_engine_error(table, layout):
    with pytest.raises(engine.EngineError, match="不是文字"):
        engine.assess(table, as_of="2023-06-30", layout=layout)


def test_a_layout_with_an_unknown_part_is_a_mistake_of_the_program(table):
    with pytest.raises(TypeError, match="cols"):
        engine.assess(table, as_of="2023-06-30", layout={"cols": {}})
