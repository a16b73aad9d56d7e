"""Conditions that hold in no case, and why."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from engine.rules.lint.axes import FigureAxis
from engine.rules.lint.boxes import met
from engine.rules.lint.comparisons import Comparison, Form, Words
from engine.rules.lint.excerpts import place_of, words_of
from engine.rules.lint.lists import Entries, Entry
from engine.rules.lint.notes import Notes, is_own
from engine.rules.lint.space import Space
from engine.rules.lint.wording import KIND_TITLES, range_text


class _Reason(NamedTuple):
    """Why a condition never holds, and the one comparison that is to blame where there is one."""

    why: str
    culprit: Comparison | None = None


def note_impossible(entries: Entries, notes: Notes) -> None:
    """Note every condition that holds in no case."""
    for entry in entries:
        if entry.boxes == [] and is_own(entry.rule):
            why, culprit = _reason(entry, entries.space)
            place = place_of(notes.faults, entry.rule, culprit)
            notes.add("rules-impossible", place, f"条件永远不成立:{why}", "error", (entry.rule,))


def _reason(entry: Entry, space: Space) -> _Reason:
    together = [] if entry.form is None else list(_together(entry.form))
    for one in together:
        if space.box(one) is None:
            return _Reason(_alone(one, words_of(entry.rule, one), space), one)
    for one, other in combinations(together, 2):
        if met(space.box(one) or {}, space.box(other) or {}) is None:
            first, second = words_of(entry.rule, one), words_of(entry.rule, other)
            return _Reason(f"“{first}”与“{second}”不能同时成立")
    return _Reason("各项要求不能同时成立")


def _together(form: Form) -> Iterator[Comparison]:
    """The comparisons that all have to hold."""
    if isinstance(form, Comparison):
        yield form
    elif form.all:
        for part in form.parts:
            yield from _together(part)


def _alone(one: Comparison, words: str, space: Space) -> str:
    """Why one comparison never holds."""
    scope = space.scope
    for name in one.names:
        if scope.never_known(name):
            kinds = scope.terms[name].kinds
            return (
                f"{KIND_TITLES[scope.kind]}目标没有 {name}"
                if kinds and scope.kind
                else f"没有排名榜(boards),就没有 {name}"
            )
    if one.quantity == Words("label"):
        return f"没有指标的 label 是“{one.value}”"
    if one.quantity == Words("kind") and scope.kind:
        return f"此处的 kind 只会是“{scope.kind}”"
    axis = space.axes[space.numbers[one.quantity]]
    limits = range_text(scope.terms[one.names[0]], axis.range) if isinstance(axis, FigureAxis) and one.names else ""
    return f"{limits}" if limits and len(one.names) == 1 else f"“{words}”不会成立"
