"""Findings on a rules file as text, as JSON, as commands of GitHub Actions and as SARIF."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from engine import reports
from engine.model import Problem, Source
from engine.reports.rules_check import check_github, check_json, check_sarif, check_text
from engine.reports.rules_check.json import json_schema
from engine.rules import loads
from engine.rules.file.faults import Faults, Place

PATH = "口径/my rules.yaml"
BROKEN = 'meta: {name: 口径, verison: "1"}\n'


def _problems(path: str = PATH) -> tuple[Problem, ...]:
    return loads(BROKEN, path).problems


def _problem(message: str, severity: str = "error", **fields: Any) -> Problem:
    return Problem(code="rules-value", severity=severity, message=message, **fields)


def test_text_shows_each_finding_with_its_line_and_how_many_there_are() -> None:
    text = check_text(_problems())

    assert f"{PATH}:1:18: 不认识的项“verison”。" in text
    assert '    1 | meta: {name: 口径, verison: "1"}\n      |              \u3000\u3000  ^^^^^^^\n' in text
    assert text.endswith(f"\n{len(_problems())}处错误,0处提示")


def test_text_says_so_where_nothing_was_found() -> None:
    assert check_text(()) == "没有发现问题"
    assert check_text((), "en") == "Nothing found"


def test_text_counts_remarks_apart_and_gives_advice() -> None:
    problems = (_problem("r.yaml:1:1: 甲", suggestion="写乙"), _problem("r.yaml:2:1: 丙", "warning"))

    assert check_text(problems) == "r.yaml:1:1: 甲\n建议:写乙\nr.yaml:2:1: 丙\n1处错误,1处提示"
    assert check_text(problems, "en").endswith("\n1 errors, 1 remarks")


def test_text_obeys_no_control_characters_of_the_file() -> None:
    assert "\u202e" not in check_text((_problem("r.yaml:1:1: \u202e甲"),))


def test_json_gives_place_and_message_apart() -> None:
    found = json.loads(check_json(PATH, _problems()))

    assert (found["schema"], found["path"]) == ("engine.rules-check/1", PATH)
    unknown = next(one for one in found["findings"] if one["code"] == "rules-unknown-key")
    assert unknown == {
        "code": "rules-unknown-key",
        "severity": "error",
        "message": "不认识的项“verison”。此处可用:name、version、basis;是不是“version”?",
        "file": PATH,
        "line": 1,
        "column": 18,
        "width": 7,
    }


def test_json_counts_the_width_in_characters_not_in_columns_of_the_screen() -> None:
    found = json.loads(check_json("r.yaml", loads("meta: {名称: 甲}\n", "r.yaml").problems))

    assert next(one["width"] for one in found["findings"] if "“名称”" in one["message"]) == 2


def test_json_of_a_file_that_is_not_there_has_no_place() -> None:
    found = json.loads(check_json("r.yaml", (_problem("r.yaml: 没有这个文件", source=Source(path="r.yaml")),)))

    assert found["findings"][0]["message"] == "没有这个文件"
    assert [found["findings"][0][key] for key in ("file", "line", "column", "width")] == ["r.yaml", None, None, None]


def test_json_holds_to_its_published_schema() -> None:
    published = Path(reports.__file__).with_name("rules_check.schema.json").read_text(encoding="utf-8")

    assert json.loads(published) == json_schema()
    jsonschema.validate(json.loads(check_json(PATH, _problems())), json_schema())


def test_github_gets_one_command_a_finding() -> None:
    problem = _problem("a:b,c.yaml:3:7: 应是 50%\n    3 | 甲", source=Source(path="a:b,c.yaml", row=3, column=7))

    assert check_github((problem,)) == "::error file=a%3Ab%2Cc.yaml,line=3,col=7::应是 50%25\n"


@pytest.mark.parametrize(("severity", "command"), [("error", "error"), ("warning", "warning"), ("note", "notice")])
def test_github_has_a_word_for_every_severity(severity: str, command: str) -> None:
    problem = _problem("r.yaml:1:1: 甲\r乙", severity, source=Source(path="r.yaml", row=1, column=1))

    assert check_github((problem,)) == f"::{command} file=r.yaml,line=1,col=1::甲%0D乙\n"


def test_github_gets_nothing_where_nothing_was_found() -> None:
    assert check_github(()) == ""


SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "properties": {
                                    "version": {"type": "string"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {"type": "object", "required": ["id"]},
                                    },
                                },
                            }
                        },
                    },
                    "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
                },
            },
        },
    },
    "$defs": {
        "result": {
            "type": "object",
            "required": ["message", "ruleId", "ruleIndex", "level", "locations"],
            "properties": {
                "level": {"enum": ["none", "note", "warning", "error"]},
                "ruleIndex": {"type": "integer", "minimum": 0},
                "message": {"type": "object", "required": ["text"], "properties": {"text": {"minLength": 1}}},
                "locations": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["physicalLocation"],
                        "properties": {
                            "physicalLocation": {
                                "type": "object",
                                "required": ["artifactLocation"],
                                "properties": {
                                    "artifactLocation": {
                                        "type": "object",
                                        "required": ["uri"],
                                        "properties": {"uri": {"pattern": "^[A-Za-z0-9%._~/:-]+$"}},
                                    },
                                    "region": {
                                        "type": "object",
                                        "required": ["startLine"],
                                        "additionalProperties": {"type": "integer", "minimum": 1},
                                    },
                                },
                            }
                        },
                    },
                },
            },
        }
    },
}
"""The parts of SARIF 2.1.0 that are used here, as sections 3.13 to 3.30 of the specification have them."""


def test_sarif_holds_to_the_specification() -> None:
    found = json.loads(check_sarif(PATH, _problems()))

    jsonschema.validate(found, SARIF)
    run = found["runs"][0]
    assert run["tool"]["driver"]["name"] == "engine rules check"
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])


def test_sarif_marks_the_words_in_the_line() -> None:
    found = json.loads(check_sarif(PATH, _problems()))

    result = next(one for one in found["runs"][0]["results"] if one["ruleId"] == "rules-unknown-key")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "%E5%8F%A3%E5%BE%84/my%20rules.yaml"
    assert place["region"] == {"startLine": 1, "startColumn": 18, "endColumn": 25}
    assert result["message"]["text"].startswith("不认识的项“verison”。")


@pytest.mark.parametrize(
    ("path", "uri"),
    [("a:b.yaml", "a%3Ab.yaml"), ("./r.yaml", "r.yaml"), ("../r%.yaml", "../r%25.yaml"), ("/tmp/甲.yaml", "file:///tmp/%E7%94%B2.yaml")],
)  # fmt: skip
def test_sarif_names_the_file_by_a_uri(path: str, uri: str) -> None:
    found = json.loads(check_sarif(path, _problems(path)))

    assert found["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_sarif_of_a_file_without_findings_has_a_run_without_results() -> None:
    found = json.loads(check_sarif(PATH, ()))

    jsonschema.validate(found, SARIF)
    assert found["runs"][0]["results"] == []


EXTENDING = """\
meta: {name: 口径, version: "1"}
extends: 自带规则
verdicts:
  coverage:
    - {id: coverage-no-figure, when: meets, status: done, grade: 已完成, because: 完成}
