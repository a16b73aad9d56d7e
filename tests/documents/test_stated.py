"""The date that a document states above its table: one date, many phrasings; and dates that are none."""

from datetime import date

import pytest

from engine.documents import read_text

TABLE = "\n序号|任务|完成情况|责任单位\n1|甲|乙|丙\n"

STATED = {
    date(2023, 6, 30): (
        *("截至2023年6月30日", "截止到2023年6月30日止", "(截至 2023 年 6 月 30 日)", "截至2023-06-30", "截至2023.6.30"),
        *("截至2023年6月底", "截至2023年6月末", "截至2023年6月", "2023年1-6月完成情况", "(2023年1—6月)"),
        *("2023年1月至6月", "2023年1至6月重点工作", "2023年元-6月", "2023年上半年重点工作完成情况"),
        *("2023年重点工作完成情况(截至6月30日)", "示例市2023年度重点工作任务上半年完成情况表"),
    ),
    date(2023, 3, 31): ("2023年一季度完成情况", "2023年第一季度", "2023年1季度", "2023年1-3月"),
    date(2023, 9, 30): ("2023年前三季度", "截至2023年9月底"),
    date(2024, 2, 29): ("2024年1-2月", "截至2024年2月底"),
}
NONE = (
    *("", "2023年重点工作任务", "2023年3月1日印发", "成文日期: 2023-03-01", "截至目前", "截至6月30日", "1-6月"),
    *("截至2023年2月30日", "截至2023年13月", "截至0000年1月1日", "2022年上半年\n2023年上半年"),
    "各单位要在2023年上半年之前把本单位的重点工作逐项细化分解,明确到人到岗到月,按季度报送,由督查室汇总之后统一通报,并作为年终考核的依据。",
)


@pytest.mark.parametrize(("day", "title"), [(day, title) for day, titles in STATED.items() for title in titles])
def test_a_title_that_states_a_date_gives_it(day, title):
    assert read_text(title + TABLE).as_of == day


@pytest.mark.parametrize("title", NONE)
def test_a_title_that_states_no_single_date_gives_none(title):
    assert read_text(title + TABLE).as_of is None


def test_dates_within_the_table_are_no_date_of_the_document():
    assert read_text("序号|任务|完成情况|责任单位\n1|甲|截至2023年6月30日完成|丙\n").as_of is None
