"""How units stand: their tasks counted by role and status, and the weighted mean of their points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Literal

from engine.model import Standing, TaskResult, UnitStanding

Role = Literal["lead", "co"]
Duties = dict[Role, list[TaskResult]]
"""The tasks of one unit by its role on them, in the order of the table."""

LEAD_WEIGHT = Fraction(1)
CO_WEIGHT = Fraction(1, 2)
"""What a task weighs for the unit that leads it, and for one that supports it."""


def standings(
    tasks: Iterable[TaskResult], lead_weight: Fraction = LEAD_WEIGHT, co_weight: Fraction = CO_WEIGHT
) -> tuple[UnitStanding, ...]:
    """Every unit of the tasks, in the order in which the table first names them.

    A unit's points are the mean over its tasks that have points, weighted by its role; None where none has any.
    """
    weights: dict[Role, Fraction] = {"lead": lead_weight, "co": co_weight}
    return tuple(unit_standing(name, duties, weights) for name, duties in duties_by_unit(tasks).items())


def duties_by_unit(tasks: Iterable[TaskResult]) -> dict[str, Duties]:
    """The tasks of each unit by role; of one task the leads come before its co-responsible units."""
    units: dict[str, Duties] = {}
    for task in tasks:
        for name, role in roles_of(task):
            units.setdefault(name, {"lead": [], "co": []})[role].append(task)
    return units


def roles_of(task: TaskResult) -> list[tuple[str, Role]]:
    """Each unit of a task with its role."""
    leads: list[tuple[str, Role]] = [(name, "lead") for name in task.roles.lead]
    return [*leads, *((name, "co") for name in task.roles.co)]


def unit_standing(name: str, duties: Duties, weights: dict[Role, Fraction]) -> UnitStanding:
    """One unit's tasks counted, and their points averaged."""
    rated = [
        (task.points, weights[role]) for role, tasks in duties.items() for task in tasks if task.points is not None
    ]
    return UnitStanding(
        name=name, lead=_counted(duties["lead"]), co=_counted(duties["co"]), points=weighted_mean(rated)
    )


def weighted_mean(values: Sequence[tuple[Fraction, Fraction]]) -> Fraction | None:
    """The mean of (value, weight) pairs; None where there is no weight at all."""
    total = sum((weight for _, weight in values), Fraction(0))
    return sum((value * weight for value, weight in values), Fraction(0)) / total if total else None


def _counted(tasks: Sequence[TaskResult]) -> Standing:
    counts = Counter(task.status for task in tasks)
    return Standing(
        tasks=len(tasks),
        done=counts["done"],
        on_track=counts["on_track"],
        lagging=counts["lagging"],
        unrated=counts["unrated"],
    )
