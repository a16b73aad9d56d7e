"""Why one book decides a case otherwise than another: the rule of each, and the comparisons that turned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from engine.model import TargetResult, TaskResult
from engine.rules import Placing, RuleBook
from engine.rules.facts.target import TargetFacts
from engine.rules.facts.vocabulary import task_terms, terms_of
from engine.rules.language.terms import Facts, Terms
from engine.rules.language.traces import Compared, compared
from engine.rules.policy import Rule
from engine.rules.rollup import TaskFacts
from engine.trials.impact_records import Cause, Decision, Reason, Shift, Turned


class Case(NamedTuple):
    """A target or a task as one book sees it: its facts, the rules that are asked of them in order, and the sentence
    that came of it."""

    facts: Facts
    rules: Sequence[Rule]
    terms: Terms
    because: str


def target_case(result: TargetResult, placing: Placing | None, day: date, book: RuleBook) -> Case:
    """A judged target, with its place on a board; ``book`` is the one in force on the day."""
    kind = result.reading.target.kind
    facts = TargetFacts(result.reading, day, book, placing)
    return Case(facts, book.verdicts.by_kind[kind], terms_of(kind, book.thresholds), result.verdict.because)


def task_case(result: TaskResult, book: RuleBook) -> Case:
    """A judged task."""
    facts = TaskFacts(result.task, result.targets, book)
    return Case(facts, book.rollup.rules, task_terms(book.thresholds), result.because)


def reason(cases: Shift[Case], recast: bool = False) -> Reason:
    """Why two books decide a case otherwise; ``recast`` says that they take it for another kind or direction."""
    decided = Shift(_deciding(cases.before), _deciding(cases.now))
    turned = tuple(_turned(cases, decided))
    decisions = Shift(_decision(cases.before, decided.before), _decision(cases.now, decided.now))
    cause = "recast" if recast else _cause(cases, decided, bool(turned))
    return Reason(cause, decisions, turned)


def _deciding(case: Case) -> Rule:
    return next(rule for rule in case.rules if rule.when.holds(case.facts))


def _decision(case: Case, rule: Rule) -> Decision:
    return Decision(rule.ref, rule.when.text, _compared(case, rule), case.because)


def _compared(case: Case, rule: Rule) -> tuple[Compared, ...]:
    return compared(rule.when.text, case.terms, case.facts)


def _turned(cases: Shift[Case], decided: Shift[Rule]) -> Iterator[Turned]:
    """The comparisons of the deciding rules, where both books have these, whose answers differ."""
    for name in dict.fromkeys((decided.before.ref.id, decided.now.ref.id)):
        before, now = _named(cases.before, name), _named(cases.now, name)
        if before and now:
            pairs = _pairs(_compared(cases.before, before), _compared(cases.now, now))
            yield from (Turned(name, pair) for pair in pairs if pair.before.holds != pair.now.holds)


def _named(case: Case, name: str) -> Rule | None:
    return next((rule for rule in case.rules if rule.ref.id == name), None)


def _pairs(before: Sequence[Compared], now: Sequence[Compared]) -> Iterator[Shift[Compared]]:
    """The comparisons of two versions of a condition: those in the same words, then the changed ones in turn."""
    same = {one.words for one in before} & {one.words for one in now}
    by_words = {one.words: one for one in now}
    yield from (Shift(one, by_words[one.words]) for one in before if one.words in same)
    changed = ([one for one in side if one.words not in same] for side in (before, now))
    yield from (Shift(*pair) for pair in zip(*changed, strict=False))


def _cause(cases: Shift[Case], decided: Shift[Rule], turned: bool) -> Cause:
    if decided.before.ref.id == decided.now.ref.id:
        return "regraded"
    if turned:
        return "turned"
    if _named(cases.before, decided.now.ref.id) is None:
        return "new"
    return "removed" if _named(cases.now, decided.before.ref.id) is None else "order"
