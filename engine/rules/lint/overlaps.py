"""Bands on the same figures that overlap: it is left to the order of the rules which of two grades a figure has.

A special case before a general one, and bands that lie within each other, are how such lists are written: no finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set
from itertools import islice, product

from engine.rules.lint.axes import FigureAxis
from engine.rules.lint.boxes import Box, met
from engine.rules.lint.examples import Case, case_of
from engine.rules.lint.excerpts import place_of
from engine.rules.lint.leftover import Exhausted
from engine.rules.lint.lists import Entries, Entry
from engine.rules.lint.notes import Notes, is_own
from engine.rules.lint.space import Space
from engine.rules.lint.wording import asked_names, lines, told
from engine.rules.policy import Rule

_TRIED = 5
"""Parts of an overlap in which an example is looked for."""


def note_overlaps(entries: Entries, unreached: Set[int], notes: Notes) -> None:
    """Note every two rules of the file whose bands overlap, at the later one; but none that is never reached."""
    try:
        for first, second in _pairs(entries, unreached):
            case, names = _example(entries, first, second)
            if case is not None:
                _note(entries, (first, second), told(case, names, entries.space.scope.terms), notes)
    except Exhausted:
        return


def _note(entries: Entries, pair: tuple[int, int], example: str, notes: Notes) -> None:
    first, second = (entries.entries[number].rule for number in pair)
    what = (
        f"规则“{second.ref.id}”与{lines([first.ref])}的规则“{first.ref.id}”重叠:例如 {example} 时两条都成立,"
        "以先写的为准;请把界线错开,确属有意的写 allow: [rules-overlap]"
    )
    place = place_of(notes.faults, second)
    notes.add("rules-overlap", place, what, "error", (first, second), other=first.ref.id)


def _pairs(entries: Entries, unreached: Set[int]) -> Iterator[tuple[int, int]]:
    """The numbers of rules that compare the same quantities, cross in one of them, and give different results."""
    alike: dict[tuple[int, ...], list[tuple[int, Box]]] = defaultdict(list)
    for number, entry in enumerate(entries.entries):
        if entry.boxes and len(entry.boxes) == 1 and is_own(entry.rule) and number not in unreached:
            box = entry.boxes[0]
            group = alike[tuple(sorted(box))]
            for earlier, other in group if number >= entries.begins else ():
                if _cross(entries.space, other, box) and _result(entries.entries[earlier]) != _result(entry):
                    yield earlier, number
            group.append((number, box))


def _cross(space: Space, one: Box, other: Box) -> bool:
    """Whether two boxes differ in one figure only, and overlap there without one containing the other."""
    differing = [number for number, cells in one.items() if cells != other[number]]
    if len(differing) != 1 or not isinstance(space.axes[differing[0]], FigureAxis):
        return False
    left, right = one[differing[0]], other[differing[0]]
    both = left & right
    return both not in (0, left, right)


def _result(entry: Entry) -> tuple[str, str]:
    rule = entry.rule
    return (rule.status, rule.grade) if isinstance(rule, Rule) else ("", "")


def _example(entries: Entries, first: int, second: int) -> tuple[Case | None, tuple[str, ...]]:
    """A case in which both rules hold and none before them, with the terms that are told of it."""
    before = [box for entry in entries.entries[:first] for box in entry.boxes or ()]
    one, other = (entry.boxes for entry in (entries.entries[first], entries.entries[second]))
    for left, right in product(one or (), other or ()):
        start = met(left, right) or {}
        for box in islice(entries.search.left_over(start, before), _TRIED):
            case = case_of(entries.space, box)
            if case is not None and _both_decide(entries, case, first, second):
                return case, asked_names(entries.space, start, case)
    return None, ()


def _both_decide(entries: Entries, case: Case, first: int, second: int) -> bool:
    rules = [entry.rule for entry in entries.entries]
    earlier = any(rule.when.holds(case) for rule in rules[:first])
    return not earlier and rules[first].when.holds(case) and rules[second].when.holds(case)
