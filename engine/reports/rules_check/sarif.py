"""Findings as SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format), which editors and code hosts collect."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from engine.model import Problem
from engine.reports.rules_check.findings import RulesFinding, finding

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_PACKAGE = "progress-assessment-engine"


def check_sarif(path: str, problems: Sequence[Problem]) -> str:
    """One run with a result a finding, without a newline at the end.  Columns are in code points."""
    findings = [finding(path, problem) for problem in problems]
    codes = sorted({one.code for one in findings})
    run = {
        "tool": {"driver": {"name": "engine rules check", **_version(), "rules": [{"id": code} for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes) for one in findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _version() -> dict[str, str]:
    try:
        return {"version": version(_PACKAGE)}
    except PackageNotFoundError:  # run from a checkout that was not installed
        return {}


def _result(one: RulesFinding, codes: Sequence[str]) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(one.file)}}
    if one.line is not None:
        place["region"] = _region(one)
    return {
        "ruleId": one.code,
        "ruleIndex": codes.index(one.code),
        "level": one.severity,
        "message": {"text": one.message},
        "locations": [{"physicalLocation": place}],
    }


def _region(one: RulesFinding) -> dict[str, int]:
    """The marked characters; the end column is the one behind the last of them."""
    region = {"startLine": one.line or 1}
    if one.column is not None:
        region |= {"startColumn": one.column, "endColumn": one.column + (one.width or 1)}
    return region


def _uri(path: str) -> str:
    """A relative reference as it is given, percent-encoded; an absolute path as a file URI."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())
