"""Boards: the targets of a document ranked by a share, so that a bulletin can name the bottom five."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model import Reading
from engine.rules import Placing, RuleBook, loads

JUNE = date(2023, 6, 30)
BOARDS = """
extends: 自带规则
meta: {name: 排名, version: "1"}
boards:
  - {name: 小区, any_of: [小区], by: completion}
  - {name: 其余, any_of: [小区, 道路], by: completion}
verdicts:
  cumulative:
    - {id: last, when: rank_from_last <= 1, status: lagging, grade: 靠后, because: '{peers}个中第{rank},平均{average}'}
"""


@pytest.fixture(scope="module")
def ranked() -> RuleBook:
    book, problems = loads(BOARDS, "boards.yaml")
    assert problems == ()
    assert book is not None
    return book


@pytest.fixture
def placed(ranked: RuleBook, reading: Callable[..., Reading]) -> Callable[..., list[Placing | None]]:
    def make(*figures: str | None, indicator: str = "改造小区") -> list[Placing | None]:
        readings = [reading("cumulative", "100个", figure, target={"indicator": indicator}) for figure in figures]
        return ranked.placings(readings, JUNE)

    return make


def test_the_highest_share_is_first_and_the_lowest_last(placed: Callable[..., list[Placing | None]]) -> None:
    found = placed("20个", "80个", "50个")

    assert [(one.rank, one.rank_from_last) for one in found if one] == [(3, 1), (1, 3), (2, 2)]
    assert {(one.peers, one.average) for one in found if one} == {(3, Fraction(1, 2))}


def test_whoever_stands_alike_shares_the_place_and_the_next_is_left_out(
    placed: Callable[..., list[Placing | None]],
) -> None:
    found = placed("80个", "80个", "20个", "20个", "20个")

    assert [(one.rank, one.rank_from_last) for one in found if one] == [(1, 4), (1, 4), (3, 1), (3, 1), (3, 1)]


def test_one_row_competes_once(ranked: RuleBook, reading: Callable[..., Reading]) -> None:
    """Neither the higher of two tiers nor an earlier stage of a target is ranked beside it."""
    goal = reading("cumulative", "100个", "30个", target={"indicator": "小区", "nodes": ((6, Decimal(40)),)})
    stage = reading("cumulative", "40个", "30个", target={"indicator": "小区", "deadline_month": 6})
    stretch = reading("cumulative", "120个", "30个", target={"indicator": "小区", "stretch": True})

    assert [one and one.peers for one in ranked.placings([goal, stage, stretch], JUNE)] == [1, None, None]


def test_what_has_no_figure_is_not_ranked(placed: Callable[..., list[Placing | None]]) -> None:
    found = placed("20个", None, "50个")

    assert found[1] is None
    assert [one.peers for one in found if one] == [2, 2]


def test_what_fits_no_board_is_not_ranked(placed: Callable[..., list[Placing | None]]) -> None:
    assert placed("20个", indicator="绿道") == [None]


def test_boards_are_apart_and_the_first_that_fits_counts(ranked: RuleBook, reading: Callable[..., Reading]) -> None:
    names = ("改造小区", "小区道路", "修建道路")
    readings = [reading("cumulative", "100个", "50个", target={"indicator": name}) for name in names]

    found = ranked.placings(readings, JUNE)

    assert [one.peers for one in found if one] == [2, 2, 1]


def test_a_rule_can_name_the_last_ones(ranked: RuleBook, reading: Callable[..., Reading]) -> None:
    readings = [reading("cumulative", "100个", figure, target={"indicator": "改造小区"}) for figure in ("90个", "60个")]

    places = ranked.placings(readings, JUNE)
    verdicts = [ranked.judge(one, JUNE, place) for one, place in zip(readings, places, strict=True)]

    assert [(one.grade, one.because) for one in verdicts][1] == ("靠后", "2个中第2,平均75%")
    assert verdicts[0].grade == "超序时"


def test_a_target_that_is_judged_alone_has_no_place(ranked: RuleBook, reading: Callable[..., Reading]) -> None:
    verdict = ranked.judge(reading("cumulative", "100个", "90个", target={"indicator": "改造小区"}), JUNE)

    assert verdict.grade == "超序时"


@given(shares=st.lists(st.integers(0, 9), min_size=1, max_size=30))
def test_a_place_is_one_more_than_the_number_of_those_better(
    ranked: RuleBook, reading: Callable[..., Reading], shares: list[int]
) -> None:
    readings = [reading("cumulative", "100个", f"{share}个", target={"indicator": "小区"}) for share in shares]

    for share, place in zip(shares, ranked.placings(readings, JUNE), strict=True):
        assert place is not None
        assert place.rank == 1 + sum(other > share for other in shares)
        assert place.rank_from_last == 1 + sum(other < share for other in shares)
