"""The order in which a supervisor reads: what lags most comes first, what is done comes last."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from engine.model import Status, TargetResult, TaskResult

ATTENTION: tuple[Status, ...] = ("lagging", "unreported", "unrated", "on_track", "done")
"""Statuses, most urgent first."""

Rank = tuple[int, bool, Fraction]


def worst_first(tasks: Iterable[TaskResult]) -> list[TaskResult]:
    """The tasks by their worst target: status, then gap (no gap comes after any gap), then document order."""
    return sorted(tasks, key=_task_rank)


def targets_worst_first(task: TaskResult) -> list[TargetResult]:
    """The targets of a task, in the same order."""
    return sorted(task.targets, key=_target_rank)


def _task_rank(task: TaskResult) -> Rank:
    own = (ATTENTION.index(task.status), True, Fraction(0))
    return min([own, *map(_target_rank, task.targets)])


def _target_rank(result: TargetResult) -> Rank:
    verdict = result.verdict
    return ATTENTION.index(verdict.status), verdict.gap is None, verdict.gap or Fraction(0)
