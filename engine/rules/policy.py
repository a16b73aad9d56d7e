"""What a rules file says, as frozen records: schedules, indicators, rules, ladders, points and units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import get_args

from engine.model import Direction, Kind, Light, RuleRef, RulesInfo, Stage, Status, Target
from engine.rules.file.faults import Place
from engine.rules.language.closures import WorkOut
from engine.rules.language.conditions import Condition
from engine.rules.language.sentences import Template
from engine.rules.language.terms import Term, TermType
from engine.rules.schedule import Schedule

KINDS: tuple[Kind, ...] = get_args(Kind)
STATUSES: tuple[Status, ...] = get_args(Status)
STAGES: tuple[Stage, ...] = get_args(Stage)
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
COLOURS: tuple[Light, ...] = get_args(Light)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: where ``when`` holds, it gives a status, a grade and a sentence.  ``basis`` is the document and
    clause that set it, as free text; a target that is ``left_out`` does not count among those of its task.
    ``at`` gives where each key's value stands in the file, ``allow`` the findings of a check that are accepted."""

    ref: RuleRef
    when: Condition
    status: Status
    grade: str
    because: Template
    basis: str | None = None
    left_out: bool = False
    allow: tuple[str, ...] = ()
    at: Mapping[str, Place] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Remark:
    """A reason for a careful person to look: where ``when`` holds, ``because`` says why."""

    ref: RuleRef
    when: Condition
    because: Template
    basis: str | None = None
    allow: tuple[str, ...] = ()
    at: Mapping[str, Place] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Words:
    """Indicators whose name holds every word of ``contains``, one of ``any_of`` and ends with one of ``ends_with``."""

    contains: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    ends_with: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.contains or self.any_of or self.ends_with)

    def fit(self, indicator: str) -> bool:
        """Whether an indicator is one of these; without any word every one is."""
        return (
            all(word in indicator for word in self.contains)
            and (not self.any_of or any(word in indicator for word in self.any_of))
            and (not self.ends_with or indicator.endswith(self.ends_with))
        )


@dataclass(frozen=True, slots=True)
class Indicator:
    """Settings for the indicators that ``words`` fit; ``also`` are other names of the same indicator.  None keeps
    what was read.  ``label`` is a word of the policy's own that conditions may ask for (年度指标)."""

    name: str
    also: tuple[str, ...] = ()
    words: Words = Words()
    kind: Kind | None = None
    direction: Direction | None = None
    schedule: Schedule | None = None
    weight: Fraction = Fraction(1)
    label: str | None = None
    basis: str | None = None
    place: Place = field(default=Place(1, 1), compare=False)

    def matches(self, indicator: str) -> bool:
        """Whether the settings are for this indicator.  An entry without words goes by its names."""
        return self.words.fit(indicator) if self.words else indicator == self.name or indicator in self.also


@dataclass(frozen=True, slots=True)
class Board:
    """A board on which the targets whose indicator ``words`` fit are ranked by a share, the highest first."""

    name: str
    words: Words
    by: WorkOut
    by_text: str
    basis: str | None = None
    place: Place = field(default=Place(1, 1), compare=False)


@dataclass(frozen=True, slots=True)
class Threshold:
    """A named figure that conditions and sentences may use; ``text`` is the figure as written, with its unit.
    ``scope`` is the kind of targets that it is for, ``all`` or ``rollup``."""

    name: str
    scope: str
    type: TermType
    value: int | Fraction
    text: str
    place: Place = field(compare=False)
    basis: str | None = None

    def term(self) -> Term:
        """The threshold as what a condition can name."""
        meaning = f"界线“{self.name}”"
        return Term(
            self.name,
            self.type,
            self.name,
            meaning,
            lambda facts: self.value,
            lambda facts: self.text,
            constant=self.value,
        )


@dataclass(frozen=True, slots=True)
class Calendar:
    """The last month of the year that is assessed, and the schedule that holds where nothing else is said."""

    year_end: int
    schedule: Schedule


@dataclass(frozen=True, slots=True)
class Step:
    """A rung of a ladder: which ladder, which step on it (from 1), the shortest months from the ladder's foot, and
    what is done there in words that can follow 已 and 尚未 (投入使用)."""

    ladder: str
    number: int
    months: int
    done: str


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The rules that judge a target: ``first`` for every kind, then those of its kind, in order; and the remarks."""

    by_kind: Mapping[Kind, tuple[Rule, ...]]
    review: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Rollup:
    """The rules that judge a task from its targets; ``silent`` are progress texts that say nothing (无, /).
    ``failing`` are words by which a text says itself that it fell short, except right after one of ``denied``."""

    silent: frozenset[str]
    failing: tuple[str, ...]
    denied: tuple[str, ...]
    rules: tuple[Rule, ...]
    review: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """Full marks, the share of them that a lagging target of each kind keeps (``lagging_text`` as written), and what
    roles weigh."""

    full: Fraction
    lagging: Mapping[Kind, WorkOut] = field(compare=False)
    lagging_text: Mapping[Kind, str]
    lead_weight: Fraction
    co_weight: Fraction
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Units:
    """How the cell of responsible units is read.  ``aliases`` gives the other names of a unit by its proper name,
    ``groups`` the names that stand for several units."""

    lead_mark: str
    first_leads: bool
    separators: tuple[str, ...]
    aliases: Mapping[str, tuple[str, ...]]
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """All that a rules file says; ``marks`` are the shares above 0 that its conditions and thresholds name."""

    info: RulesInfo
    calendar: Calendar
    schedules: Mapping[str, Schedule]
    thresholds: tuple[Threshold, ...]
    indicators: tuple[Indicator, ...]
    boards: tuple[Board, ...]
    verdicts: Verdicts
    worth: Mapping[Stage, Fraction]
    ladders: Mapping[str, Step]
    rollup: Rollup
    lights: Mapping[str, Light]
    points: Points
    units: Units
    marks: tuple[Fraction, ...]

    def entry(self, indicator: str) -> Indicator | None:
        """The first entry of ``indicators`` that is for this indicator."""
        return next((entry for entry in self.indicators if entry.matches(indicator)), None)

    def own_schedule(self, target: Target) -> Schedule | None:
        """The schedule that ``indicators`` names for a target, if any."""
        entry = self.entry(target.indicator)
        return entry.schedule if entry else None

    def weight(self, target: Target) -> Fraction:
        """What a target weighs among those of its task."""
        entry = self.entry(target.indicator)
        return entry.weight if entry else Fraction(1)

    def light(self, status: Status, grade: str) -> Light:
        """The colour that stands for a verdict: that of the grade where one is given, else that of the status."""
        return self.lights.get(grade) or self.lights[status]
