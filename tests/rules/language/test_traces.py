"""A condition taken apart: every comparison with the figures of the case, and whether it holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from engine.model import Reading
from engine.rules import RuleBook
from engine.rules.facts.target import TargetFacts
from engine.rules.facts.vocabulary import terms_of
from engine.rules.language.conditions import compile_condition
from engine.rules.language.traces import compared

JUNE = date(2023, 6, 30)


@pytest.mark.parametrize(
    ("condition", "shown"),
    [
        ("completion < expected", [("completion < expected", "22% < 50%", True)]),
        ("completion >= expected - 5个百分点", [("completion >= expected - 5个百分点", "22% >= 45%", False)]),
        ("not meets", [("not meets", "达到目标:否", True)]),
        ("not (completion < 50% or ceiling)", [
            ("not completion < 50%", "not 22% < 50%", False),
            ("not ceiling", "控制性目标:否", True),
        ]),
        ("0% < completion <= 30%", [("0% < completion <= 30%", "0% < 22% <= 30%", True)]),
        ("stated >= 50%", [("stated >= 50%", "未知 >= 50%", False)]),
        ("stage == 'completed' and months_left > 2个月", [
            ("stage == 'completed'", "completed == 'completed'", True),
            ("months_left > 2个月", "6个月 > 2个月", True),
        ]),
        ("actual >= target * expected", [("actual >= target * expected", "2.2公里 >= 5公里", False)]),
        ("actual < 100", [("actual < 100", "2.2公里 < 100公里", True)]),
        ("actual - 1 > 0", [("actual - 1 > 0", "1.2公里 > 0公里", True)]),
        ("stage == 'planned'", [("stage == 'planned'", "completed == 'planned'", False)]),
        ("其他", []),
    ],
)  # fmt: skip
def test_every_comparison_is_shown_with_its_figures(
    book: RuleBook, reading: Callable[..., Reading], condition: str, shown: list[tuple[str, str, bool]]
) -> None:
    facts = TargetFacts(reading("cumulative", "10公里", "2.2公里"), JUNE, book)

    found = compared(condition, terms_of("cumulative"), facts)
    assert [(one.words, one.figures, one.holds) for one in found] == shown


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("completion < expected - 5个百分点", [("完成率低于序时进度减5个百分点", True)]),
        ("not (meets or stage == 'planned')", [("未达到目标", False), ("佐证不处于“计划”阶段", False)]),
        ("month == 6月", [("数据月份为6月", True)]),
    ],
)
def test_every_comparison_is_told_in_chinese_words_and_known_to_be_of_figures_or_not(
    book: RuleBook, reading: Callable[..., Reading], condition: str, told: list[tuple[str, bool]]
) -> None:
    facts = TargetFacts(reading("cumulative", "10公里", "2.2公里"), JUNE, book)

    found = compared(condition, terms_of("cumulative"), facts)
    assert [(one.told, one.measured) for one in found] == told


def test_an_amount_in_percent_is_shown_as_a_share(book: RuleBook, reading: Callable[..., Reading]) -> None:
    facts = TargetFacts(reading("growth", "6%", "5.1%"), JUNE, book)

    (one,) = compared("actual < target - 0.5个百分点", terms_of("growth"), facts)
    assert one.figures == "5.1% < 5.5%"


def test_the_comparisons_agree_with_the_verdict_of_every_rule(book: RuleBook, reading: Callable[..., Reading]) -> None:
    facts = TargetFacts(reading("cumulative", "10公里", "5.5公里"), JUNE, book)
    terms = terms_of("cumulative", book.thresholds)

    for rule in book.verdicts.by_kind["cumulative"]:
        if " or " not in rule.when.text and not rule.when.always:
            assert all(one.holds for one in compared(rule.when.text, terms, facts)) is rule.when.holds(facts)
        assert compile_condition(rule.when.text, terms)[1] == []
