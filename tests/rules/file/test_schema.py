"""The JSON Schema of the rules file: what editors complete, explain and check while a file is written."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar, get_args

import pytest
import yaml
from jsonschema import Draft202012Validator

from engine import model
from engine.rules import loads
from engine.rules.facts.vocabulary import TARGET_TERMS, TASK_TERMS
from engine.rules.file.meanings import MEANINGS
from engine.rules.file.schema import json_schema, schema_text
from engine.rules.file.shape import Finding

ROOT = Path(__file__).parents[3]
PUBLISHED = ROOT / "docs" / "rules.schema.json"
PACKAGED = ROOT / "rules.yaml"
EXAMPLES = [path for path in sorted((ROOT / "examples" / "rules").glob("*.yaml")) if ".cases" not in path.name]
CHINESE = re.compile("[\u4e00-\u9fff]")
SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


class EditorLoader(yaml.SafeLoader):
    """YAML as editors read it: words, figures and truths are typed, dates stay text."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def as_json(value: Any) -> Any:
    """The value with every key a text."""
    if isinstance(value, dict):
        return {str(key): as_json(one) for key, one in value.items()}
    return [as_json(one) for one in value] if isinstance(value, list) else value


def as_yaml(rules: Any) -> str:
    """The rules written out again; an empty section as people write it."""
    return yaml.safe_dump(rules, allow_unicode=True, sort_keys=False).replace(": null\n", ":\n")


def read(text: str) -> Any:
    return as_json(yaml.load(text, EditorLoader))


def errors(value: Any) -> list[tuple[str, str]]:
    """Where the mistakes stand (verdicts/cumulative/0/status), and which rule of the schema each breaks."""
    found = VALIDATOR.iter_errors(value)
    return sorted(("/".join(map(str, error.absolute_path)), str(error.validator)) for error in found)