"""
"""Takes the last of the packaged rules for coverage away, which the list then ends without."""


def _packaged(text: str = EXTENDING) -> tuple[Problem, ...]:
    faults = Faults("r.yaml", text)
    faults.include("自带规则", "甲\n  乙: 丙\n")
    faults.add("rules-value", Place(2, 3, 1, "自带规则"), "不可用")
    return faults.problems()


def test_github_and_sarif_name_the_users_file_where_the_packaged_one_is_meant() -> None:
    assert check_github(_packaged()) == "::error file=r.yaml,line=2::自带规则第2行:不可用\n"
    result = json.loads(check_sarif("r.yaml", _packaged()))["runs"][0]["results"][0]
    assert result["message"]["text"] == "自带规则第2行:不可用"
    place = result["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "r.yaml"}, "region": {"startLine": 2}}


def test_the_first_line_is_named_where_the_file_does_not_say_what_it_extends() -> None:
    assert "file=r.yaml,line=1::自带规则第2行:" in check_github(_packaged("meta: {}\n"))


def test_text_shows_the_line_of_the_packaged_rules() -> None:
    assert check_text(_packaged()).startswith("自带规则:2:3: 不可用\n    2 |   乙: 丙\n")


@pytest.mark.parametrize("name", ["甲\\n乙", "甲\\r\\n乙", "甲\\e[31m乙", "甲\\u2028乙"])
def test_a_message_is_one_line_whatever_a_name_in_it_holds(name: str) -> None:
    problems = loads(f'"{name}": 1\n', "r.yaml").problems

    unknown = next(one for one in json.loads(check_json("r.yaml", problems))["findings"] if "乙" in one["message"])
    assert unknown["message"].startswith("不认识的项“甲\\")
    assert "此处可用" in unknown["message"]
    assert all(len(problem.message.splitlines()) == 3 for problem in problems)
