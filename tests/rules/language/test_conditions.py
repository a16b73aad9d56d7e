"""The comparison language: what it means, what it refuses, and that no text at all makes it raise."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules.facts.vocabulary import TARGET_TERMS, terms_of
from engine.rules.language.conditions import compile_condition, compile_share

HALF = Fraction(1, 2)
FACTS: dict[str, Any] = {
    "completion": Fraction(45, 100),
    "expected": HALF,
    "gap": Fraction(-5, 100),
    "month": 6,
    "months_left": 6,
    "deadline": 12,
    "meets": False,
    "failing": True,
    "year_over": False,
    "stage": "completed",
    "kind": "cumulative",
    "indicator": "绿道",
    "actual": Fraction(9, 2),
    "target": Fraction(10),
    "rung": None,
    "target_rung": 5,
    "nearness": None,
    "placed": None,
}

HOLD = [
    "completion >= expected - 5%",
    "completion >= expected - 5个百分点",
    "completion ≥ 45%",
    "completion ≤ 45%",
    "completion >= 45 %",
    "gap == -5%",
    "gap >= -(2% + 3%)",
    "month == 6",
    "month == 6月",
    "months_left > 2个月",
    "completion < month / 12",
    "month / deadline == 50%",
    "actual / target == 45%",
    "completion / expected == 90%",
    "actual * 2 == 9",
    "target * 45% == actual",
    "40% <= completion < 50%",
    "failing and not meets",
    "not (meets or year_over)",
    "(failing)",
    "stage == 'completed' and kind != \"milestone\"",
    "indicator == '绿道'",
    "gap < 0",
    "not (completion >= expected)",
    "completion >= 100% or failing",
    "(completion >= 40%)",
    "其他",
]
NOT_HOLD = [
    "completion >= expected",
    "meets",
    "not failing",
    "stage == 'applied'",
    "50% <= completion < 60%",
    # a term that is not known: neither the comparison nor its negation holds
    "rung >= target_rung",
    "not (rung >= target_rung)",
    "not not (rung >= target_rung)",
    "rung + 1 > 0",
    "nearness == nearness",
    "not (nearness == nearness)",
    "placed",
    "not placed",
    "nearness >= 50% and failing",
    "not (nearness >= 50% or meets)",
    "completion / (expected - 50%) > 0",
]
REFUSED = {
    "": (0, "缺少条件"),
    "complation >= 5%": (0, "不认识的名称“complation”;是不是“completion”"),
    "completion >= 5": (0, "“completion”(份额)与“5”(个数)不能比较"),
    "completion >= 0.5": (0, "份额请带单位"),
    "completion > 5月": (0, "不能比较"),
    "stage > 'completed'": (0, "文字只能用"),
    "stage == 'complete'": (9, "“stage”不会是“complete”"),
    "stage == 5": (0, "不能比较"),
    "meets == failing": (0, "是非名称直接写"),
    "completion": (0, "不是条件"),
    "completion = 5%": (11, "相等请写“==”"),
    "completion >= 5% expected": (17, "之前缺少比较符号"),
    "completion >=": (11, "之后没有内容"),
    "(completion >= 5%": (0, "条件到此不通"),
    "completion ** 2 > 5%": (12, "条件到此不通"),
    "__import__('os')": (0, "不能这样写"),
    "completion.real > 5%": (10, "看不懂“.”"),
    "[1][0] > 5%": (0, "看不懂“[”"),
    "lambda: 1": (6, "看不懂“:”"),
    "completion + month > 5%": (0, "不能相加"),
    "actual * target > 5": (0, "不能相乘"),
    "stage / 2 > 5": (0, "不能相除"),
    "meets > 1%": (0, "是非名称"),
    "(completion > 5%) > 5%": (1, "比较的两边"),
    "completion > 99999999999999999999%": (13, "数字过长"),
    "completion > '5%": (13, "引号请成对"),
    "(" * 30 + "meets" + ")" * 30: (20, "层次过深"),
    "meets or " * 200 + "meets": (0, "条件过长"),
    "+completion > 5%": (0, "不能这样写"),
    "()": (0, "不能这样写"),
    "1 < 2 if meets": (6, "之前缺少"),
}


@pytest.mark.parametrize("text", HOLD)
def test_this_condition_holds(text: str) -> None:
    condition, faults = compile_condition(text, TARGET_TERMS)

    assert faults == []
    assert condition.holds(FACTS) is True


@pytest.mark.parametrize("text", NOT_HOLD)
def test_this_condition_does_not_hold(text: str) -> None:
    condition, faults = compile_condition(text, TARGET_TERMS)

    assert faults == []
    assert condition.holds(FACTS) is False


@pytest.mark.parametrize("text", REFUSED)
def test_this_condition_is_refused_at_its_place(text: str) -> None:
    start, words = REFUSED[text]

    condition, faults = compile_condition(text, TARGET_TERMS)

    assert not condition.always
    assert start in [fault.start for fault in faults if words in fault.message]


def test_all_mistakes_of_a_condition_are_told_at_once() -> None:
    _, faults = compile_condition("complation > 5% and month > 5% or stage == 'x'", TARGET_TERMS)

    assert [fault.start for fault in faults] == [0, 20, 43]


def test_growth_figures_are_percentages_and_must_say_so() -> None:
    assert compile_condition("shortfall <= 0.3", TARGET_TERMS)[1] == []
    assert compile_condition("shortfall <= 0.3", terms_of("growth"))[1] != []
    assert compile_condition("shortfall <= 0.3个百分点", terms_of("growth"))[1] == []


def test_full_width_parentheses_and_percent_are_read() -> None:
    condition, faults = compile_condition("\uff08completion >= 45\uff05\uff09", TARGET_TERMS)

    assert faults == []
    assert condition.holds(FACTS)


def test_a_measure_must_come_to_a_share() -> None:
    assert compile_share("completion / expected", TARGET_TERMS)[1] == []
    assert compile_share("month", TARGET_TERMS)[1] != []
    assert compile_share("completion > expected", TARGET_TERMS)[1] != []


SIGNS = "and|or|not|>=|<|==|≥|+|-|*|/|(|)|5%|3月|1|0|'completed'|其他|if|else|lambda|None|**|//|:=|in|is|["
WORDS = st.sampled_from([*sorted(TARGET_TERMS), *SIGNS.split("|")])


@given(st.text(max_size=80) | st.lists(WORDS, max_size=12).map(" ".join))
def test_no_text_makes_the_language_raise(text: str) -> None:
    for terms in (TARGET_TERMS, terms_of("growth")):
        condition, faults = compile_condition(text, terms)
        compile_share(text, terms)
        if not faults:
            assert condition.holds(dict.fromkeys(terms)) in (True, False)


@given(st.lists(WORDS, max_size=10).map(" ".join))
def test_nothing_and_its_negation_both_hold(text: str) -> None:
    condition, faults = compile_condition(text, TARGET_TERMS)
    negation, more = compile_condition(f"not ({text})", TARGET_TERMS)
    facts = dict.fromkeys(TARGET_TERMS) | FACTS
    if not faults and not more and not condition.always:
        assert not (condition.holds(facts) and negation.holds(facts))


@given(st.fractions(0, 2), st.fractions(0, 1), st.integers(0, 99))
def test_a_comparison_is_exact(completion: Fraction, expected: Fraction, points: int) -> None:
    condition, _ = compile_condition(f"completion >= expected - {points}%", TARGET_TERMS)

    holds = condition.holds({"completion": completion, "expected": expected})

    assert holds == (completion >= expected - Fraction(points, 100))
