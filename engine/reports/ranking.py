"""The order in which a supervisor reads: what lags most comes first, what is done comes last."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from engine.model import Status, TargetResult, TaskResult

_TASKS: tuple[Status, ...] = ("lagging", "unreported", "unrated", "on_track", "done")
"""How tasks follow each other."""

_TARGETS: tuple[Status, ...] = ("lagging", "on_track", "done", "unrated", "unreported")
"""How the targets of a task do: those that were judged come first, because it stands as they do."""

Rank = tuple[int, bool, bool, Fraction, Fraction]


def worst_first(tasks: Iterable[TaskResult]) -> list[TaskResult]:
    """The tasks by their status, those with unreported targets before others of it; then by their worst target:
    its gap, and without one (after all that have one) how far it falls short; then in document order."""
    return sorted(tasks, key=_task_rank)


def targets_worst_first(task: TaskResult) -> list[TargetResult]:
    """The targets of a task: those judged, the worst in front, then those that could not be."""
    return sorted(task.targets, key=_target_rank)


def _task_rank(task: TaskResult) -> Rank:
    silent = any(result.verdict.status == "unreported" for result in task.targets)
    status = _TASKS.index(task.status)
    complete = status > _TASKS.index("lagging") and not silent
    worst = min(map(_target_rank, task.targets), default=None)
    return status, complete, *(worst[2:] if worst else (True, Fraction(0), Fraction(0)))


def _target_rank(result: TargetResult) -> Rank:
    """Of what has no gap, the points that it keeps tell how near it came."""
    verdict = result.verdict
    far = (verdict.gap is None, verdict.gap or Fraction(0), Fraction(verdict.points or 0))
    return _TARGETS.index(verdict.status), False, *far
