"""The nouns of the engine as frozen records: what every room takes and hands on.

This module imports nothing of ours.  Values are exact: ``Decimal`` as written in the source, ``Fraction``
where something was worked out, never a binary float.  Spans are half-open character offsets into the cell
they were read from, so ``cell[start:end]`` is always the text that was read.

``Quantity`` and ``Period`` are named tuples, not pydantic models: the scanner makes some thousands of them
for one table, and a validated model costs three times as much.
"""

from __future__ import annotations

from datetime import date
from decimal import Context, Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, InstanceOf

Kind = Literal["cumulative", "growth", "coverage", "gauge", "milestone", "relative"]
Direction = Literal["up", "down"]
Comparator = Literal[">=", "<=", "~"]
Status = Literal["done", "on_track", "lagging", "unreported", "unrated"]
Basis = Literal["measured", "milestone", "narrative"]
Stage = Literal["completed", "underway", "applied", "planned", "forecast"]
Bound = Literal["exact", "at_least", "at_most", "above", "below", "about", "range"]
Severity = Literal["error", "warning", "note"]
Light = Literal["blue", "green", "yellow", "red", "grey"]
"""The colour that the rules give a verdict."""
Measure = Literal["amount", "growth", "ratio", "completion", "gap", "difference", "event"]
"""What a figure measures: an amount, a rate of change, a level in percent, a stated share of the plan,
a distance to the schedule, a distance to some other figure; or an event without a figure."""

SCALES = {
    "": 1,
    "十": 10,
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
}
"""Scale words that belong to the number, not to the unit."""

EXACT = Context(prec=200)
"""A context of our own: products of a capped number and a scale fit in it, and nobody else's precision matters."""


class Quantity(NamedTuple):
    """A figure with its unit, as written and where.  ``value`` is the exact amount in ``unit``."""

    text: str
    start: int
    end: int
    number: Decimal
    scale: str
    unit: str
    bound: Bound = "exact"
    hedge: str = ""
    upper: Decimal | None = None
    rule: str = ""

    @property
    def value(self) -> Decimal:
        """The amount in ``unit`` with the scale word multiplied out (1.5万人 → 15000); a range gives its lower end."""
        return EXACT.multiply(self.number, Decimal(SCALES[self.scale]))

    @property
    def written_unit(self) -> str:
        """The unit as the source has it, scale word included (万人, 亿元)."""
        return self.scale + self.unit


class Period(NamedTuple):
    """A stretch of months as written.  ``first`` and ``last`` are months 1–12, None where the words give none.

    ``kind`` is "through" (1-5月, 一季度, 截至5月末), "date" (6月21日), "now" (目前), "by" (年底前, 6月底前),
    "year" (全年, 2023年), "past" (去年, 上年同期) or "since" (比年初, 今年以来).
    """

    text: str
    start: int
    end: int
    kind: Literal["through", "date", "now", "by", "year", "past", "since"]
    first: int | None = None
    last: int | None = None
    year: int | None = None


class Candidate(NamedTuple):
    """Words that were considered for a target: where they stand, their likeness in thousandths, and why they were
    not taken.  A named tuple: every task has some, and few are ever looked at."""

    clause: str
    span: tuple[int, int]
    likeness: int
    objection: str | None = None


class Record(BaseModel):
    """A frozen record that refuses unknown fields.  Its validator is built when the first one is made."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)


class Source(Record):
    """Where something came from.  ``sheet`` is the sheet, the table of a page (表2) or the page (第3页); rows and
    columns count from 1; ``offset`` is the cell's first character in a text."""

    path: str
    sheet: str | None = None
    row: int | None = None
    column: int | None = None
    offset: int | None = None


class Problem(Record):
    """Something wrong with input or rules, as data: never raised for what a user typed.

    ``also`` are the other places that it concerns, for one that lies between two.
    """

    code: str
    severity: Severity
    message: str
    source: Source | None = None
    suggestion: str | None = None
    also: tuple[Source, ...] = ()


