"""The JSON Schema of a rules file, by which editors complete it, explain it and check it as it is typed.

Made from ``shape``, and written so that the YAML language server shows it well (``markdownDescription``,
``enumDescriptions``, ``patternErrorMessage``): a value that may be dated is one schema with several types and not a
choice of schemas, so that a mistake is told in its place.  The reader checks more than a schema can say.
``docs/rules.schema.json`` is the published copy.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter

from engine.rules.facts.vocabulary import TARGET_TERMS, TASK_TERMS
from engine.rules.file.meanings import MEANINGS
from engine.rules.file.shape import RulesFile
from engine.rules.language.terms import TYPE_TITLES, Terms

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_REF = "#/$defs/"
_Schema = dict[str, Any]

_CONDITIONS: Mapping[str, Terms] = MappingProxyType(
    {"Rule": TARGET_TERMS, "Remark": TARGET_TERMS, "TaskRule": TASK_TERMS, "TaskRemark": TASK_TERMS}
)
"""The definitions that have a condition, and the terms that it may name."""

_TAKEN_WHOLE = "meta"
"""The section that a file which extends the packaged rules has to write out where it writes it at all."""


def schema_text() -> str:
    """The schema as it is published: keys in order, one blank a level, with a newline at the end."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a rules file."""
    raw = TypeAdapter(RulesFile).json_schema()
    named = raw.pop("$defs")
    root = _simpler(raw, named)
    defs = {_short(name): _simpler(definition, named) for name, definition in named.items()}
    for part in (root, *defs.values()):
        part.pop("title", None)  # pydantic's: the name of the class
        _explain_choices(part, defs)
    _name_terms(defs)
    demands = _demands(root, defs)
    written = json.dumps([root, defs])
    used = {name: defs[name] for name in sorted(defs) if json.dumps(_REF + name) in written}
    head = {"$schema": DIALECT, "title": "规则文件"}
    return {**head, **root, "if": {"required": ["extends"]}, "else": demands, "$defs": used}


def _short(name: str) -> str:
    """Dated_Share_ -> DatedShare."""
    return name.replace("_", "")


def _target(schema: _Schema) -> str:
    """The name of the definition that a schema refers to, or nothing."""
    return str(schema.get("$ref", "")).removeprefix(_REF)


def _simpler(node: Any, named: _Schema) -> Any:
    """A schema with short names, its choices united, its words explained."""
    if isinstance(node, list):
        return [_simpler(each, named) for each in node]
    if not isinstance(node, dict):
        return node
    made = {key: _simpler(value, named) for key, value in node.items() if key != "anyOf"}
    if "$ref" in node:
        made["$ref"] = _REF + _short(_target(node))
    if "enum" in node:
        made["enumDescriptions"] = [str(MEANINGS[word]) for word in node["enum"]]
    if "patternProperties" in node:
        return _keys_held_to_pattern(made)
    return _united(made, [_spelled_out(part, named) for part in node["anyOf"]]) if "anyOf" in node else made


def _spelled_out(part: _Schema, named: _Schema) -> _Schema:
    """A choice with what it refers to in its place."""
    found: _Schema = _simpler(named[_target(part)] if "$ref" in part else part, named)
    return found


def _keys_held_to_pattern(made: _Schema) -> _Schema:
    """Keys of a pattern as one schema for keys, where there is a place for what to say of one that does not fit."""
    ((pattern, values),) = made.pop("patternProperties").items()
    names = {**made.pop("propertyNames", {}), "pattern": pattern}
    return {**made, "propertyNames": names, "additionalProperties": values}


def _united(made: _Schema, choices: list[_Schema]) -> _Schema:
    """A choice between types as one schema: what it says of texts, figures and lists holds of each of them alone."""
    whole: _Schema = {}
    types: list[str] = []
    for choice in choices:
        whole |= choice
        types += [choice["type"]] if isinstance(choice.get("type"), str) else choice.get("type", [])
    if "enum" in whole or "anyOf" in whole:
        return _with_words(made, choices)
    types = [one for one in types if one != "integer" or "number" not in types]
    return {**whole, "type": types, **made}


def _with_words(made: _Schema, choices: list[_Schema]) -> _Schema:
    """A choice with words to choose from stays one, for words bind every type; only lists are told of beside it."""
    rest: _Schema = {}
    told: list[_Schema] = []
    for choice in choices:
        if choice.get("type") == "array":
            rest |= {key: value for key, value in choice.items() if key != "type"}
            told.append({"type": "array"})
        else:
            told += choice.get("anyOf", [choice])
    return {**rest, "anyOf": told, **made}


def _explain_choices(part: _Schema, defs: _Schema) -> None:
    """The words to choose from, with their meaning, in the explanation of every key that has some."""
    for key in part.get("properties", {}).values():
        values = defs.get(_target(key), key.get("items", key))
        words = [word for one in (values, *values.get("anyOf", ())) for word in one.get("enum", ())]
        if words:
            lines = "".join(f"\n- `{word}` {MEANINGS[word]}" for word in words)
            key["markdownDescription"] = f"{key['description']}\n{lines}"


def _name_terms(defs: _Schema) -> None:
    """The terms that a condition may name, in the explanation of ``when``."""
    for name, terms in _CONDITIONS.items():
        when = defs[name]["properties"]["when"]
        ordered = [terms[key] for key in sorted(terms)]
        lines = "".join(f"\n- `{term.name}` {term.title}({TYPE_TITLES[term.type]})" for term in ordered)
        named = "、".join(f"{term.name} {term.title}" for term in ordered)
        when["markdownDescription"] = f"{when['description']}。可用的名称:\n{lines}\n\n以及 thresholds 中的界线"
        when["description"] = f"{when['description']}。可用的名称:{named};以及 thresholds 中的界线"


def _demands(part: _Schema, defs: _Schema) -> _Schema:
    """The keys that a section needs, and those in it, taken out of the section: only a file on its own needs them."""
    within = {
        key: _demands(defs[_target(value)], defs)
        for key, value in part["properties"].items()
        if key != _TAKEN_WHOLE and "properties" in defs.get(_target(value), {})
    }
    demands = {"required": part.pop("required"), "properties": within}
    return {key: value for key, value in demands.items() if value}
