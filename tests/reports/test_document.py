"""The JSON of a document as it is read, `engine.document/1`, and of its checks, `engine.checks/1`."""

import json
from datetime import date
from pathlib import Path

import pytest

from engine.assessor import Checked
from engine.documents import Document
from engine.model import Problem, Source
from engine.reports import checks, document
from engine.reports.checks import checks_json, checks_text
from engine.reports.document import document_json

PUBLISHED = Path(document.__file__).parent


@pytest.fixture
def printed(notice):
    return json.loads(document_json(notice))


@pytest.mark.parametrize(("module", "name"), [(document, "document"), (checks, "checks")])
def test_the_published_schema_is_that_of_the_records(module, name):
    published = (PUBLISHED / f"{name}.schema.json").read_text(encoding="utf-8")
    assert json.loads(published) == module.json_schema()


def test_what_is_printed_is_valid_by_the_records_of_the_schema(notice):
    assert document.Document.model_validate_json(document_json(notice))


def test_the_document_names_its_bytes_and_its_date(printed):
    assert printed["schema"] == "engine.document/1"
    assert printed["document"] == {"path": "责任分解.html", "sha256": "ab" * 32, "as_of": None}


def test_the_fields_of_a_task_come_in_the_promised_order(printed):
    assert " ".join(printed["tasks"][0]) == "id text progress units category source cells parts allocations"
    assert printed["tasks"][0]["source"] == {
        "path": "责任分解.html",
        "sheet": "表2",
        "row": 2,
        "column": None,
        "offset": None,
    }


def test_a_field_without_a_column_has_no_place(printed):
    assert set(printed["tasks"][0]["cells"]) == {"text", "units"}


def test_a_line_of_allocations_gives_every_area_its_figure_and_null_for_none(printed):
    line = printed["tasks"][1]["allocations"][0]
    assert " ".join(line) == "category item label total allocations lead source"
    assert [line[key] for key in ("category", "item", "label", "total", "lead")] == [
        "一、普惠托育项目",
        "新增托育机构100家。",
        "机构",
        "100",
        "市卫生健康委",
    ]
    assert list(line["allocations"].values()) == ["30", "20.5", "20", "9.5", "20", None]


def finding(text="完成率写的是61%,按数字算是60%", **fields):
    first, second = (Source(path="表.xlsx", sheet="任务", row=row, column=2) for row in (3, 7))
    given = {"code": "check-ratio", "severity": "warning", "message": text, "source": first, "also": (second,)}
    return Problem(**given | fields)


def checked(*findings):
    read = Document(path="表.xlsx", sha256="ab" * 32)
    return Checked(read, date(2023, 6, 30), 12, findings, (Problem(code="x", severity="note", message="有事。"),))


def test_a_finding_names_both_places():
    assert checks_text(checked(finding())).splitlines() == [
        "核对了12项任务,发现1处不一致:",
        "表.xlsx:任务:3:2: 警告: 完成率写的是61%,按数字算是60%",
        "  另见:任务:7:2",
        "问题1处:",
        "提示: 有事。",
    ]


def test_where_nothing_disagrees_it_says_so():
    assert checks_text(checked()).startswith("核对了12项任务,没有发现不一致\n")
    assert checks_text(checked(), "en").startswith("12 tasks checked, nothing disagrees\n")


def test_hostile_words_in_a_finding_are_shown_as_text():
    assert "\x1b" not in checks_text(checked(finding("\x1b[2J", also=(Source(path="\x1b"),))))


def test_the_json_of_the_checks_holds_the_findings_as_data():
    printed = json.loads(checks_json(checked(finding())))
    assert " ".join(printed) == "schema document tasks checks problems"
    assert (printed["schema"], printed["tasks"]) == ("engine.checks/1", 12)
    assert printed["checks"][0]["also"][0]["row"] == 7
