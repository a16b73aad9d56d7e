"""The JSON of a report, `engine.report/1`."""

import json
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from pathlib import Path

import pytest

from engine.model import Forecast
from engine.reports import schema
from engine.reports.json import to_json

HERE = Path(__file__).parent
PUBLISHED = Path(schema.__file__).with_name("report.schema.json")


@pytest.fixture
def printed(samples):
    return json.loads(to_json(samples.report()))


def test_the_json_of_the_sample_is_the_golden_one(samples):
    assert to_json(samples.report()) + "\n" == (HERE / "golden" / "report.json").read_text(encoding="utf-8")


def test_the_published_schema_is_that_of_the_records():
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == schema.json_schema()


def test_what_is_printed_is_valid_by_the_records_of_the_schema(samples):
    assert schema.Report.model_validate_json(to_json(samples.report()))


def keys(record):
    return " ".join(record)


def test_the_fields_come_in_the_promised_order(printed):
    task = printed["tasks"][0]
    target = task["targets"][0]
    assert keys(printed) == "schema document rules engine tasks units checks problems"
    task_fields = "id text progress source units status grade basis points review targets category rule because light"
    assert keys(task) == task_fields
    assert keys(target) == (
        "id clause span indicator kind direction comparator value unit deadline_month evidence reported_forecast "
        "status grade completion expected gap_pp forecast rule because review area part_of source left_out stretch "
        "light"
    )
    assert keys(target["evidence"]) == "clause span value unit through_month stage rung"
    assert keys(target["forecast"]) == "value low high level probability method points refusal"
    assert keys(printed["units"][0]) == "name lead co points"
    assert keys(printed["units"][0]["lead"]) == "tasks done on_track lagging unrated"


def test_tasks_keep_the_order_of_the_document(printed):
    assert [task["id"] for task in printed["tasks"]] == list("12345678")


def test_figures_are_strings_as_written_and_shares_are_cut(printed):
    target = printed["tasks"][0]["targets"][0]
    figures = [target[key] for key in ("value", "unit", "completion", "expected", "gap_pp")]
    assert figures == ["10", "公里", "0.22", "0.5", "-28"]
    assert printed["tasks"][0]["points"] == "44.0"
    assert printed["units"][0]["points"] == "72.3"


def test_what_is_missing_is_null_and_never_zero(printed):
    silent = printed["tasks"][1]["targets"][1]
    assert [silent[key] for key in ("evidence", "completion", "gap_pp")] == [None] * 3
    assert silent["forecast"]["value"] is None
    assert silent["forecast"]["refusal"] == "没有可外推的数字"
    assert printed["tasks"][7]["points"] is None


def test_a_completion_that_the_text_only_states_is_the_evidence(samples):
    task = samples.greenway()
    result = task.targets[0]
    said = samples.statement("完成年度目标的53.3%", measure="completion", **samples.figure("53.3", "%"))
    reading = result.reading.model_copy(update={"evidence": None, "completion": said})
    task = task.model_copy(update={"targets": (result.model_copy(update={"reading": reading}),)})
    evidence = json.loads(to_json(samples.report(task)))["tasks"][0]["targets"][0]["evidence"]
    assert [evidence[key] for key in ("clause", "value", "unit")] == ["完成年度目标的53.3%", "53.3", "%"]


def test_the_reporters_own_forecast_is_not_evidence(printed):
    target = printed["tasks"][2]["targets"][0]
    assert target["evidence"]["value"] == "4.2"
    assert target["reported_forecast"] == {
        "clause": "预计上半年增长6.2%",
        "value": "6.2",
        "unit": "%",
        "through_month": 6,
    }


def test_problems_are_objects_with_place_and_advice(printed):
    assert printed["problems"] == [
        {
            "code": "progress-empty",
            "severity": "warning",
            "message": "第8项任务的完成情况为空。",
            "source": {"path": "任务表.txt", "sheet": None, "row": 9, "column": 3, "offset": None},
            "suggestion": "请补填完成情况后重新评定。",
            "also": [],
        }
    ]


def test_spans_cut_the_clauses_out_of_the_cells(printed):
    for task in printed["tasks"]:
        for target in task["targets"]:
            if target["evidence"]:
                start, end = target["evidence"]["span"]
                assert task["progress"][start:end] == target["evidence"]["clause"]


def test_figures_are_never_in_exponent_form(samples):
    task = samples.greenway()
    result = task.targets[0]
    forecast = Forecast(method="straight_line", value=Decimal("1E+9"))
    verdict = result.verdict.model_copy(update={"forecast": forecast, "completion": Fraction(1, 10**7)})
    task = task.model_copy(update={"targets": (result.model_copy(update={"verdict": verdict}),)})
    target = json.loads(to_json(samples.report(task)))["tasks"][0]["targets"][0]
    assert target["forecast"]["value"] == "1000000000"
    assert target["completion"] == "0"


def test_neither_the_decimal_context_nor_repetition_changes_a_byte(samples):
    once = to_json(samples.report())
    with localcontext(Context(prec=1)):
        assert to_json(samples.report()) == once


def test_hostile_text_survives_as_data(samples):
    text = '\x1b[31m[red]</script>\u2028"\\'
    task = samples.task("1", 2, text, text, [], status="on_track", grade="达序时")
    assert json.loads(to_json(samples.report(task)))["tasks"][0]["text"] == text
