"""Schedules (序时进度): which share of a year's target is due by the end of a month.

The straight line, months over twelve, is the convention of published bulletins; other curves are given by points.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from engine.rules.file.faults import Place

Shape = Literal["line", "steps"]
Point = tuple[int, Fraction]
YEAR = 12


@dataclass(frozen=True, slots=True)
class Schedule:
    """A curve from month 0 (0 %) through its points, never falling; one above 100 % asks for more than the target.

    ``line`` joins the points, ``steps`` holds each value until the next point is reached.  After the last point
    the value stays.  A straight line is a ``line`` with the one point (12, 100 %).  ``shares`` are the values of
    the curve at months 0 to 12.
    """

    name: str
    shape: Shape = "line"
    points: tuple[Point, ...] = ((YEAR, Fraction(1)),)
    basis: str | None = None
    allow: tuple[str, ...] = ()
    place: Place | None = field(default=None, compare=False)
    shares: tuple[Fraction, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Work out the curve once: it is asked for at every target."""
        object.__setattr__(self, "shares", tuple(_share(self, month) for month in range(YEAR + 1)))

    @property
    def straight(self) -> bool:
        """Whether this is the straight line over the year."""
        return self.shape == "line" and self.points == ((YEAR, Fraction(1)),)

    def expected(self, month: int, deadline: int) -> Fraction:
        """The share due by a month (1–12) where all is due by ``deadline``: an earlier one shortens the year."""
        if month >= deadline:
            return self.whole(deadline)
        whole = self.shares[deadline]
        return self.shares[month] / whole if whole and deadline < YEAR else self.shares[month]

    def whole(self, deadline: int) -> Fraction:
        """The share due by the deadline itself: all, or more where the schedule asks for more by the year's end."""
        return max(Fraction(1), self.shares[YEAR]) if deadline >= YEAR else Fraction(1)


def _share(schedule: Schedule, month: int) -> Fraction:
    before: Point = (0, Fraction(0))
    for point in schedule.points:
        if month < point[0]:
            return before[1] if schedule.shape == "steps" else _between(before, point, month)
        before = point
    return before[1]


def _between(before: Point, after: Point, month: int) -> Fraction:
    if after[0] <= before[0]:  # only in a file with a mistake, which has been noted
        return before[1]
    return before[1] + (after[1] - before[1]) * Fraction(month - before[0], after[0] - before[0])
