"""Likeness of names: whole words, abbreviations, shortened names, thresholds."""

import pytest

from engine.reading.likeness import presence, shortened


@pytest.mark.parametrize(
    ("word", "text"),
    [("幼儿园", "新建幼儿园6所"), ("亿元", "亿元以上项目"), ("5G", "建成5G基站")],
)
def test_a_word_that_stands_there_is_there_whole(word, text):
    assert presence(word, text) == presence(word, word)


@pytest.mark.parametrize(
    ("word", "text"),
    [("幼儿园", "新建绿道6公里"), ("亿元", "10亿元以上项目"), ("幼儿园", ""), ("5G", "建成15G")],
)
def test_a_word_that_does_not_is_not_and_a_threshold_is_no_part_of_another(word, text):
    assert presence(word, text) == 0


def test_an_abbreviation_is_nearly_the_word_and_more_than_a_part_of_it():
    word = "高新技术企业"
    assert presence(word, word) > presence(word, "新认定高企38家") > presence(word, "新认定企业38家") > 0


@pytest.mark.parametrize(
    ("name", "text", "same"),
    [
        ("农业科技创新中心", "农业科创中心已建成", True),
        ("国际会展中心二期工程", "会展中心二期", False),
        ("县博物馆", "县图书馆", False),
        ("", "县图书馆", False),
    ],
)
def test_a_shortened_name_keeps_the_first_character_and_the_order(name, text, same):
    assert shortened(name, text) is same
