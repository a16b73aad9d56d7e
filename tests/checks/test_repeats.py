"""Figures that two tasks give (see the corpus same_figure.txt)."""

from __future__ import annotations

import pytest

CORPUS = "same_figure"


def test_the_figures_agree_as_the_rule_says(row, holds_as_said):
    holds_as_said(row, "check-same-figure")


SAME = ("新增公共停车位7000个。", "优化城市品质,新增公共停车位6500个。")


def found(recompute, task_of, **columns):
    tasks = [
        task_of(number, text, "", **{column: pair[number - 1] for column, pair in columns.items()})
        for number, text in enumerate(SAME, 1)
    ]
    return [one for one in recompute(*tasks) if one.code == "check-same-figure"]


def test_two_units_that_state_one_target_differently_contradict_each_other(recompute, task_of):
    (one,) = found(recompute, task_of, units=("市建设局", "市城管局"))
    assert not one.holds


@pytest.mark.parametrize("column", ["units", "category"])
def test_the_same_promise_of_two_areas_is_no_contradiction(recompute, task_of, column):
    assert found(recompute, task_of, **{column: ("东湖区", "西湖区")}) == []
