"""What is left of a box when other boxes are taken away: nothing, where they cover it together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.rules.lint.boxes import Box, apart
from engine.rules.lint.space import Space

MAX_STEPS = 1_000_000
"""Boxes that are looked at for one list of rules; a list of 500 plain rules takes an eighth of it."""
MAX_STEPS_AT_ONCE = 50_000


class Exhausted(Exception):
    """The search took too many steps; what was looked for may be there or not."""


class Search:
    """Looks for cases of one space.  The steps that it takes are bounded, whatever the rules.

    Raises:
        Exhausted: from every search, once the steps are used up.
    """

    def __init__(self, space: Space) -> None:
        self.whole = space.whole()
        self.left = MAX_STEPS

    def left_over(self, box: Box, covers: Sequence[Box], used: set[int] | None = None) -> Iterator[Box]:
        """The parts of a box that none of the others covers; the numbers of those that cut some off go to ``used``."""
        steps = min(self.left, MAX_STEPS_AT_ONCE)
        pending = [(box, 0)]
        while pending:
            part, at = pending.pop()
            start = at
            while at < len(covers) and apart(part, covers[at]):
                at += 1
            steps -= at - start + 1
            self.left -= at - start + 1
            if steps < 0:
                raise Exhausted
            if at == len(covers):
                yield part
                continue
            if used is not None:
                used.add(at)
            rests = [(rest, at + 1) for rest in self._outside(part, covers[at])]
            pending += reversed(rests)

    def covered(self, box: Box, covers: Sequence[Box], used: set[int] | None = None) -> bool:
        """Whether every case of a box lies in one of the others."""
        return next(self.left_over(box, covers, used), None) is None

    def _outside(self, box: Box, cover: Box) -> Iterator[Box]:
        """The parts of a box outside another, cut along one quantity after the other."""
        inside = dict(box)
        for number, cells in cover.items():
            has = inside.get(number, self.whole[number])
            if has & ~cells:
                yield {**inside, number: has & ~cells}
            inside[number] = has & cells
