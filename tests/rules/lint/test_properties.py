"""What is claimed of any list of bands holds of every case that was tried; of one figure nothing is overlooked."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.model import Problem
from engine.rules import Loaded
from engine.rules.facts.vocabulary import terms_of
from engine.rules.language.conditions import compile_condition

LIMITS = (40, 60, 80)
_figures = st.sampled_from([f"{limit}%" for limit in LIMITS])
_signs = st.sampled_from([">=", ">", "<", "<=", "=="])


def _comparisons(names: Sequence[str]) -> st.SearchStrategy[str]:
    return st.builds("{} {} {}".format, st.sampled_from(names), _signs, _figures)


def _conditions(names: Sequence[str]) -> st.SearchStrategy[str]:
    single = _comparisons(names)
    if len(names) > 1:
        single = st.one_of(single, single, st.sampled_from(["meets", "not meets", "failing", "month > 6月"]))
    joined = st.builds("{} {} {}".format, single, st.sampled_from(["and", "or"]), single)
    return st.one_of(single, joined, st.builds("not ({})".format, joined))


ONE = ("completion",)
THREE = ("completion", "expected", "completion - expected", "gap", "expected + completion")
SHARES = [None, *(Fraction(number, 100) for number in (-10, 0, 30, 40, 50, 60, 70, 80, 90, 120))]
CASES = [{"completion": share} for share in SHARES]


def _pairs() -> list[dict[str, Any]]:
    pairs = [
        {"completion": one, "expected": other} for one in SHARES for other in SHARES if other is None or other >= 0
    ]
    known = [pair for pair in pairs if None not in pair.values()]
    gaps = [pair["completion"] - pair["expected"] if pair in known else None for pair in pairs]
    rest = itertools.cycle(itertools.product([None, True, False], [True, False], [None, 6, 7]))
    names = ("meets", "failing", "month")
    return [
        pair | {"gap": gap} | dict(zip(names, next(rest), strict=True))
        for pair, gap in zip(pairs, gaps, strict=True)
        for _ in range(3)
    ]


PAIRS = _pairs()


def _holding(rules: Sequence[str], cases: Sequence[dict[str, Any]]) -> list[list[int]]:
    """The numbers of the rules that hold of each case."""
    compiled = [compile_condition(rule, terms_of("cumulative"))[0] for rule in rules]
    return [[number for number, one in enumerate(compiled) if one.holds(case)] for case in cases]


def _deciding(rules: Sequence[str], cases: Sequence[dict[str, Any]]) -> set[int]:
    return {held[0] for held in _holding(rules, cases) if held}


def _numbers(problems: Sequence[Problem], code: str) -> set[int]:
    """The numbers of the rules that findings of a code are about."""
    words = [problem.message.splitlines()[0] for problem in problems if problem.code == code]
    return {int(re.search(r"规则“cumulative-(\d+)”", one)[1]) for one in words}


@settings(max_examples=120)
@given(rules=st.lists(_conditions(ONE), min_size=1, max_size=5))
def test_of_one_figure_exactly_the_rules_that_never_decide_are_found(
    loaded: Callable[..., Loaded], rules: list[str]
) -> None:
    problems = loaded(cumulative=[*rules, ("其他", "unrated", "无法评判")]).problems

    impossible = {problem.source.row - 11 for problem in problems if problem.code == "rules-impossible"}
    assert _numbers(problems, "rules-unreachable") | impossible == set(range(len(rules))) - _deciding(rules, CASES)


@settings(max_examples=80)
@given(rules=st.lists(_conditions(THREE), min_size=1, max_size=5))
def test_a_rule_that_is_said_to_be_unreachable_decides_no_case(loaded: Callable[..., Loaded], rules: list[str]) -> None:
    problems = loaded(cumulative=[*rules, ("其他", "unrated", "无法评判")]).problems

    assert not _numbers(problems, "rules-unreachable") & _deciding(rules, PAIRS)


@settings(max_examples=120)
@given(rules=st.lists(_conditions(THREE), min_size=1, max_size=5))
def test_no_rule_holds_of_the_example_of_a_gap_and_without_one_every_case_has_a_rule(
    loaded: Callable[..., Loaded], rules: list[str]
) -> None:
    problems = loaded(cumulative=rules).problems

    gaps = [problem.message.splitlines()[0] for problem in problems if problem.code == "rules-gap"]
    assert all(_holding(rules, [_told(gap)]) == [[]] for gap in gaps)
    assert gaps or all(_holding(rules, PAIRS))


@settings(max_examples=120)
@given(rules=st.lists(_conditions(THREE), min_size=2, max_size=5))
def test_both_rules_hold_of_the_example_of_an_overlap(loaded: Callable[..., Loaded], rules: list[str]) -> None:
    problems = loaded(cumulative=[*rules, ("其他", "unrated", "无法评判")]).problems

    for problem in problems:
        if problem.code == "rules-overlap":
            words = problem.message.splitlines()[0]
            second, first = (int(number) for number in re.findall(r"规则“cumulative-(\d+)”", words))
            (held,) = _holding(rules, [_told(words)])
            assert held[0] == first
            assert second in held


def _told(words: str) -> dict[str, Any]:
    """The case that a message gives as its example; what it does not name is not known, or not so."""
    case: dict[str, Any] = dict.fromkeys(("completion", "expected", "gap", "meets", "month"))
    case |= {name: Fraction(figure) / 100 for name, figure in re.findall(r"(\w+) 为(-?[\d.]+)%", words)}
    case |= {name: int(figure) for name, figure in re.findall(r"(month) 为(\d+)月", words)}
    case |= {name: not denial for name, denial in re.findall(r"(meets|failing) (不?)成立", words)}
    if None not in (case["completion"], case["expected"]):
        case["gap"] = case["completion"] - case["expected"]
    return {"failing": False} | case
