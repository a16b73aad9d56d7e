"""The small parts of explanations: templates, safe text, shares as decimals, problems."""

from fractions import Fraction
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.explain import problem_text
from engine.explain.phrases import PHRASES
from engine.explain.shares import cut, share
from engine.explain.visible import cells, visible
from engine.model import Problem, Source


@pytest.mark.parametrize("key", PHRASES)
def test_both_languages_of_a_phrase_take_the_same_fields(key):
    chinese, english = ({name for _, name, _, _ in Formatter().parse(text) if name} for text in PHRASES[key])
    if key != "graded":  # the grade is the rules' own Chinese word, so English gives the status
        assert chinese == english


@given(st.text())
def test_visible_text_has_nothing_that_a_terminal_obeys(text):
    shown = visible(text)
    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or 0x202A <= ord(c) <= 0x202E for c in shown)
    assert visible(shown) == shown


@given(st.text(alphabet=st.characters(categories=["L", "N", "P"]), max_size=40))
def test_ordinary_text_is_left_alone(text):
    assert visible(text) == text


@pytest.mark.parametrize(("text", "width"), [("", 0), ("abc", 3), ("绿道10公里", 10), ("Ａ", 2), ("e\u0301", 1)])
def test_chinese_characters_take_two_cells(text, width):
    assert cells(text) == width


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(11, 50), "0.22"),
        (Fraction(1, 2), "0.5"),
        (Fraction(-28), "-28"),
        (Fraction(100), "100"),
        (Fraction(2, 3), "0.666666"),
        (Fraction(-2, 3), "-0.666666"),
        (Fraction(-1, 10**9), "0"),
        (Fraction(0), "0"),
    ],
)
def test_a_share_is_cut_toward_zero_and_keeps_no_needless_zeros(number, text):
    assert share(number) == text


@given(st.fractions(), st.integers(1, 9))
def test_a_cut_number_is_never_larger_and_never_far_off(number, places):
    shown = Fraction(cut(number, places))
    assert abs(shown) <= abs(number)
    assert abs(number - shown) < Fraction(1, 10**places)


def test_a_problem_leads_with_its_place_and_ends_with_advice():
    place = Source(path="rules.yaml", row=12, column=5)
    problem = Problem(code="x", severity="error", message="没有这个键。", source=place, suggestion="请改为 verdicts。")
    assert problem_text(problem) == "rules.yaml:12:5: 错误: 没有这个键。\n  → 请改为 verdicts。"
    assert problem_text(problem, "en").startswith("rules.yaml:12:5: error: ")


def test_a_message_that_names_its_place_itself_does_not_name_it_twice():
    place = Source(path="r.yaml", row=1, column=2)
    problem = Problem(code="x", severity="error", message="r.yaml:1:2: 缺少键", source=place)
    assert problem_text(problem) == "r.yaml:1:2: 错误: 缺少键"


def test_a_problem_without_a_place_is_only_its_message():
    assert problem_text(Problem(code="x", severity="note", message="无。")) == "提示: 无。"


def test_a_message_keeps_its_own_lines_but_no_control_characters():
    problem = Problem(code="x", severity="warning", message="a: b\n^\x1b[2J")
    assert problem_text(problem) == "警告: a: b\n^␛[2J"
