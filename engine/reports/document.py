"""What was understood of a document as JSON, `engine.document/1`: its fields, their order, and its JSON Schema.

Figures are decimal strings as written; what is not known is null.  A changed or removed field makes a new version.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Literal

from pydantic import Field

from engine import documents, model
from engine.model import Part, Problem, Record, Source
from engine.reports.schema import Number


class DocumentInfo(Record):
    """The document: its path as given, the SHA-256 of its bytes, and the date that it states."""

    path: str
    sha256: str
    as_of: date | None


class Allocation(Record):
    """One line of an allocation table: what it counts, its total, and what each area contributes (null for "/")."""

    category: str
    item: str
    label: str
    total: Number | None
    allocations: dict[str, Number | None]
    lead: str
    source: Source


class Task(Record):
    """One row of the document.  `cells` are the places of the fields that its table has a column for, `parts` the
    stretches of text and progress that come from cells of their own."""

    id: str
    text: str
    progress: str
    units: str
    category: str
    source: Source
    cells: dict[str, Source]
    parts: tuple[Part, ...]
    allocations: tuple[Allocation, ...]


class Document(Record):
    """What was understood of one document, before any assessment."""

    version: Literal["engine.document/1"] = Field(default="engine.document/1", alias="schema")
    document: DocumentInfo
    tasks: tuple[Task, ...]
    problems: tuple[Problem, ...]


def document_json(document: documents.Document) -> str:
    """The document as one JSON text of `engine.document/1` without a newline at the end."""
    info = DocumentInfo(path=document.path, sha256=document.sha256, as_of=document.as_of)
    whole = Document(document=info, tasks=tuple(map(_task, document.tasks)), problems=document.problems)
    return whole.model_dump_json(by_alias=True, indent=1)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the document as printed; `document.schema.json` beside this module is its published copy."""
    return Document.model_json_schema(by_alias=True, mode="serialization")


def _task(task: model.Task) -> Task:
    return Task(
        id=task.id,
        text=task.text,
        progress=task.progress,
        units=task.units,
        category=task.category,
        source=task.source,
        cells=task.cells,
        parts=task.parts,
        allocations=tuple(_allocation(task, line) for line in task.allocations),
    )


def _allocation(task: model.Task, line: model.Allocation) -> Allocation:
    return Allocation(
        category=task.category,
        item=task.text,
        label=line.label,
        total=_number(line.total.value),
        allocations={share.area: _number(share.value) for share in line.shares},
        lead=line.units,
        source=line.source,
    )


def _number(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
