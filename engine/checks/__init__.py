"""The room of consistency checks (自洽校验): what a careful clerk would recompute.

It may import ``model``, ``units``, ``documents`` and ``reading``, and hands out ``findings``.  Each module knows one
kind of relation between figures: it yields a ``Relation`` for all that it can be certain of, and those that do not
hold become findings.  Where the language leaves a doubt, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from engine.checks import (
    allocations,
    contradictions,
    forecasts,
    growth,
    items,
    lists,
    parts,
    ratios,
    repeats,
    sums,
)
from engine.checks.prose import Row
from engine.checks.relations import Relation
from engine.model import Problem, Reading, Task

__all__ = ["findings", "relations"]

_OF_ONE_TASK = (
    allocations.relations,
    ratios.relations,
    growth.relations,
    parts.relations,
    sums.relations,
    lists.relations,
    forecasts.relations,
    contradictions.relations,
)


def findings(tasks: Sequence[Task], readings: Sequence[Sequence[Reading]], as_of: date) -> tuple[Problem, ...]:
    """What does not agree, first of the single tasks in their order, then between tasks; ``readings[i]`` are
    those of ``tasks[i]``."""
    problems = (relation.problem for relation in relations(tasks, readings, as_of))
    return tuple(problem for problem in problems if problem is not None)


def relations(tasks: Sequence[Task], readings: Sequence[Sequence[Reading]], as_of: date) -> Iterator[Relation]:
    """Every relation that was recomputed, those that hold too; a row's texts are let go before the next is read."""
    register = repeats.Register(as_of)
    split: list[Row] = []
    between: list[Relation] = []
    for task, own in zip(tasks, readings, strict=True):
        row = Row(task, own)
        for check in _OF_ONE_TASK:
            yield from check(row)
        between += register.relations(row)
        if task.allocations:
            split.append(row)
    yield from items.relations(split)
    yield from between
