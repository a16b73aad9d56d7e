"""What carries over from figure to figure in a progress text: indicators, actions, expectations, lists."""

from __future__ import annotations

from typing import Generic, NamedTuple, Protocol, TypeVar

from engine.model import Measure, Stage
from engine.reading import coordination, stance
from engine.reading.cells import Cell
from engine.reading.clauses import Clause
from engine.reading.frames import Frame
from engine.reading.indicators import Phrase, named, taken_apart, without_periods
from engine.reading.measures import Measured, bare_completion, measure


class Told(Protocol):
    """What the thread needs to know of a statement."""

    @property
    def measure(self) -> Measure: ...
    @property
    def own(self) -> str: ...
    @property
    def inherited(self) -> str: ...
    @property
    def indicator(self) -> str: ...
    @property
    def action(self) -> str: ...
    @property
    def stage(self) -> Stage: ...


T = TypeVar("T", bound=Told)


class Thread(Generic[T]):
    """The last statement, the last amount (the topic), their clause, and the indicators that still wait for their
    figure (…分别为A、B)."""

    def __init__(self) -> None:
        self.last: T | None = None
        self.topic: T | None = None
        self.clause: Clause | None = None
        self.waiting: list[str] = []
        self._measured: Measured | None = None

    def measured(self, frame: Frame) -> Measured:
        """What a figure measures; the later figures of a shared-out list measure what the first one does."""
        bare = not frame.head.strip() and frame.head_start > frame.clause.start
        if not (bare and self.waiting and self._measured):
            self._measured = measure(frame)
        return self._measured

    def near(self, clause: Clause, measured: Measured) -> T | None:
        """The statement that a figure without a name continues; amounts continue amounts."""
        if self.clause is None or self.clause.sentence != clause.sentence:
            return None
        return self.topic if measured.measure == "amount" else self.last

    def expects(self, frame: Frame) -> bool:
        """Whether an expectation of the clauses before carries over: nothing says that this one has happened."""
        same = self.clause is not None and self.clause.group == frame.clause.group
        return same and self.last is not None and self.last.stage == "forecast" and not stance.happened(frame)

    def follow(self, clause: Clause, one: T) -> None:
        """Make a statement the one that others continue."""
        if self.clause is not None and self.clause.sentence != clause.sentence:
            self.topic = None
        self.last, self.clause = one, clause
        if one.measure == "amount" or self.topic is None:
            self.topic = one


class Bearing(NamedTuple):
    """The words that a figure belongs to, those it inherits, and its indicator."""

    own: str
    inherited: str
    indicator: str


def bearing(progress: Cell, frame: Frame, indicator: str, near: Told | None, waiting: list[str]) -> Bearing:
    """What a figure is about: its own words, the next indicator that waits for a figure, or what it continues."""
    own = without_periods(frame.head, frame.head_start, progress.periods[frame.clause.number]) + " " + frame.tail
    before = _figureless_clause_before(progress, frame)
    if indicator:
        waiting.clear()
    if coordination.respectively(frame.head):
        waiting[:] = coordination.shared_out(own) or coordination.shared_out(before + "分别")
    if waiting:
        indicator = waiting.pop(0)
        return Bearing(indicator, near.own if near else "", indicator)
    indicator = indicator or taken_apart(frame.tail).indicator
    if near and bare_completion(indicator):
        return Bearing(f"{near.own} {indicator}", near.inherited, near.indicator)
    if named(indicator):
        return Bearing(own, near.own if near else "", indicator)
    if near:
        return Bearing(near.own, f"{near.inherited} {before}", near.indicator)
    return Bearing(own, before, indicator)


def action(progress: Cell, frame: Frame, words: Phrase, near: Told | None) -> str:
    """The words that tell how a figure came about; a list item without a verb shares the one before."""
    own = without_periods(frame.head, frame.head_start, progress.periods[frame.clause.number]) + frame.tail
    listed = near is not None and frame.head_start > frame.clause.start
    return near.action + own if near and listed and not words.verb else own


def _figureless_clause_before(progress: Cell, frame: Frame) -> str:
    """The words of the clause right before, in the same group, where it holds no figure of its own: it may name
    what the figure is about ("氮氧化物不降反升,同比上升6%")."""
    before = progress.clauses[frame.clause.number - 1] if frame.clause.number else None
    if before is None or before.group != frame.clause.group or any(char.isdigit() for char in before.text):
        return ""
    return progress.words(before)
