"""A list of rules made ready for analysis: each with the boxes where its condition holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
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


class RuleList:
    """The rules (or remarks) of a list, before they are analysed.  It goes on from ``before``, the rules for all kinds,
    which are looked at by themselves."""

    def __init__(
        self, title: str, scope: Scope, rules: Sequence[Rule | Remark], before: RuleList | None = None
    ) -> None:
        self.title = title
        self.scope = scope
        self.rules = rules
        self.before = before

    @cached_property
    def forms(self) -> list[tuple[Rule | Remark, Form | None]]:
        """Each with its condition taken apart."""
        return [(rule, taken_apart(rule.when.text, self.scope.terms)) for rule in self.rules]

    def key(self) -> tuple[object, ...]:
        """What an analysis depends on: lists with equal keys have the same findings."""
        texts = [rule.when.text for rule in self.rules]
        terms = ((name, term.constant) for name, term in self.scope.terms.items() if term.constant is not None)
        constants = tuple(one for one in terms if any(one[0] in text for text in texts))
        rules = tuple(_said(rule) for rule in self.rules)
        about = (self.title, self.scope.kind, self.scope.boards, "targets" in self.scope.terms)
        return (*about, constants, rules, self.before.key() if self.before else None)


class Entries:
    """The rules of a list, and the cases that they tell apart."""

    def __init__(self, rules: RuleList) -> None:
        self.title = rules.title
        before = rules.before.forms if rules.before else []
        self.begins = len(before)
        taken = [*before, *rules.forms]
        self.space = Space(rules.scope, [form for _, form in taken])
        self.search = Search(self.space)
        self.entries = [Entry(rule, form, self.space.boxes(form)) for rule, form in taken]

    def __iter__(self) -> Iterator[Entry]:
        """Those that are this list's own."""
        return iter(self.entries[self.begins :])


def rule_lists(book: RuleBook, labels: tuple[str, ...]) -> Iterator[RuleList]:
    """Every list of rules of which the first that holds decides: for all kinds, for each kind, for tasks."""
    shared, boards = _shared(book), bool(book.boards)
    first = RuleList("all", Scope(terms_of(None, book.thresholds), None, labels, boards), shared)
    yield first
    for kind in KINDS:
        scope = Scope(terms_of(kind, book.thresholds), kind, labels, boards)
        yield RuleList(kind, scope, book.verdicts.by_kind[kind][len(shared) :], first)
    yield RuleList("rollup", Scope(task_terms(book.thresholds)), book.rollup.rules)


def remark_lists(book: RuleBook, labels: tuple[str, ...]) -> Iterator[RuleList]:
    """The lists of remarks, of which each stands by itself."""
    scope = Scope(terms_of(None, book.thresholds), None, labels, bool(book.boards))
    yield RuleList("review", scope, book.verdicts.review)
    yield RuleList("review", Scope(task_terms(book.thresholds)), book.rollup.review)


def _said(rule: Rule | Remark) -> tuple[object, ...]:
    said: tuple[object, ...] = (
        rule.ref.file,
        rule.ref.line,
        rule.when.text,
        rule.because.parts,
        rule.basis,
        rule.allow,
    )
    return (*said, rule.status, rule.grade, rule.left_out) if isinstance(rule, Rule) else said


def _shared(book: RuleBook) -> tuple[Rule, ...]:
    """The rules for all kinds, which every list of a kind begins with."""
    lists = [book.verdicts.by_kind[kind] for kind in KINDS]
    count = 0
    for rules in zip(*lists, strict=False):
        if any(rule is not rules[0] for rule in rules):
            break
        count += 1
    return lists[0][:count]
