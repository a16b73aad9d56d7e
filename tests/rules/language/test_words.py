"""Conditions in Chinese words: ``words.txt`` holds every condition of the packaged rules and others as they read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules import RuleBook, loads
from engine.rules.facts.target import STAGE_TITLES
from engine.rules.facts.vocabulary import TARGET_TERMS, TASK_TERMS
from engine.rules.file.faults import Place
from engine.rules.file.meanings import MEANINGS
from engine.rules.language.conditions import compile_condition
from engine.rules.language.idioms import COUNTS, MONTH_COUNTS, RUNGS, TEXTS, TRUTHS
from engine.rules.language.sentences import compile_template
from engine.rules.language.terms import Terms
from engine.rules.language.words import in_words, sentence_in_words, value_in_words
from engine.rules.policy import Threshold

CORPUS = Path(__file__).with_name("words.txt")
LINES = [line for line in CORPUS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
READ = dict(line.split(" => ") for line in LINES)
OWN = (
    Threshold("tolerance", "all", "share", 0, "0个百分点", Place(1, 1)),
    Threshold("near_miss", "all", "share", 2, "2个百分点", Place(1, 1)),
    Threshold("close_call", "all", "share", 5, "5个百分点", Place(1, 1)),
    Threshold("near", "all", "share", 95, "95%", Place(1, 1)),
    Threshold("黄灯起", "all", "share", 10, "10个百分点", Place(1, 1)),
    Threshold("过半线", "all", "share", 50, "50%", Place(1, 1)),
    Threshold("点名数", "all", "number", 5, "5", Place(1, 1)),
)
TERMS: Terms = {**TARGET_TERMS, **TASK_TERMS, **{one.name: one.term() for one in OWN}}


def conditions(book: RuleBook) -> set[str]:
    """Every condition of a book."""
    rules = [rule for rules in book.verdicts.by_kind.values() for rule in rules]
    return {one.when.text for one in (*rules, *book.rollup.rules, *book.verdicts.review, *book.rollup.review)}


@pytest.mark.parametrize("condition", READ)
def test_a_condition_reads_as_a_clerk_would_write_it(condition: str) -> None:
    assert in_words(condition, TERMS) == READ[condition]


def test_every_condition_of_the_packaged_rules_is_in_the_corpus(book: RuleBook) -> None:
    missing = conditions(book) - set(READ)
    assert [f"{one} => {in_words(one, TERMS)}" for one in sorted(missing)] == []


def test_every_truth_has_words_for_yes_and_no() -> None:
    truths = {name for name, term in TERMS.items() if term.type == "truth"}
    assert truths == set(TRUTHS)


def test_the_tables_of_words_name_terms_that_exist() -> None:
    assert {*COUNTS, *TEXTS, *MONTH_COUNTS, *RUNGS} <= set(TERMS)


def test_stages_are_called_as_in_sentences() -> None:
    assert {stage: MEANINGS[stage].title for stage in STAGE_TITLES} == STAGE_TITLES


def test_a_text_to_choose_from_is_told_by_its_title() -> None:
    told = {choice for term in TERMS.values() for choice in term.choices}
    assert told <= set(MEANINGS)


def test_what_cannot_be_read_stays_as_it_is_written() -> None:
    assert in_words("completion >= (", TERMS) == "completion >= ("
    assert value_in_words("completion /", TERMS) == "completion /"


def test_an_expression_is_told_too() -> None:
    assert value_in_words("completion / expected", TERMS) == "完成率与序时进度之比"
    assert value_in_words("nearness", TERMS) == "接近程度"


def test_a_sentence_shows_the_titles_of_its_terms_and_the_figures_of_its_thresholds() -> None:
    template, faults = compile_template("截至{month}[完成{actual},]差{gap},容许{tolerance}", TERMS)
    assert not faults
    assert sentence_in_words(template) == "截至〔数据月份〕［完成〔完成值〕,］差〔进度差〕,容许0个百分点"


SHARES = st.sampled_from(["completion", "expected", "gap", "average", "50%", "5个百分点", "tolerance", "黄灯起", "0"])
COUNTED = st.sampled_from(["targets", "done", "lagging", "peers", "rung", "target_rung", "3", "0", "点名数"])
MONTHS = st.sampled_from(["month", "deadline", "months_left", "6月", "2个月"])
AMOUNTS = st.sampled_from(["actual", "target", "counted", "shortfall"])
SIGNS = st.sampled_from([">=", "<=", ">", "<", "==", "!=", "≥", "≤"])
FLAGS = st.sampled_from(sorted(TRUTHS))
WORDS = st.sampled_from(
    ["stage == 'applied'", "'growth' != kind", "comparator == '~'", 'label == "重点"', "unit != '%'"]
)


def sums(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A figure, the sum of two, or one with a sign."""
    return (
        parts
        | st.tuples(parts, st.sampled_from("+-"), parts).map(" ".join)
        | parts.map("-{}".format)
        | st.tuples(parts, parts).map("{0[0]} - ({0[1]} - {0[0]})".format)
    )


def compared(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A comparison, or a chain of two."""
    one = st.tuples(sums(parts), SIGNS, sums(parts))
    return one.map(" ".join) | st.tuples(one.map(" ".join), SIGNS, sums(parts)).map(" ".join)


ATOMS = FLAGS | WORDS | compared(SHARES) | compared(COUNTED) | compared(MONTHS) | compared(AMOUNTS)
CONDITIONS = st.recursive(
    ATOMS,
    lambda inner: (
        st.lists(inner, min_size=2, max_size=3).flatmap(
            lambda parts: st.sampled_from([f" {word} ".join(f"({part})" for part in parts) for word in ("and", "or")])
        )
        | inner.map("not ({})".format)
    ),
    max_leaves=6,
)


@given(CONDITIONS)
def test_any_condition_can_be_told_without_a_name_of_the_language(condition: str) -> None:
    told = in_words(condition, TERMS)
    assert told
    assert told == in_words(condition, TERMS)
    assert not set(re.findall("[A-Za-z_]+", told)) & {*TERMS, "and", "or", "not"}
    assert told.count("(") == told.count(")")


@given(CONDITIONS)
def test_a_double_denial_reads_like_the_condition(condition: str) -> None:
    assert in_words(f"not (not ({condition}))", TERMS) == in_words(condition, TERMS)


@given(CONDITIONS)
def test_a_condition_and_its_denial_read_differently(condition: str) -> None:
    assert in_words(f"not ({condition})", TERMS) != in_words(condition, TERMS)


@pytest.mark.parametrize("condition", READ)
def test_the_corpus_holds_conditions_that_compile(condition: str) -> None:
    assert compile_condition(condition, TERMS)[1] == []


def test_a_threshold_without_a_chinese_name_is_told_by_its_figure() -> None:
    book, problems = loads(
        "extends: 自带规则\nthresholds: {growth: {line_a: 3%, 红线: 1%}}\nverdicts:\n  growth:\n"
        "  - {id: a, when: actual < line_a and actual > 红线, status: lagging, grade: 滞后, because: '低于{line_a}'}\n",
        "my.yaml",
    )
    assert book is not None, problems
    rule = next(rule for rule in book.verdicts.by_kind["growth"] if rule.ref.id == "a")
    assert in_words(rule.when.text, rule.because.terms) == "完成值低于3%,且完成值高于“红线”(1%)"
    assert sentence_in_words(rule.because) == "低于3%"
