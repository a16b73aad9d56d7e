"""The report as the outside sees it, `engine.report/1`: its fields, their order, and its JSON Schema.

Every figure is a decimal string.  `value` and `unit` are as written in the source; shares (`completion`,
`expected`) are of one, `gap_pp` is in percentage points, both cut toward zero after 6 decimals; `points` have
one decimal.  Lists keep the order of the document.  A changed or removed field makes a new version.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from engine.model import (
    Basis,
    Comparator,
    Direction,
    DocumentInfo,
    Kind,
    Light,
    Problem,
    Record,
    RuleRef,
    RulesInfo,
    Source,
    Stage,
    Standing,
    Status,
)

VERSION: Literal["engine.report/1"] = "engine.report/1"

Number = Annotated[str, Field(pattern=r"^-?\d+(\.\d+)?$")]
Span = tuple[int, int]


class TaskSource(Record):
    """The row of the document that a task stands in; `sheet` is the sheet, table or page, where there are several."""

    path: str
    row: int | None
    sheet: str | None


class Units(Record):
    """The responsible units of a task, in the order they are listed."""

    lead: tuple[str, ...]
    co: tuple[str, ...]


class Evidence(Record):
    """The statement of the progress text that answers a target: a figure or event, or else the completion that the
    text states itself; `rung` is the milestone reached."""

    clause: str
    span: Span
    value: Number | None
    unit: str | None
    through_month: int
    stage: Stage
    rung: str | None


class ReportedForecast(Record):
    """What the reporting unit itself expects; never an achievement."""

    clause: str
    value: Number | None
    unit: str | None
    through_month: int


class Forecast(Record):
    """The engine's year-end extrapolation from `points` (month, value), or the reason why there is none."""

    value: Number | None
    low: Number | None
    high: Number | None
    level: Number | None
    probability: Number | None
    method: str
    points: tuple[tuple[int, Number], ...]
    refusal: str | None


class Target(Record):
    """One promise of the task text, its evidence and its verdict.

    `area` and `part_of` are set for an area's share of another target; `source` is the cell that holds the figure
    where it is not in the task text, and `clause` and `span` are then that cell's.
    """

    id: str
    clause: str
    span: Span
    indicator: str
    kind: Kind
    direction: Direction
    comparator: Comparator
    value: Number | None
    unit: str | None
    deadline_month: int
    evidence: Evidence | None
    reported_forecast: ReportedForecast | None
    status: Status
    grade: str
    completion: Number | None
    expected: Number | None
    gap_pp: Number | None
    forecast: Forecast
    rule: RuleRef
    because: str
    review: str | None
    area: str | None
    part_of: str | None
    source: Source | None
    left_out: bool
    stretch: bool
    light: Light


class Task(Record):
    """One row of the document with its verdict, rolled up from its targets; `category` is its heading, "" if none."""

    id: str
    text: str
    progress: str
    source: TaskSource
    units: Units
    status: Status
    grade: str
    basis: Basis
    points: Number | None
    review: str | None
    targets: tuple[Target, ...]
    category: str
    rule: RuleRef | None
    because: str
    light: Light


class Unit(Record):
    """A unit and how the tasks stand that it leads and supports."""

    name: str
    lead: Standing
    co: Standing
    points: Number | None


class Report(Record):
    """The assessment of one document."""

    version: Literal["engine.report/1"] = Field(alias="schema")
    document: DocumentInfo
    rules: RulesInfo
    engine: str
    tasks: tuple[Task, ...]
    units: tuple[Unit, ...]
    checks: tuple[Problem, ...]
    problems: tuple[Problem, ...]


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the report as printed; `report.schema.json` beside this module is its published copy."""
    return Report.model_json_schema(by_alias=True, mode="serialization")
