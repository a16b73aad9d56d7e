"""What a progress text tells without figures: the clauses that speak of a subject, and how far it has come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from engine.model import Reading, Statement, Target
from engine.reading import lexicon, steps
from engine.reading.cells import Cell
from engine.reading.clauses import TITLE
from engine.reading.likeness import likeness, shortened, weights
from engine.reading.scoring import UNNAMED, names_nothing_else
from engine.reading.stages import ladder_of
from engine.reading.targets import Aim
from engine.units import is_count

EVENT_FLOOR = 400
"""Likeness in thousandths below which no clause speaks of a milestone."""
WORDS_FLOOR = 700
"""Likeness in thousandths below which no clause without a figure speaks of a counted target."""
SHORTENED = 800
"""Likeness in thousandths of a clause that calls the subject by a shortened name."""
_TOP_RUNG = "达成"


class Told:
    """The clauses of a progress text as steps of the things they speak of, judged at a date."""

    def __init__(self, progress: Cell, as_of: date) -> None:
        self.progress = progress
        self.as_of = as_of
        self._steps: list[steps.Step] | None = None

    def milestone(self, aim: Aim, target: Target, aims: Sequence[Aim]) -> Reading:
        """The reading of a milestone: the clause that speaks of its subject, furthest on, and what is intended.

        Where a task promises events alone, and no clause names the subject of any, one that names nothing ("已完工")
        speaks of them all.
        """
        rung = aim.rung or _TOP_RUNG
        found = self._furthest(rung, EVENT_FLOOR, _by_name(aim, aims))
        if found is None and all(event.kind == "milestone" for event in aims) and not self._named(rung, aims):
            found = self._furthest(rung, UNNAMED, lambda words: UNNAMED * names_nothing_else(words, aim.indicator))
        if found is None and len(aims) == 1:
            found = self._admitted()
        if found is None:
            return Reading(target=target)
        return Reading(target=target, evidence=self._statement(found, rung), reported_forecast=self._intention(found))

    def _named(self, rung: str, aims: Sequence[Aim]) -> bool:
        """Whether any clause names the subject of one of the aims."""
        return any(self._furthest(rung, EVENT_FLOOR, _by_name(aim, aims)) for aim in aims)

    def in_words(self, aim: Aim, alone: bool) -> Statement | None:
        """Progress on an amount that is told without a figure: on a counted one ("…创建工作已启动"; titles of documents
        tell nothing of it), or where the task promises it alone, that nothing was done ("尚未启动")."""
        if aim.measure != "amount" or aim.quantity is None:
            return None
        found = None
        if is_count(aim.quantity.unit):
            weighed = weights(aim.indicator)
            floor = EVENT_FLOOR if alone else WORDS_FLOOR
            found = self._furthest(_TOP_RUNG, floor, lambda words: likeness(weighed, TITLE.sub("", words)))
        if found is None and alone:
            found = self._admitted()
        return self._statement(found, _TOP_RUNG).model_copy(update={"rung": None}) if found else None

    def _admitted(self) -> steps.Step | None:
        """The first clause by which the text itself says that the thing was missed."""
        return next((step for step in self._all() if lexicon.missed(steps.words(self.progress, step))), None)

    def _all(self) -> list[steps.Step]:
        if self._steps is None:
            self._steps = steps.steps(self.progress, self.as_of)
        return self._steps

    def _furthest(self, rung: str, floor: int, like: Callable[[str], int]) -> steps.Step | None:
        """The step most alike, at ``floor`` or over; of several alike the one that is furthest on."""
        alike = [(like(steps.words(self.progress, step)), step) for step in self._all()]
        most = max((points for points, _ in alike), default=0)
        if most < floor:
            return None
        return max((step for points, step in alike if points == most), key=lambda step: self._height(step, rung))

    def _height(self, step: steps.Step, rung: str) -> int:
        """The place on its ladder of the rung that a step has reached, -1 for none."""
        reached = self._statement(step, rung).rung
        return ladder_of(reached).index(reached) if reached else -1

    def _statement(self, step: steps.Step, rung: str) -> Statement:
        return steps.statement(self.progress, step, rung, self.as_of)

    def _intention(self, step: steps.Step) -> Statement | None:
        return None if step.expects is None else steps.intention(self.progress, step.expects, self.as_of)


def _events(aims: Sequence[Aim]) -> list[Aim]:
    return [aim for aim in aims if aim.kind == "milestone"]


def _by_name(aim: Aim, aims: Sequence[Aim]) -> Callable[[str], int]:
    """Likeness in thousandths of a clause to the subject of an event."""
    rivals = [other.indicator for other in _events(aims) if other is not aim]
    weighed = weights(aim.indicator, rivals, head=1)

    def like(words: str) -> int:
        return SHORTENED if shortened(aim.indicator, words) else likeness(weighed, words)

    return like