class Part(Record):
    """A stretch of a task's text or progress that was put there from a cell of its own (a column 目标值 or 完成值).

    ``span`` lies in the ``field``; ``source`` is the cell and ``title`` its header.  ``unit`` is the unit that was
    added behind a bare number, and ``unit_title`` the header words (or the cell) that state it; both None where the
    cell has its unit.
    """

    field: Literal["text", "progress"]
    span: tuple[int, int]
    source: Source
    title: str
    unit: str | None = None
    unit_title: str | None = None


class Share(Record):
    """What one area has to contribute: ``written`` as it stands in the cell ("/" for nothing), ``value`` its figure."""

    area: str
    written: str
    value: Decimal | None
    source: Source


class Allocation(Record):
    """One line of an allocation table: a total and its shares by area.

    ``label`` is what the line counts, "" where it counts what the task text says; the cells of a line have no unit.
    """

    label: str
    total: Share
    shares: tuple[Share, ...]
    units: str
    source: Source


class Task(Record):
    """One row of the table.  ``units`` is the cell as written; roles are worked out by the rules.

    ``cells`` gives the Source of each field that the row has ("text", "progress", "units"); a field that the table
    has no column for is missing there.  ``parts`` are the stretches of text and progress that come from cells of
    their own, ``allocations`` the lines that split the task's totals among areas, ``category`` its heading, ``due`` the
    cell of a column of deadlines (6月底).
    """

    id: str
    text: str
    progress: str
    units: str
    source: Source
    cells: dict[str, Source] = {}
    category: str = ""
    due: str = ""
    parts: tuple[Part, ...] = ()
    allocations: tuple[Allocation, ...] = ()


class Target(Record):
    """One thing that the task text promises.

    ``value`` and ``unit`` are as written (60, 亿元); both None for milestones and comparisons.  ``qualifiers``
    are thresholds that define what is counted, ``scope`` what a figure covers.  ``rung`` is the step of the
    milestone ladder that is promised, ``rival`` the indicator that a relative target is compared with.  ``nodes``
    are the earlier stages that the task itself sets for the same promise, as (month, value) in the same unit.
    ``source`` is the cell that holds the figure where it is not in the task text: ``clause`` and ``span`` are then
    that cell's.  ``area`` is whose share it is, and ``part_of`` the id of the target that it is a share of.
    ``stretch`` says that it is the higher of two tiers (奋斗目标), which is worked for but not owed.
    """

    id: str
    clause: str
    span: tuple[int, int]
    indicator: str
    kind: Kind
    direction: Direction = "up"
    comparator: Comparator = ">="
    quantity: InstanceOf[Quantity] | None = None
    value: Decimal | None = None
    unit: str | None = None
    deadline_month: int = 12
    nodes: tuple[tuple[int, Decimal], ...] = ()
    qualifiers: tuple[str, ...] = ()
    scope: str | None = None
    rung: str | None = None
    rival: str | None = None
    source: Source | None = None
    area: str | None = None
    part_of: str | None = None
    stretch: bool = False


class Statement(Record):
    """One thing that the progress text says.

    ``value`` carries the sign of the movement it states (下降3.5% is -3.5); the evidence of a Reading is turned
    towards its target, so that 3.5 answers 下降3%以上.  ``through_month`` is the last month covered.
    ``failing`` is the word by which the text itself says that the thing was missed (尚未, 不具备), ``reached``
    the word by which it says that the target was met (达到目标).
    """

    clause: str
    span: tuple[int, int]
    indicator: str
    measure: Measure
    quantity: InstanceOf[Quantity] | None = None
    value: Decimal | None = None
    unit: str | None = None
    through_month: int
    stage: Stage = "completed"
    rung: str | None = None
    scope: str | None = None
    failing: str | None = None
    reached: str | None = None


