"""A single value can be tried without touching the file: cumulative.tolerance=5%."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from engine.rules import Loaded, default

LaidOver = Callable[..., Loaded]


@pytest.mark.parametrize(
    "path", ["cumulative.tolerance", "thresholds.cumulative.tolerance", "rules.cumulative.tolerance"]
)
def test_a_value_is_named_by_the_end_of_its_path(laid_over: LaidOver, path: str) -> None:
    book, problems = laid_over("", f"{path}=5%")

    assert problems == ()
    assert book is not None
    values = {(one.scope, one.name): one.value for one in book.thresholds}
    assert values["cumulative", "tolerance"] == Fraction(1, 20)
    assert values["coverage", "tolerance"] == 0
    assert book.info.changes == (f"{path}=5%",)


def test_a_rule_is_named_by_its_id(laid_over: LaidOver) -> None:
    book, problems = laid_over("", "cumulative.amount-ahead.grade=超前", "gauge.gauge-short.status=on_track")

    assert problems == ()
    assert book is not None
    grades = {rule.ref.id: rule.grade for rule in book.verdicts.by_kind["cumulative"]}
    assert grades["amount-ahead"] == "超前"


def test_a_rung_is_named_by_itself_and_a_word_of_a_list_by_nothing(laid_over: LaidOver) -> None:
    book, problems = laid_over("", "工程建设.开工.months=3个月")

    assert problems == ()
    assert book is not None
    assert book.ladders["开工"].months - book.ladders["招标"].months == 3
    assert book.ladders["主体"].months - book.ladders["开工"].months == 2
    assert laid_over("", "silent.=无")[0] is None
    assert laid_over("", "工程建设..months=5个月")[0] is None


def test_a_dated_value_is_changed_for_every_date(laid_over: LaidOver) -> None:
    text = "thresholds: {all: {near_miss: [{value: 2%}, {from: 2024-01-01, value: 3%}]}}\n"

    book, problems = laid_over(text, "near_miss=4%")

    assert problems == ()
    assert book is not None
    assert book.later == ()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("tolerance=5%", "有2处叫这个名称,请写全其一:thresholds.cumulative.tolerance、thresholds.coverage.tolerance"),
        ("cumulative.tolerence=5%", "没有这一项;是不是“thresholds.cumulative.tolerance”?"),
        ("cumulative.tolerance", "应写成“项=值”"),
        ("=5%", "应写成“项=值”"),
        ("", "应写成“项=值”"),
    ],
)
def test_what_names_no_single_value_is_refused(laid_over: LaidOver, change: str, message: str) -> None:
    book, problems = laid_over("", change)

    assert book is None
    assert [problem.code for problem in problems] == ["rules-set"]
    assert message in problems[0].message


def test_a_mistake_in_the_value_is_shown_in_the_change_itself(laid_over: LaidOver) -> None:
    book, problems = laid_over("", "near_miss=2%", "cumulative.amount-behind.when=completion < expcted")

    assert book is None
    place, line, caret = problems[0].message.splitlines()
    assert place.startswith("--set:2:44: 不认识的名称“expcted”;是不是“expected”?")
    assert line.endswith("| cumulative.amount-behind.when=completion < expcted")
    assert caret.endswith("^^^^^^^")


def test_the_packaged_book_is_never_touched(laid_over: LaidOver) -> None:
    laid_over("", "cumulative.tolerance=5%")

    assert {one.value for one in default().thresholds if one.name == "tolerance"} == {0}
