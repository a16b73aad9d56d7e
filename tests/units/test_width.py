"""Full-width signs read as half-width ones, each in its place."""

from hypothesis import given
from hypothesis import strategies as st

from engine.units import narrow


def test_punctuation_digits_and_letters_become_half_width():
    assert narrow("\uff11\uff12\uff0e\uff15\uff05\uff0c\uff08\uff21\uff09\uff1b") == "12.5%,(A);"


@given(st.text())
def test_no_character_moves(text):
    assert len(narrow(text)) == len(text)


@given(st.text())
def test_what_is_narrow_stays(text):
    assert narrow(narrow(text)) == narrow(text)
