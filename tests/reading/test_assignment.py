"""The assignment gives the greatest sum of scores: held against networkx."""

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.reading.assignment import assign


def sum_of(scores, chosen):
    return sum(scores[row][column] for row, column in enumerate(chosen) if column is not None)


def greatest_sum(scores):
    graph = networkx.Graph()
    for row, own in enumerate(scores):
        for column, score in enumerate(own):
            if score > 0:
                graph.add_edge(("row", row), ("column", column), weight=score)
    matching = networkx.max_weight_matching(graph)
    return sum(graph.edges[edge]["weight"] for edge in matching)


@st.composite
def tables(draw):
    """Tables of scores: a row for each target, a column for each statement; 0 or less is impossible."""
    rows, columns = draw(st.integers(0, 7)), draw(st.integers(0, 7))
    row = st.lists(st.integers(-3, 1200), min_size=columns, max_size=columns)
    return draw(st.lists(row, min_size=rows, max_size=rows))


@given(tables())
def test_the_sum_of_scores_is_the_greatest_there_is(scores):
    assert sum_of(scores, assign(scores)) == greatest_sum(scores)


@given(tables())
def test_no_statement_is_given_twice_and_no_impossible_pair_is_made(scores):
    chosen = assign(scores)
    taken = [column for column in chosen if column is not None]
    assert len(chosen) == len(scores)
    assert len(set(taken)) == len(taken)
    assert all(scores[row][column] > 0 for row, column in enumerate(chosen) if column is not None)


@pytest.mark.parametrize(
    ("scores", "chosen"),
    [
        ([], []),
        ([[], []], [None, None]),
        ([[0, -1]], [None]),
        ([[500, 500]], [0]),
        ([[900, 800], [850, 100]], [1, 0]),
        ([[900], [950]], [None, 0]),
    ],
    ids=["no targets", "no statements", "impossible", "a tie", "not greedy", "too few"],
)
def test_by_hand(scores, chosen):
    assert assign(scores) == chosen
