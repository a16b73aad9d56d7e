"""The rule book: a policy that judges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from engine.model import Light, Reading, Target, TargetResult, Task, Verdict
from engine.rules.facts.target import Placing
from engine.rules.judge import judge
from engine.rules.policy import Policy
from engine.rules.ranking import placings
from engine.rules.rollup import TaskVerdict, roll_up

_GRAVEST_FIRST: tuple[Light, ...] = ("red", "yellow", "blue", "green", "grey")


@dataclass(frozen=True, slots=True)
class RuleBook(Policy):
    """All of one rules file, checked and compiled, as it holds before the first of ``later``: the days from which
    other values hold, with the book of each."""

    later: tuple[tuple[date, RuleBook], ...] = ()

    def on(self, day: date) -> RuleBook:
        """The book with the values in force on a day."""
        return next((book for begins, book in reversed(self.later) if begins <= day), self)

    def apply_indicators(self, target: Target) -> Target:
        """The target with the kind and direction that ``indicators`` sets for it."""
        entry = self.entry(target.indicator)
        changes: dict[str, Any] = {}
        if entry and entry.kind and entry.kind != target.kind:
            changes["kind"] = entry.kind
        if entry and entry.direction and entry.direction != target.direction:
            changes["direction"] = entry.direction
        return target.model_copy(update=changes) if changes else target

    def placings(self, readings: Sequence[Reading], as_of: date) -> list[Placing | None]:
        """Where each target stands on its board among all of a document, None for those that are on none."""
        return placings(self, readings, as_of)

    def judge(self, reading: Reading, as_of: date, placing: Placing | None = None) -> Verdict:
        """The verdict on one target with what answers it, at the date of the assessment."""
        return judge(self, reading, as_of, placing)

    def task_light(self, verdict: TaskVerdict, results: Sequence[TargetResult]) -> Light:
        """The colour of a task: that of its grade where that has one, else the gravest of the targets that lag, else
        that of its status."""
        if verdict.status != "lagging" or verdict.grade in self.lights:
            return self.light(verdict.status, verdict.grade)
        late = {one.verdict.light for one in results if one.verdict.status == "lagging" and not one.verdict.left_out}
        return next((colour for colour in _GRAVEST_FIRST if colour in late), self.lights["lagging"])

    def roll_up(self, task: Task, results: Sequence[TargetResult]) -> TaskVerdict:
        """The verdict on a task from those on its targets."""
        return roll_up(self, task, results)
