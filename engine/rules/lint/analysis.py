"""Every analysis of every list of a file's books."""

from __future__ import annotations

from collections.abc import Hashable

from engine.rules.book import RuleBook
from engine.rules.file.faults import Faults
from engine.rules.lint.effects import note_same_result, note_without_effect
from engine.rules.lint.gaps import note_gap
from engine.rules.lint.holes import note_holes
from engine.rules.lint.impossible import note_impossible
from engine.rules.lint.lists import Entries, RuleList, remark_lists, rule_lists
from engine.rules.lint.notes import Notes
from engine.rules.lint.overlaps import note_overlaps
from engine.rules.lint.reach import note_unreachable
from engine.rules.lint.shadowed import note_shadowed
from engine.rules.lint.unused import note_unused


def analyse(book: RuleBook, faults: Faults) -> None:
    """Note what the rules of a book, and of the books of later days, do that their author cannot have meant."""
    books = (book, *(later for _, later in book.later))
    days = (None, *(day for day, _ in book.later))
    notes, seen = Notes(faults), set[Hashable]()
    labels = tuple(dict.fromkeys(one.label for each in books for one in each.indicators if one.label))
    for notes.since, each in zip(days, books, strict=True):
        for rules in rule_lists(each, labels):
            if _is_new(rules, seen):
                _look_at_rules(Entries(rules), notes)
        for remarks in remark_lists(each, labels):
            if _is_new(remarks, seen):
                _look_at_each(Entries(remarks), notes)
        note_shadowed(each, notes)
    notes.since = None
    note_unused(books, notes)
    for each in books:
        notes.stale(each)


def _is_new(rules: RuleList, seen: set[Hashable]) -> bool:
    """Whether a list differs from all before it; most values that change on a day are in one list only."""
    key, known = rules.key(), len(seen)
    seen.add(key)
    return len(seen) > known


def _look_at_rules(rules: Entries, notes: Notes) -> None:
    _look_at_each(rules, notes)
    unreached = note_unreachable(rules, notes)
    note_overlaps(rules, unreached, notes)
    note_same_result(rules, notes)
    note_holes(rules, notes)
    if rules.title != "all" and rules.entries:
        note_gap(rules, notes)


def _look_at_each(conditions: Entries, notes: Notes) -> None:
    note_impossible(conditions, notes)
    note_without_effect(conditions, notes)
