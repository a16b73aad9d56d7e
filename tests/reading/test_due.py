"""The column of deadlines: it counts where the words of the task set no deadline of their own."""

from datetime import date

import pytest

from engine import reading
from engine.model import Source, Task


def months(due, text="建设绿道10公里。"):
    task = Task(id="1", text=text, progress="", units="", source=Source(path="x"), due=due)
    return [one.target.deadline_month for one in reading.read(task, date(2024, 9, 30))]


@pytest.mark.parametrize(
    ("due", "month"),
    [("6月底", 6), ("2024-10-31", 10), ("2024.8", 8), ("三季度", 9), ("2024年11月30日", 11), ("上半年", 6)],
)
def test_a_cell_of_the_column_sets_the_month(due, month):
    assert months(due) == [month]


@pytest.mark.parametrize("due", ["", "长期", "全年", "年底", "2026年6月底", "持续推进"])
def test_a_cell_that_names_no_month_of_this_year_leaves_the_year_end(due):
    assert months(due) == [12]


def test_the_words_of_the_task_come_first():
    assert months("9月底", "8月底前建成绿道10公里。") == [8]


def test_a_stage_that_ends_with_the_column_of_deadlines_is_no_stage():
    task = Task(id="1", text="建设绿道10公里,上半年80%。", progress="", units="", source=Source(path="x"), due="6月底")
    assert [one.target.nodes for one in reading.read(task, date(2024, 6, 30))] == [()]
