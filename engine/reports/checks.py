"""Where a document disagrees with itself, as text and as JSON, `engine.checks/1`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from engine.explain.speech import Language, say
from engine.model import Problem, Record
from engine.reports.summary import problem_lines

if TYPE_CHECKING:
    from engine.assessor import Checked


class CheckedDocument(Record):
    """The document that was held against itself; `as_of` is the date given or stated, null without one."""

    path: str
    sha256: str
    as_of: date | None


class Checks(Record):
    """The findings on one document: how many tasks were held against each other, and where they disagree."""

    version: Literal["engine.checks/1"] = Field(default="engine.checks/1", alias="schema")
    document: CheckedDocument
    tasks: int
    checks: tuple[Problem, ...]
    problems: tuple[Problem, ...]


def checks_text(checked: Checked, lang: Language = "zh") -> str:
    """The findings with their places and arithmetic, or that there are none; then what was wrong with the document."""
    none = [] if checked.findings else [say(lang, "check.none", tasks=checked.tasks)]
    found = problem_lines("check.found", checked.findings, lang, tasks=checked.tasks)
    return "\n".join([*none, *found, *problem_lines("summary.problems", checked.problems, lang)])


def checks_json(checked: Checked) -> str:
    """The findings as one JSON text of `engine.checks/1` without a newline at the end."""
    document = CheckedDocument(path=checked.document.path, sha256=checked.document.sha256, as_of=checked.as_of)
    whole = Checks(document=document, tasks=checked.tasks, checks=checked.findings, problems=checked.problems)
    return whole.model_dump_json(by_alias=True, indent=1)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the findings as printed; `checks.schema.json` beside this module is its published copy."""
    return Checks.model_json_schema(by_alias=True, mode="serialization")
