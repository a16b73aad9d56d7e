"""Cases run by a rule book: where each differs from what is expected, and how its verdict came about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.rules import RuleBook
from engine.rules.language.traces import compared
from engine.rules.policy import Rule
from engine.trials.cases.expectations import differences
from engine.trials.cases.judged import Judged, judged
from engine.trials.cases.records import Case, Cases, Derivation, Difference, Expected, Outcome, Tried


def run_cases(book: RuleBook, cases: Cases) -> tuple[Outcome, ...]:
    """What came of each case, in their order, each by the values that are in force on its day."""
    return tuple(_outcome(case, cases.path, book.on(case.as_of)) for case in cases.cases)


def _outcome(case: Case, path: str, book: RuleBook) -> Outcome:
    verdicts = judged(case, book)
    expected = (case.expected, *(case.each or ()))
    found = [tuple(differences(wanted, one)) for wanted, one in zip(expected, verdicts, strict=False)]
    failed = zip(expected, verdicts, found, strict=False)
    return Outcome(
        case=case,
        path=path,
        differences=(*_of_number(case, verdicts), *(one for own in found for one in own)),
        derivations=tuple(_derivation(wanted, one, book) for wanted, one, own in failed if own),
        reached=tuple(ref for one in verdicts for ref in one.reached),
        targets=tuple(one.facts.reading.target.indicator for one in verdicts[1:]),
    )


def _of_number(case: Case, verdicts: Sequence[Judged]) -> Iterator[Difference]:
    """Where a row does not have as many targets as ``each`` expects."""
    if case.each is not None and len(case.each) != len(verdicts) - 1:
        yield Difference("each", str(len(case.each)), str(len(verdicts) - 1))


def _derivation(expected: Expected, one: Judged, book: RuleBook) -> Derivation:
    """The rule that decided, and the one that was expected to where it is another."""
    decided = next(rule for rule in one.rules if rule.ref.id == one.rule)
    named = next((wanted.text for wanted in expected if wanted.field == "rule"), one.rule)
    other = next((rule for rule in _all_rules(book) if rule.ref.id == named != one.rule), None)
    return Derivation(one.number, _tried(decided, one), _tried(other, one) if other else None)


def _all_rules(book: RuleBook) -> Iterator[Rule]:
    yield from book.rollup.rules
    for rules in book.verdicts.by_kind.values():
        yield from rules


def _tried(rule: Rule, one: Judged) -> Tried:
    """A rule with the figures of the case; one for another kind of target was never asked."""
    if rule not in one.rules:
        return Tried(rule.ref, rule.when.text, (), None)
    parts = compared(rule.when.text, one.terms, one.facts)
    return Tried(rule.ref, rule.when.text, parts, rule.when.holds(one.facts))
