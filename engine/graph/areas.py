"""The shares that areas carry of a task's targets: how an allocation table hangs together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from engine.model import TargetResult, TaskResult

if TYPE_CHECKING:
    import networkx


def shares_by_area(tasks: Iterable[TaskResult]) -> dict[str, list[TargetResult]]:
    """The shares of each area, areas and shares in the order of the document."""
    areas: dict[str, list[TargetResult]] = {}
    for task in tasks:
        for result in task.targets:
            if result.reading.target.area is not None:
                areas.setdefault(result.reading.target.area, []).append(result)
    return areas


def link_shares(network: networkx.DiGraph, task: TaskResult) -> None:
    """Hang a task's split targets under it: task → whole → share, and each area → its shares."""
    for result in task.targets:
        target = result.reading.target
        if target.area is None or target.part_of is None:
            continue
        network.add_node(("target", target.part_of), kind="target")
        network.add_node(("target", target.id), kind="target")
        network.add_node(("area", target.area), kind="area")
        network.add_edge(("task", task.task.id), ("target", target.part_of), role="promise")
        network.add_edge(("target", target.part_of), ("target", target.id), role="share")
        network.add_edge(("area", target.area), ("target", target.id), role="carries")