class Reading(Record):
    """A target with what answers it.  ``evidence`` is an actual figure or event, ``reported_forecast`` the
    reporter's own expectation; ``rival`` answers the comparison of a relative target and stands in the progress
    text of ``rival_task``; ``candidates`` are the runners-up, best first."""

    target: Target
    evidence: Statement | None = None
    reported_forecast: Statement | None = None
    completion: Statement | None = None
    rival: Statement | None = None
    rival_task: str | None = None
    candidates: tuple[InstanceOf[Candidate], ...] = ()


class Forecast(Record):
    """The engine's year-end extrapolation, or its refusal.  ``value`` is in the target's unit as written;
    ``points`` are the (month, value) pairs used; the band and probability need history and may be None."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    level: Decimal | None = None
    probability: Decimal | None = None
    method: str
    points: tuple[tuple[int, Decimal], ...] = ()
    refusal: str | None = None


class RuleRef(Record):
    """The rule that decided: its id and its line in the rules file; ``file`` is the file that has it where that is
    not the rules file itself but the one that it extends."""

    id: str
    line: int
    file: str | None = None


class Verdict(Record):
    """The judgement of one target.  ``completion``, ``expected`` and their difference ``gap`` are exact shares.

    ``left_out`` says that the target does not count among those of its task; ``remarks`` are the rules that asked for
    the review.  ``lines`` are the shares named by the rules that the completion is so close to that its display needs
    more decimals.
    """

    status: Status
    grade: str
    light: Light = "grey"
    basis: Basis
    because: str
    rule: RuleRef
    completion: Fraction | None = None
    expected: Fraction | None = None
    gap: Fraction | None = None
    points: Fraction | None = None
    forecast: Forecast
    review: str | None = None
    left_out: bool = False
    remarks: tuple[RuleRef, ...] = ()
    lines: tuple[Fraction, ...] = ()


class Roles(Record):
    """The units of one task by role, in the order they are listed."""

    lead: tuple[str, ...] = ()
    co: tuple[str, ...] = ()


class TargetResult(Record):
    """A target, what answers it, and how it was judged."""

    reading: Reading
    verdict: Verdict


class TaskResult(Record):
    """A task with the judgement of its targets rolled up.  ``points`` is None where nothing could be judged; ``rule``
    decided, and ``remarks`` are the rules that asked for the review."""

    task: Task
    roles: Roles
    targets: tuple[TargetResult, ...]
    status: Status
    grade: str
    light: Light = "grey"
    basis: Basis
    because: str
    points: Fraction | None = None
    review: str | None = None
    rule: RuleRef | None = None
    remarks: tuple[RuleRef, ...] = ()


class Standing(Record):
    """How the tasks stand that a unit carries in one role."""

    tasks: int = 0
    done: int = 0
    on_track: int = 0
    lagging: int = 0
    unrated: int = 0


class UnitStanding(Record):
    """One unit with its tasks by role, and its points (None where none of its tasks has any)."""

    name: str
    lead: Standing
    co: Standing
    points: Fraction | None = None


class DocumentInfo(Record):
    """The document that was assessed: its path as given, the SHA-256 of its bytes, the date it is judged at."""

    path: str
    sha256: str
    as_of: date


class RulesInfo(Record):
    """The rule book in force: its name, version and basis, and the SHA-256 of the file's bytes.

    ``base`` is that of the packaged rules where the file extends them; ``changes`` are the single values that
    were tried in place of the file's own (cumulative.tolerance=5%).
    """

    name: str
    version: str
    sha256: str
    basis: str | None = None
    base: str | None = None
    changes: tuple[str, ...] = ()


class Report(Record):
    """The assessment of one document: every row of it, the units that carry them, and what was wrong with it."""

    document: DocumentInfo
    rules: RulesInfo
    engine: str
    tasks: tuple[TaskResult, ...]
    units: tuple[UnitStanding, ...] = ()
    checks: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()
