"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.

Escapes as the toolkit of GitHub writes them: % CR LF everywhere, : and , in properties too.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from engine.model import Problem
from engine.reports.rules_check.findings import RulesFinding, finding

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def check_github(problems: Sequence[Problem]) -> str:
    """A command a finding, each with a newline at its end."""
    return "".join(_command(finding("", problem)) for problem in problems)


def _command(one: RulesFinding) -> str:
    places = {"file": PurePath(one.file).as_posix() if one.file else None, "line": one.line, "col": one.column}
    given = ",".join(f"{name}={_property(value)}" for name, value in places.items() if value is not None)
    command = f"{_COMMANDS[one.severity]} {given}".rstrip()
    return f"::{command}::{one.message.translate(_IN_TEXT)}\n"


def _property(value: str | int) -> str:
    return str(value).translate(_IN_PROPERTIES)