def properties(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property anywhere in a schema that says what it is, with its path; ``else`` only says what is needed."""
    for key, value in node.items() if isinstance(node, dict) else enumerate(node if isinstance(node, list) else ()):
        if key == "properties":
            yield from ((f"{path}/{name}", one) for name, one in value.items())
        if key != "else":
            yield from properties(value, f"{path}/{key}")


@pytest.fixture(scope="module")
def packaged() -> Any:
    return read(PACKAGED.read_text(encoding="utf-8"))


def test_the_published_copy_is_current() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text()


def test_it_is_a_schema_of_its_dialect_and_the_text_of_it_ends_with_a_line() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(schema_text()) == SCHEMA
    assert schema_text().endswith("}\n")
    assert "$id" not in SCHEMA


@pytest.mark.parametrize("path", [PACKAGED, *EXAMPLES], ids=lambda path: path.name)
def test_the_rules_of_the_house_are_valid(path: Path) -> None:
    assert errors(read(path.read_text(encoding="utf-8"))) == []


def test_every_property_says_in_chinese_what_it_is() -> None:
    found = list(properties(SCHEMA))
    assert len(found) > 90
    assert [path for path, one in found if not CHINESE.search(one.get("description", ""))] == []
    assert [path for path, one in found if not CHINESE.search(one.get("title", ""))] == []


def test_no_name_of_a_class_is_shown_as_a_title() -> None:
    titles = re.findall(r'"title": "([^"]*)"', schema_text())
    assert [title for title in titles if not CHINESE.search(title)] == []


def test_definitions_have_short_names_and_all_are_used() -> None:
    text = schema_text()
    assert all(re.fullmatch("[A-Za-z]+", name) for name in SCHEMA["$defs"])
    assert [name for name in SCHEMA["$defs"] if f'"#/$defs/{name}"' not in text] == []
    assert set(re.findall(r'"#/\$defs/([^"]+)"', text)) <= set(SCHEMA["$defs"])


def test_nothing_is_filled_in_by_default() -> None:
    assert '"default"' not in schema_text()


def choices(node: Any) -> Iterator[dict[str, Any]]:
    """Every schema that lists words to choose from."""
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from choices(value)
    if isinstance(node, dict) and "enum" in node:
        yield node


def test_every_word_to_choose_from_is_explained() -> None:
    for choice in choices(SCHEMA):
        assert choice["enumDescriptions"] == [str(MEANINGS[word]) for word in choice["enum"]]
    for closed in (model.Kind, model.Status, model.Stage, model.Direction, model.Light, model.Comparator, Finding):
        assert set(get_args(closed)) <= set(MEANINGS)


def test_the_explanation_of_a_key_lists_the_words_to_choose_from() -> None:
    status = SCHEMA["$defs"]["Rule"]["properties"]["status"]
    assert "\n- `lagging` 滞后:进度低于应完成的份额" in status["markdownDescription"]


@pytest.mark.parametrize(
    ("definition", "terms"),
    [("Rule", TARGET_TERMS), ("Remark", TARGET_TERMS), ("TaskRule", TASK_TERMS), ("TaskRemark", TASK_TERMS)],
)
def test_the_explanation_of_a_condition_names_the_terms_that_it_may_use(definition: str, terms: Any) -> None:
    when = SCHEMA["$defs"][definition]["properties"]["when"]
    for term in terms.values():
        assert f"{term.name} {term.title}" in when["description"]
        assert f"- `{term.name}` {term.title}" in when["markdownDescription"]


Edit = Callable[[Any], Any]


def put(*path_and_value: Any) -> Edit:
    """An edit that sets the value at a path of keys."""
    *path, key, value = path_and_value

    def edit(rules: Any) -> None:
        for step in path:
            rules = rules[step]
        rules[key] = value

    return edit


def drop(*path: Any) -> Edit:
    """An edit that removes the key at the end of a path."""

    def edit(rules: Any) -> None:
        for step in path[:-1]:
            rules = rules[step]
        del rules[path[-1]]

    return edit


FIRST = ("verdicts", "cumulative", 0)
GOOD = [
    put("meta", "version", 2),
    put("meta", "version", 1.5),
    put("calendar", "year_end", 6),
    put("calendar", "year_end", "06月"),
    put("schedules", "序时进度", "points", {"6": "60%", "12": "120%"}),
    put(*FIRST, "left_out", "是"),
    put(*FIRST, "left_out", False),
    put("units", "first_leads", True),
    put("thresholds", "gauge", None),
    put("thresholds", "coverage", "容差", "2个月"),
    put("thresholds", "coverage", "容差", 3),
    put("thresholds", "coverage", "near", "-5 个百分点"),
    put("points", "full", [{"value": "100分"}, {"from": "2024-01-01", "value": "120分", "basis": "文号"}]),
    put(*FIRST, "status", [{"value": "done"}, {"from": "2024-01-01", "value": "on_track"}]),
    put(*FIRST, "allow", ["rules-overlap"]),
    put("indicators", 0, "label", "年度指标"),
    put("boards", [{"name": "开工率", "any_of": ["开工率"], "by": "completion"}]),
    drop("verdicts", "all"),
    drop("verdicts", "cumulative", -1, "when"),
]


@pytest.mark.parametrize("edit", GOOD)
def test_what_the_reader_takes_the_schema_takes_too(packaged: Any, edit: Edit) -> None:
    rules = copy.deepcopy(packaged)
    edit(rules)
    assert errors(rules) == []
    book, _ = loads(as_yaml(rules), "rules.yaml")
    assert book is not None


@pytest.mark.parametrize("edit", [drop("thresholds"), put("thresholds", None)])
def test_a_section_of_names_may_be_missing_or_empty(packaged: Any, edit: Edit) -> None:
    rules = copy.deepcopy(packaged)
    edit(rules)
    assert errors(rules) == []


BAD = [
    (put("meta", "verison", "1"), "meta", "additionalProperties"),
    (put("verdict", {}), "", "additionalProperties"),
    (put(*FIRST, "then", "done"), "verdicts/cumulative/0", "additionalProperties"),
    (put(*FIRST, "status", "late"), "verdicts/cumulative/0/status", "anyOf"),
    (put(*FIRST, "left_out", "maybe"), "verdicts/cumulative/0/left_out", "anyOf"),
    (put(*FIRST, "grade", "  "), "verdicts/cumulative/0/grade", "pattern"),
    (put(*FIRST, "allow", ["rules-gap"]), "verdicts/cumulative/0/allow/0", "enum"),
    (put("lights", "done", "purple"), "lights/done", "anyOf"),
    (put("indicators", 0, "kind", "amount"), "indicators/0/kind", "anyOf"),
    (put("indicators", 0, "direction", "left"), "indicators/0/direction", "anyOf"),
    (put("indicators", 0, "any_of", "支出进度"), "indicators/0/any_of", "type"),
    (put("stages", "worth", "applied", "50"), "stages/worth/applied", "pattern"),
    (put("stages", "worth", "applied", 50), "stages/worth/applied", "type"),
    (put("stages", "ladders", "工程建设", 0, "months", "1月"), "stages/ladders/工程建设/0/months", "pattern"),
    (put("points", "full", "100"), "points/full", "pattern"),
    (put("calendar", "year_end", "13月"), "calendar/year_end", "pattern"),
    (put("calendar", "year_end", 13), "calendar/year_end", "maximum"),
    (put("schedules", "序时进度", "points", {"13月": "100%"}), "schedules/序时进度/points", "pattern"),
    (put("schedules", "序时进度", "shape", "curve"), "schedules/序时进度/shape", "enum"),
    (put("thresholds", "cumulative", "tolerance", "5度"), "thresholds/cumulative/tolerance", "pattern"),
    (put("thresholds", "cumulative", "容差 一", "5%"), "thresholds/cumulative", "pattern"),
    (put("thresholds", "年终", {}), "thresholds", "additionalProperties"),
    (put("points", "full", []), "points/full", "minItems"),
    (put("points", "full", [{"vaule": "100分"}]), "points/full/0", "additionalProperties"),
    (put("points", "full", [{"value": "100"}]), "points/full/0/value", "pattern"),
    (put("lights", "done", [{"value": "pink"}]), "lights/done/0/value", "enum"),
    (put("points", "full", [{"value": "1分"}, {"from": "2024/1/1", "value": "2分"}]), "points/full/1/from", "pattern"),
    (put("extends", "别的规则"), "extends", "const"),
    (put("verdicts", "cumulative", {"id": "a"}), "verdicts/cumulative", "type"),
    (drop("meta", "version"), "meta", "required"),
    (drop("units"), "", "required"),
    (drop("verdicts", "growth"), "verdicts", "required"),
    (drop("stages", "worth", "applied"), "stages/worth", "required"),
    (drop("points", "lagging", "gauge"), "points/lagging", "required"),
    (drop("lights", "unrated"), "lights", "required"),
    (drop(*FIRST, "because"), "verdicts/cumulative/0", "required"),
    (drop("verdicts", "all", 0, "when"), "verdicts/all/0", "required"),
    (drop("verdicts", "review", 0, "when"), "verdicts/review/0", "required"),
    (drop("rollup", "rules", 0, "id"), "rollup/rules/0", "required"),
]


@pytest.mark.parametrize(("edit", "place", "broken"), BAD)
def test_a_mistake_is_told_where_it_stands(packaged: Any, edit: Edit, place: str, broken: str) -> None:
    rules = copy.deepcopy(packaged)
    edit(rules)
    assert (place, broken) in errors(rules)
    book, problems = loads(as_yaml(rules), "rules.yaml")
    assert book is None
    assert problems


def test_a_file_that_extends_the_packaged_rules_may_leave_out_what_it_does_not_change() -> None:
    own = read("extends: 自带规则\nverdicts: {growth: []}\nstages: {worth: {applied: 50%}}\npoints: {lagging: {}}")
    assert errors(own) == []
    del own["extends"]
    assert {place for place, _ in errors(own)} == {"", "verdicts", "stages", "stages/worth", "points", "points/lagging"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("verdicts: {growth: [{id: a, status: done}]}", "verdicts/growth/0"),
        ("meta: {name: 我的}", "meta"),
        ("indicators: [{kind: growth}]", "indicators/0"),
        ("schedules: {季末: {shape: steps}}", "schedules/季末"),
        ("stages: {ladders: {工程建设: [{rung: 开工}]}}", "stages/ladders/工程建设/0"),
    ],
)
def test_what_such_a_file_writes_it_writes_whole(text: str, place: str) -> None:
    """Entries of lists, schedules and ``meta`` are taken whole, so their keys are needed all the same."""
    assert (place, "required") in errors(read(f"extends: 自带规则\n{text}"))


def test_a_pattern_says_what_is_wanted() -> None:
    """Editors show this in place of the pattern."""

    def patterns(node: Any) -> Iterator[dict[str, Any]]:
        for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            yield from patterns(value)
        if isinstance(node, dict) and isinstance(node.get("pattern"), str):
            yield node

    found = list(patterns(SCHEMA))
    assert len(found) > 10
    assert [one for one in found if not CHINESE.search(one.get("patternErrorMessage", ""))] == []
