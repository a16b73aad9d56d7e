"""Cases that no rule of a list decides."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from engine.rules.lint.boxes import Box
from engine.rules.lint.examples import Case, case_of
from engine.rules.lint.leftover import Exhausted
from engine.rules.lint.lists import Entries
from engine.rules.lint.notes import Notes
from engine.rules.lint.wording import asked_names, told

_TRIED = 40
"""Boxes in which an example is looked for; the first has one, unless its terms hang together in unknown ways."""


class _Gap(NamedTuple):
    """A case that is left open, and the terms that make it so."""

    case: Case
    names: tuple[str, ...]


def note_gap(entries: Entries, notes: Notes) -> None:
    """Note a list that leaves cases open, or of which it cannot be shown that it leaves none."""
    last = entries.entries[-1].rule
    if last.when.always:
        return
    try:
        gap, whole = next(_gaps(entries), None), _whole(entries)
    except Exhausted:
        gap, whole = None, False
    if gap is None and whole:
        return
    example = "不能断定各种情况都有规则成立"
    if gap is not None and gap.names:
        words = told(gap.case, gap.names, entries.space.scope.terms)
        example = f"例如{'' if words.startswith('没有') else ' '}{words} 时,没有一条成立"
    what = f"“{entries.title}”有漏洞:{example};请在最后补一条“when: 其他”"
    notes.add("rules-gap", last.at["id"], what, "error", ())


def _whole(entries: Entries) -> bool:
    """Whether the rules are shown to leave no case open."""
    return entries.search.covered({}, _boxes(entries))


def _gaps(entries: Entries) -> Iterator[_Gap]:
    """Cases that no rule decides, those in which all is known first."""
    space = entries.space
    for start in (space.known(), space.whole()):
        for left in islice(entries.search.left_over(start, _boxes(entries)), _TRIED):
            box = {number: cells for number, cells in left.items() if cells != start[number]}
            case = case_of(space, box)
            if case is not None and not any(entry.rule.when.holds(case) for entry in entries.entries):
                yield _Gap(case, asked_names(space, box, case))


def _boxes(entries: Entries) -> list[Box]:
    return [box for entry in entries.entries for box in entry.boxes or ()]
