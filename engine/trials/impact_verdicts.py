"""The rules and remarks of a rule book, entry by entry, as text."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules import RuleBook
from engine.rules.facts.vocabulary import task_terms, terms_of
from engine.rules.language.conditions import Condition
from engine.rules.language.sentences import Template
from engine.rules.language.terms import Terms
from engine.rules.language.words import in_words
from engine.rules.policy import KINDS, Remark, Rule
from engine.trials.impact_entry import Entry, Named


def verdicts(book: RuleBook) -> Iterator[Named]:
    """The rules by kind, those for every kind once, and the remarks."""
    shared = {rule.ref.id for rule in book.verdicts.by_kind[KINDS[0]]}
    shared = shared.intersection(*({rule.ref.id for rule in rules} for rules in book.verdicts.by_kind.values()))
    for kind in KINDS:
        terms = terms_of(kind, book.thresholds)
        for rule in book.verdicts.by_kind[kind]:
            yield (f"verdicts.{'all' if rule.ref.id in shared else kind}", rule.ref.id), _rule(rule, terms)
    terms = terms_of(None, book.thresholds)
    yield from ((("verdicts.review", one.ref.id), _remark(one, terms)) for one in book.verdicts.review)


def rollup(book: RuleBook) -> Iterator[Named]:
    """The rules and remarks for whole tasks."""
    terms = task_terms(book.thresholds)
    yield from ((("rollup.rules", rule.ref.id), _rule(rule, terms)) for rule in book.rollup.rules)
    yield from ((("rollup.review", one.ref.id), _remark(one, terms)) for one in book.rollup.review)


def _rule(rule: Rule, terms: Terms) -> Entry:
    says = {"when": rule.when.text, "status": rule.status, "grade": rule.grade, "because": _sentence(rule.because)}
    left_out = {"left_out": "是"} if rule.left_out else {}
    return Entry({**says, **left_out}, rule.ref.line, rule.ref.file, told=_told(rule.when, terms))


def _remark(remark: Remark, terms: Terms) -> Entry:
    says = {"when": remark.when.text, "because": _sentence(remark.because)}
    return Entry(says, remark.ref.line, remark.ref.file, told=_told(remark.when, terms))


def _told(when: Condition, terms: Terms) -> dict[str, str]:
    return {"when": in_words(when.text, terms)}


def _sentence(template: Template) -> str:
    """A sentence as it is written in the file."""
    parts = []
    for part in template.parts:
        text = "".join(piece.words if piece.term is None else f"{{{piece.term}}}" for piece in part.pieces)
        parts.append(f"[{text}]" if part.optional else text)
    return "".join(parts)
