"""What cases are made of, and what comes of running them, as frozen records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from engine.model import Reading, RuleRef, Status
from engine.rules import Placing
from engine.rules.file.faults import Place
from engine.rules.language.traces import Compared


class Wanted(NamedTuple):
    """One thing expected of a verdict: the field, the words of the file, and the exact figure of a share or of points
    (66分 is 66/100).  A figure or a review that there should not be has ``value`` None and the text 无."""

    field: str
    text: str
    value: Fraction | None = None


Expected = tuple[Wanted, ...]


class TargetGiven(NamedTuple):
    """One target with what answers it, and its place on a board."""

    reading: Reading
    placing: Placing | None = None


class RollupGiven(NamedTuple):
    """The targets of a task by their status, and how many more are left out of the count."""

    statuses: tuple[Status, ...]
    left_out: int = 0


class RowGiven(NamedTuple):
    """A row of a table as it is written."""

    task: str
    progress: str


@dataclass(frozen=True, slots=True)
class Case:
    """One case.  ``expected`` is of the target, or of the task; ``each`` of the targets of a row, None where the case
    does not say.  ``assumed`` is whether ``as_of`` was not given though the rules have dated values: then the latest
    of them hold."""

    name: str
    place: Place
    given: TargetGiven | RollupGiven | RowGiven
    as_of: date
    expected: Expected
    each: tuple[Expected, ...] | None = None
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases of one file, in its order."""

    path: str
    cases: tuple[Case, ...]


class Difference(NamedTuple):
    """Where a verdict is not as expected; ``target`` is the number of the target in a row, None for the task and for
    the one target of a case with facts."""

    field: str
    expected: str
    got: str
    target: int | None = None


class Tried(NamedTuple):
    """A rule with its condition as the file has it, taken apart with the figures of the case.  ``holds`` is None of a
    rule for another kind of target, which was never asked."""

    rule: RuleRef
    condition: str
    compared: tuple[Compared, ...]
    holds: bool | None


class Derivation(NamedTuple):
    """How a verdict came about: the rule that decided, and the one expected in its place, if another was named."""

    target: int | None
    decided: Tried
    wanted: Tried | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a case: where it differs and why, and every rule and remark that was reached, once for each verdict
    that it is part of.  ``targets`` are the indicators of the targets that were read from a row."""

    case: Case
    path: str
    differences: tuple[Difference, ...]
    derivations: tuple[Derivation, ...]
    reached: tuple[RuleRef, ...]
    targets: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether every verdict is as expected."""
        return not self.differences
