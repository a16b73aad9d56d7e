"""Rules and remarks as numbered entries: when they hold, what they say then, and where that is set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from engine.reports.rulebook.blocks import Entry, Fact
from engine.reports.rulebook.periods import day_text, known_over_time, over_time
from engine.rules import RuleBook
from engine.rules.file.meanings import MEANINGS
from engine.rules.language.tokens import scan
from engine.rules.language.words import in_words, sentence_in_words
from engine.rules.policy import Remark, Rule

Rules = Callable[[RuleBook], Sequence[Rule]] | Callable[[RuleBook], Sequence[Remark]]

_FULL_WIDTH = str.maketrans(",()", "，（）")


class _Said(NamedTuple):
    """What one rule says in one stretch of time."""

    statement: str
    facts: tuple[Fact, ...]
    place: str


def entries(book: RuleBook, rules: Rules) -> tuple[Entry, ...]:
    """The rules that ``rules`` takes from a book, in order, each with what it becomes later."""
    ids = known_over_time(book, lambda each: [rule.ref.id for rule in rules(each)])
    return tuple(_entry(book, rules, number, one) for number, one in enumerate(ids, start=1))


def _entry(book: RuleBook, rules: Rules, number: int, id_: str) -> Entry:
    said = [(day, one) for day, one in over_time(book, lambda each: _said(each, rules(each), id_)) if one]
    (since, first), *_ = said
    begins = (Fact("施行", f"自{day_text(since)}起"),) if since else ()
    changes = tuple(fact for (_, before), (day, now) in pairwise(said) if day for fact in _changes(day, before, now))
    return Entry(number, first.statement, (*begins, *first.facts, *changes), id_, first.place)


def _changes(day: date, before: _Said, now: _Said) -> list[Fact]:
    """What a rule says from a day on, as far as it is not what it said before."""
    facts = [f"{fact.label}：{fact.text}" for fact in now.facts if fact not in before.facts]
    statement = [now.statement] if now.statement != before.statement else []
    return [Fact(f"自{day_text(day)}起", text) for text in (*statement, *facts)]


def _said(book: RuleBook, rules: Sequence[Rule] | Sequence[Remark], id_: str) -> _Said | None:
    rule = next((rule for rule in rules if rule.ref.id == id_), None)
    if rule is None:
        return None
    facts = [*_reason(rule), *_lines(rule)]
    if rule.basis:
        facts.append(Fact("依据", rule.basis))
    return _Said(_statement(rule), tuple(facts), _place(book, rule))


def _statement(rule: Rule | Remark) -> str:
    """The rule as a sentence: 完成率低于序时进度的，评为“滞后”。"""
    case = in_words(rule.when.text, rule.because.terms).translate(_FULL_WIDTH)
    case = case if rule.when.always else f"{case}的"
    if isinstance(rule, Remark):
        return f"{case}，提示：{sentence_in_words(rule.because)}。"
    status = MEANINGS[rule.status].title
    counted = "" if rule.grade == status else f"，计入“{status}”"
    return f"{case}，评为“{rule.grade}”{counted}{'，不计入任务的目标数' if rule.left_out else ''}。"


def _reason(rule: Rule | Remark) -> list[Fact]:
    return [Fact("理由", sentence_in_words(rule.because))] if isinstance(rule, Rule) else []


def _lines(rule: Rule | Remark) -> list[Fact]:
    """The thresholds of which the sentence gives only the figure, since they have no Chinese name."""
    names = dict.fromkeys(
        token.text for token in scan(rule.when.text)[0] if token.kind == "name" and token.text.isascii()
    )
    named = [rule.because.terms[name] for name in names]
    told = "、".join(f"{term.name} {term.show({})}" for term in named if term.constant is not None)
    return [Fact("界线", told)] if told else []


def _place(book: RuleBook, rule: Rule | Remark) -> str:
    """The line of a rule, and in which of the two files where there are two."""
    file = rule.ref.file or ("本文件" if book.info.base else "")
    return f"{file}第{rule.ref.line}行"
