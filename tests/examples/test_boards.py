"""Conventions that rank: the places are worked out from all rows of a real table file."""

from __future__ import annotations

import pytest

JUNE_2020, JULY_2021, SEPTEMBER_2020 = "2020-06-30", "2021-07-31", "2020-09-30"
BOTTOM_FIVE = [
    (JUNE_2020, ["3.2", "8.9", "11.4", "15.7", "16.1"], "16.2"),
    (JULY_2021, ["30.5", "41.8", "44.3", "52.6", "55.1"], "55.2"),
    (SEPTEMBER_2020, ["49.9", "58.1", "66.4", "70.3", "74.4"], "74.5"),
]


def starts(shares: list[str]) -> list[tuple[str, str]]:
    """A row for each region: its share in percent of 1000 neighbourhoods begun."""
    return [
        (f"第{number}地区老旧小区开工改造1000个。", f"老旧小区已开工改造{share.replace('.', '')}个。")
        for number, share in enumerate(shares, 1)
    ]


def investments(shares: list[int]) -> list[tuple[str, str]]:
    return [
        (f"第{number}地区完成重点项目投资100亿元。", f"重点项目完成投资{share}亿元。")
        for number, share in enumerate(shares, 1)
    ]


def grades(report) -> list[str]:
    """The grade of each row's one target."""
    return [target.verdict.grade for task in report for target in task.targets]


@pytest.mark.parametrize(("day", "bottom", "next_one"), BOTTOM_FIVE)
def test_the_bottom_five_by_start_rate_are_named_whatever_the_rate(table, rules, day, bottom, next_one):
    better = [next_one, *(f"{share}.0" for share in range(76, 96))]
    found = grades(table(starts([*better, *bottom]), day, rules("mohurd-2020")))
    assert [number for number, grade in enumerate(found) if grade == "开工进展较慢"] == list(range(21, 26))
    assert found[:1] == ["未点名"]
    assert found.count("开工进展较快") == 5


def test_two_that_stand_alike_at_the_line_are_both_named(table, rules):
    shares = ["16.1", "16.1", "3.2", "8.9", "11.4", "15.7", *(f"{share}.0" for share in range(50, 60))]
    found = grades(table(starts(shares), JUNE_2020, rules("mohurd-2020")))
    assert found[:6] == ["开工进展较慢"] * 6
    assert found.count("开工进展较慢") == 6


def test_who_has_begun_all_is_done_and_never_slow(table, rules):
    shares = ["100.0", *(f"{share}.0" for share in range(80, 90))]
    assert grades(table(starts(shares), SEPTEMBER_2020, rules("mohurd-2020")))[0] == "已完成"


def test_the_number_that_is_named_is_a_figure_of_the_file(table, rules, tmp_path):
    """湖南省 named the bottom three in 2021."""
    text = rules("mohurd-2020").read_text(encoding="utf-8")
    three = tmp_path / "three.yaml"
    three.write_text(text.replace("点名数: 5", "点名数: 3"), encoding="utf-8")
    shares = ["95.3", "74.0", "40.1", "52.2", "61.3", *(f"{share}.0" for share in range(80, 90))]
    found = grades(table(starts(shares), "2021-08-31", three))
    assert [number for number, grade in enumerate(found) if grade == "开工进展较慢"] == [2, 3, 4]


def test_the_public_board_holds_each_against_the_average(table, rules):
    """The mean of 80, 60 and 40 is 60, however late in the year it is."""
    report = table(investments([80, 60, 40]), SEPTEMBER_2020, rules("fuzhou-jx-2020"))
    assert grades(report) == ["绿圈", "绿圈", "红圈"]
    assert [target.verdict.light for task in report for target in task.targets] == ["green", "green", "red"]


def test_a_hair_below_the_average_is_a_red_circle(table, rules):
    report = table(investments([81, 60, 40]), "2020-03-31", rules("fuzhou-jx-2020"))
    assert grades(report) == ["绿圈", "红圈", "红圈"]


def test_red_and_black_lists_ask_for_the_goal_and_the_place(table, rules):
    shares = [71, 66, 62, 58, 54, 52, 51, 50, 49, 44, 38, 31]
    found = grades(table(investments(shares), "2022-06-30", rules("mianyang-2022")))
    assert found[:5] == ["红榜"] * 5
    assert found[5:8] == ["超序时", "超序时", "达序时"]
    assert found[8:] == ["黑榜"] * 4


def test_nobody_is_on_the_black_list_where_all_meet_the_goal(table, rules):
    found = grades(table(investments([71, 66, 62, 58, 54, 53]), "2022-06-30", rules("mianyang-2022")))
    assert "黑榜" not in found
