"""What an edit of the rules changes, as records: two books held against each other on real documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Generic, Literal, NamedTuple, TypeVar

from engine.model import Direction, DocumentInfo, Kind, Light, RuleRef, RulesInfo, Status, UnitStanding
from engine.rules.language.traces import Compared
from engine.trials.impact_rules import Difference

_T = TypeVar("_T")
Cause = Literal["recast", "regraded", "turned", "new", "removed", "order"]
"""Why a case is decided otherwise: its kind or direction is another; the same rule gives another verdict; a comparison
turned; a new rule decides; the old rule is gone; or nothing but the order of the rules."""


class Shift(NamedTuple, Generic[_T]):
    """Something by the old book and by the new one."""

    before: _T
    now: _T

    @property
    def moves(self) -> bool:
        """Whether the two differ."""
        return self.before != self.now


@dataclass(frozen=True, slots=True)
class Stand:
    """How a task or a target stands.  ``left_out`` says of a target that it does not count in its task; ``own_light``
    that the grade has another light than its status.  Lights are not compared: a colour alone is no move."""

    status: Status
    grade: str
    left_out: bool = False
    light: Light = field(default="grey", compare=False)
    own_light: bool = field(default=False, compare=False)


class Decision(NamedTuple):
    """The rule that decided, its condition as written, the comparisons in it with their figures, and its sentence."""

    rule: RuleRef
    condition: str
    compared: tuple[Compared, ...]
    because: str


class Turned(NamedTuple):
    """A comparison in a rule (by its id) that holds by one book and not by the other."""

    rule: str
    compared: Shift[Compared]


class Reason(NamedTuple):
    """Why a case is decided otherwise: what decided, and the comparisons that turned."""

    cause: Cause
    decided: Shift[Decision]
    turned: tuple[Turned, ...]


class TargetChange(NamedTuple):
    """A target that stands otherwise, or that ``indicators`` gives another kind or direction."""

    id: str
    clause: str
    kind: Shift[Kind]
    direction: Shift[Direction]
    stand: Shift[Stand]
    reason: Reason


class TaskChange(NamedTuple):
    """A task that stands otherwise, has other points, or has a target with a change.  ``points`` are 0 to 100, None
    where nothing could be judged; ``reason`` is that of the roll-up, None where the task itself stays."""

    id: str
    text: str
    lead: tuple[str, ...]
    stand: Shift[Stand]
    points: Shift[Fraction | None]
    targets: tuple[TargetChange, ...]
    reason: Reason | None


class FlagChange(NamedTuple):
    """The tasks and targets, by their ids, on which a remark now asks for a review, and on which it does no more."""

    remark: str
    come: tuple[str, ...]
    gone: tuple[str, ...]


class Unmoved(NamedTuple):
    """Targets that stay where they are with another share due, another forecast, another rule or sentence."""

    expected: int
    forecast: int
    decided: int


class Recoloured(NamedTuple):
    """How many tasks and targets stay where they are and only change from one light to another."""

    tasks: Mapping[Shift[Light], int]
    targets: Mapping[Shift[Light], int]


class DocumentImpact(NamedTuple):
    """What changes on one document: ``stands`` of every task in its order, the tasks and units with changes, the flags;
    ``targets`` is the number of targets judged.  A unit that only one book knows is None by the other."""

    document: DocumentInfo
    targets: int
    stands: tuple[Shift[Stand], ...]
    tasks: tuple[TaskChange, ...]
    units: tuple[Shift[UnitStanding | None], ...]
    flags: tuple[FlagChange, ...]
    unmoved: Unmoved
    recoloured: Recoloured


class Impact(NamedTuple):
    """What the new book changes: on each document, and in the rules themselves."""

    rules: Shift[RulesInfo]
    documents: tuple[DocumentImpact, ...]
    differences: tuple[Difference, ...]

    @property
    def tasks(self) -> int:
        """How many tasks were judged."""
        return sum(len(one.stands) for one in self.documents)

    @property
    def moves(self) -> Mapping[Shift[Stand], int]:
        """How many tasks move from where to where; those that stay are not among them."""
        return Counter(stand for one in self.documents for stand in one.stands if stand.moves)

    @property
    def matrix(self) -> Mapping[Shift[Status], int]:
        """How many tasks have which status by the old book and which by the new one."""
        stands = (stand for one in self.documents for stand in one.stands)
        return Counter(Shift(stand.before.status, stand.now.status) for stand in stands)
