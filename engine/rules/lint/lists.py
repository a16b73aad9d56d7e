"""A list of rules made ready for analysis: each with the boxes where its condition holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.rules.book import RuleBook
from engine.rules.facts.vocabulary import task_terms, terms_of
from engine.rules.lint.boxes import Box
from engine.rules.lint.comparisons import Form
from engine.rules.lint.leftover import Search
from engine.rules.lint.space import Scope, Space
from engine.rules.lint.taking import taken_apart
from engine.rules.policy import KINDS, Remark, Rule


class Entry(NamedTuple):
    """A rule or remark, its condition taken apart, and where that holds; both None where it cannot be analysed."""

    rule: Rule | Remark
    form: Form | None
    boxes: list[Box] | None


class Entries:
    """The rules (or remarks) of a list, and the cases that they tell apart.  It goes on from ``before``, the rules for
    all kinds, which are looked at by themselves."""

    def __init__(self, title: str, scope: Scope, rules: Sequence[Rule | Remark], before: Sequence[Entry] = ()) -> None:
        self.title = title
        self.begins = len(before)
        taken = [*((entry.rule, entry.form) for entry in before)]
        taken += [(rule, taken_apart(rule.when.text, scope.terms)) for rule in rules]
        self.space = Space(scope, [form for _, form in taken])
        self.search = Search(self.space)
        self.entries = [Entry(rule, form, self.space.boxes(form)) for rule, form in taken]

    def __iter__(self) -> Iterator[Entry]:
        """Those that are this list's own."""
        return iter(self.entries[self.begins :])


def rule_lists(book: RuleBook, labels: tuple[str, ...]) -> Iterator[Entries]:
    """Every list of rules of which the first that holds decides: for all kinds, for each kind, for tasks."""
    shared, boards = _shared(book), bool(book.boards)
    first = Entries("all", Scope(terms_of(None, book.thresholds), None, labels, boards), shared)
    yield first
    for kind in KINDS:
        scope = Scope(terms_of(kind, book.thresholds), kind, labels, boards)
        yield Entries(kind, scope, book.verdicts.by_kind[kind][len(shared) :], first.entries)
    yield Entries("rollup", Scope(task_terms(book.thresholds)), book.rollup.rules)


def remark_lists(book: RuleBook, labels: tuple[str, ...]) -> Iterator[Entries]:
    """The lists of remarks, of which each stands by itself."""
    scope = Scope(terms_of(None, book.thresholds), None, labels, bool(book.boards))
    yield Entries("review", scope, book.verdicts.review)
    yield Entries("review", Scope(task_terms(book.thresholds)), book.rollup.review)


def _shared(book: RuleBook) -> tuple[Rule, ...]:
    """The rules for all kinds, which every list of a kind begins with."""
    lists = [book.verdicts.by_kind[kind] for kind in KINDS]
    count = 0
    for rules in zip(*lists, strict=False):
        if any(rule is not rules[0] for rule in rules):
            break
        count += 1
    return lists[0][:count]
