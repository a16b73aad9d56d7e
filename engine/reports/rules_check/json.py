"""Findings as JSON, `engine.rules-check/1`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import Field

from engine.model import Problem, Record
from engine.reports.rules_check.findings import RulesFinding, finding


class RulesCheck(Record):
    """What is wrong with the rules file at `path`, in the order of the file."""

    version: Literal["engine.rules-check/1"] = Field(default="engine.rules-check/1", alias="schema")
    path: str
    findings: tuple[RulesFinding, ...]


def check_json(path: str, problems: Sequence[Problem]) -> str:
    """The findings as one JSON text without a newline at the end."""
    findings = tuple(finding(path, problem) for problem in problems)
    return RulesCheck(path=path, findings=findings).model_dump_json(by_alias=True, indent=1)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the findings as printed; `rules_check.schema.json` in the room is its published copy."""
    return RulesCheck.model_json_schema(by_alias=True, mode="serialization")
