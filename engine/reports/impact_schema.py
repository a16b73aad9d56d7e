"""The impact of an edit of the rules as the outside sees it, `engine.rules-impact/1`: its fields and their order.

Every figure is a decimal string with one decimal; `before` is by the old rules and `now` by the new ones.  Lists keep
the order of the documents and of the rules file.  A changed or removed field makes a new version.
"""

from __future__ import annotations

from datetime import date
from typing import Generic, Literal, TypeVar

from pydantic import Field

from engine.model import Direction, DocumentInfo, Kind, Light, Problem, Record, RulesInfo, Status
from engine.model import Standing as Counts
from engine.reports.schema import Number
from engine.trials.impact_records import Cause

_T = TypeVar("_T")

VERSION: Literal["engine.rules-impact/1"] = "engine.rules-impact/1"


class Shift(Record, Generic[_T]):
    """Something by the old book and by the new one."""

    before: _T
    now: _T


class Book(Record):
    """A rules file as it was named, and the book in it."""

    file: str
    info: RulesInfo


class Stand(Record):
    """How a task or a target stands."""

    status: Status
    grade: str
    light: Light
    left_out: bool


class Moved(Record):
    """How many tasks stood and stand so."""

    before: Status
    now: Status
    tasks: int


class Move(Record):
    """How many tasks make a move; unlike `Moved` by their grade too, and without those that stay."""

    before: Stand
    now: Stand
    tasks: int


class Compared(Record):
    """A comparison of a rule in its words, the same with the figures of the case, and whether it holds."""

    words: str
    figures: str
    holds: bool


class Decision(Record):
    """The rule that decided, its place, condition and comparisons, and the sentence that came of it."""

    rule: str
    file: str
    line: int
    condition: str
    compared: tuple[Compared, ...]
    because: str


class Turned(Record):
    """A comparison in a rule that holds by one book and not by the other."""

    rule: str
    before: Compared
    now: Compared


class Reason(Record):
    """Why a case is decided otherwise."""

    cause: Cause
    before: Decision
    now: Decision
    turned: tuple[Turned, ...]


class TargetChange(Record):
    """A target that stands otherwise, or that is taken for another kind or direction."""

    id: str
    clause: str
    kind: Shift[Kind]
    direction: Shift[Direction]
    stand: Shift[Stand]
    reason: Reason


class TaskChange(Record):
    """A task that stands otherwise, has other points, or has a target with a change.  `reason` is that of the roll-up,
    null where the task stays."""

    id: str
    text: str
    lead: tuple[str, ...]
    stand: Shift[Stand]
    points: Shift[Number | None]
    reason: Reason | None
    targets: tuple[TargetChange, ...]


class Unit(Record):
    """How the tasks of a unit stand, and its points."""

    lead: Counts
    co: Counts
    points: Number | None


class UnitChange(Record):
    """A unit of which counts or points change; null by the book that does not know it."""

    name: str
    before: Unit | None
    now: Unit | None


class FlagChange(Record):
    """A remark with the ids of the tasks and targets on which it comes and goes."""

    remark: str
    come: tuple[str, ...]
    gone: tuple[str, ...]


class Unmoved(Record):
    """Targets that stay, with another share due, another forecast, another rule or sentence."""

    expected: int
    forecast: int
    decided: int


class Recoloured(Record):
    """How many tasks and targets only change from one light to another."""

    before: Light
    now: Light
    tasks: int
    targets: int


class Document(Record):
    """What changes on one document."""

    document: DocumentInfo
    tasks: int
    targets: int
    changes: tuple[TaskChange, ...]
    units: tuple[UnitChange, ...]
    flags: tuple[FlagChange, ...]
    unmoved: Unmoved
    recoloured: tuple[Recoloured, ...]


class Entry(Record):
    """What an entry of the rules says by its keys, and where it stands; nulls where it has no place of its own."""

    values: dict[str, str]
    file: str | None
    line: int | None


class Difference(Record):
    """An entry in which the books differ, null by the one that does not have it.  `keys` are those with other values,
    `since` the day from which they differ, null where they do from the beginning."""

    section: str
    name: str
    keys: tuple[str, ...]
    since: date | None
    before: Entry | None
    now: Entry | None


class Impact(Record):
    """What a new rule book changes on real documents."""

    version: Literal["engine.rules-impact/1"] = Field(alias="schema")
    rules: Shift[Book]
    tasks: int
    moved: int
    matrix: tuple[Moved, ...]
    moves: tuple[Move, ...]
    documents: tuple[Document, ...]
    differences: tuple[Difference, ...]
    problems: tuple[Problem, ...]
