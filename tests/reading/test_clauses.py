"""Clauses: where a cell is cut, what is hidden from the cues, and that offsets hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.reading.clauses import mask, split

OFFICE = st.text(alphabet="已完成投资增长、,,。;;(())“”《》 \n\t1234.%亿元", max_size=60)


def pieces(text):
    return [text[clause.start : clause.end] for clause in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收入43.9亿元,增长4.2%。", ["收入43.9亿元", "增长4.2%"]),
        ("已建成3座;在建2座", ["已建成3座", "在建2座"]),
        ("完成投资12,500万元,占60%", ["完成投资12,500万元", "占60%"]),
        ("投资8,增长3", ["投资8", "增长3"]),
        ("新建学校、医院各2所", ["新建学校、医院各2所"]),
        ("印发《规划,方案》,已实施", ["印发《规划,方案》", "已实施"]),
        ("实施“强基,固本”行动,成效明显", ["实施“强基,固本”行动", "成效明显"]),
        ("开工5个(其中省级2个,市级3个),竣工1个", ["开工5个(其中省级2个,市级3个)", "竣工1个"]),
        ("一是启动\n二是完成", ["一是启动", "二是完成"]),
        ("。;,", []),
        ("", []),
    ],
)
def test_a_cell_is_cut_at_its_punctuation(text, expected):
    assert pieces(text) == expected


def test_a_full_stop_ends_a_sentence_and_a_semicolon_only_a_group():
    clauses = split("甲,乙;丙。丁")
    assert [(clause.sentence, clause.group) for clause in clauses] == [(0, 0), (0, 0), (0, 1), (1, 2)]


def test_names_and_asides_are_hidden_but_keep_their_place():
    text = "出台《增长8%方案》(新增3个)"
    assert len(mask(text)) == len(text)
    assert not any(char.isdigit() for char in mask(text))


@given(OFFICE)
def test_a_clause_is_what_stands_at_its_offsets(text):
    hidden = mask(text)
    assert len(hidden) == len(text)
    for clause in split(text):
        assert clause.text == hidden[clause.start : clause.end] != ""


@given(OFFICE)
def test_clauses_follow_each_other_and_lose_only_punctuation_and_blanks(text):
    clauses = split(text)
    edges = [0, *(edge for clause in clauses for edge in (clause.start, clause.end)), len(text)]
    assert edges == sorted(edges)
    gaps = "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    assert set(gaps) <= set(",,。;;!!??\n \t\r")
