"""A report as a network of tasks and units: who carries what, how much, and how much of it lags."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from engine.graph.areas import link_shares, shares_by_area
from engine.graph.standing import (
    CO_WEIGHT,
    LEAD_WEIGHT,
    Duties,
    Role,
    duties_by_unit,
    roles_of,
    unit_standing,
    weighted_mean,
)
from engine.model import Record, Report, TargetResult, TaskResult, UnitStanding

if TYPE_CHECKING:
    import networkx


class UnitTasks(Record):
    """One unit: how it stands, its tasks by role, its load and its exposure.

    ``load`` is the number of its tasks, a supported one counted by its weight (half by default); ``exposure`` is the
    share of that load that lags, from 0 to 1.
    """

    name: str
    standing: UnitStanding
    lead: tuple[TaskResult, ...]
    co: tuple[TaskResult, ...]
    load: Fraction
    exposure: Fraction


class ResponsibilityGraph:
    """The units and tasks of a report; ``nx`` is the network itself."""

    def __init__(self, report: Report, weights: Mapping[Role, Fraction]) -> None:
        self._tasks = {task.task.id: task for task in report.tasks}
        self._weights = dict(weights)
        self._duties = duties_by_unit(report.tasks)

    @cached_property
    def nx(self) -> networkx.DiGraph:
        """The network for further study.

        Nodes are ``("unit", name)`` and ``("task", id)``, with their ``kind`` and a task's ``status``; an edge goes
        from a unit to each of its tasks and has the ``role`` "lead" or "co".  Where totals are split among areas,
        ``("target", id)`` and ``("area", name)`` are nodes too: task → whole → share, and area → share.
        """
        import networkx

        network = networkx.DiGraph()
        for number, task in self._tasks.items():
            network.add_node(("task", number), kind="task", status=task.status)
            for name, role in roles_of(task):
                network.add_node(("unit", name), kind="unit")
                network.add_edge(("unit", name), ("task", number), role=role)
            link_shares(network, task)
        return network

    def task(self, number: str) -> TaskResult:
        """The task with that number.  Raises KeyError where there is none."""
        return self._tasks[number]

    def unit(self, name: str) -> UnitTasks:
        """One unit and its tasks.  Raises KeyError where no task names it; likely names are suggested, never taken."""
        if name not in self._duties:
            near = get_close_matches(name, self._duties, n=3, cutoff=0.5)
            raise KeyError(f"没有名为“{name}”的单位" + (f";相近的有:{'、'.join(near)}" if near else ""))
        return self._unit(name, self._duties[name])

    def area(self, name: str) -> tuple[TargetResult, ...]:
        """What one area has to contribute, in the order of the document.  Raises KeyError where no table names it."""
        areas = shares_by_area(self._tasks.values())
        if name not in areas:
            raise KeyError(f"没有名为“{name}”的区域" + (f";有:{'、'.join(areas)}" if areas else ""))
        return tuple(areas[name])

    def load(self) -> tuple[UnitTasks, ...]:
        """Every unit, the heaviest load first; units with the same load as the table first names them."""
        units = [self._unit(name, duties) for name, duties in self._duties.items()]
        return tuple(sorted(units, key=lambda unit: -unit.load))

    def _unit(self, name: str, duties: Duties) -> UnitTasks:
        lagging = [
            (Fraction(task.status == "lagging"), self._weights[role])
            for role, tasks in duties.items()
            for task in tasks
        ]
        return UnitTasks(
            name=name,
            standing=unit_standing(name, duties, self._weights),
            lead=tuple(duties["lead"]),
            co=tuple(duties["co"]),
            load=sum((weight for _, weight in lagging), Fraction(0)),
            exposure=weighted_mean(lagging) or Fraction(0),
        )


def responsibility_graph(
    report: Report, lead_weight: Fraction = LEAD_WEIGHT, co_weight: Fraction = CO_WEIGHT
) -> ResponsibilityGraph:
    """The network of a report's tasks and units; the weights are those of the rules (``points``)."""
    return ResponsibilityGraph(report, {"lead": lead_weight, "co": co_weight})
