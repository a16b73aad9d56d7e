"""One period, many phrasings; and words that only look like a period."""

import pytest

from engine.units import periods

CORPUS: list[tuple[str, int | None, int | None, int | None, str]] = [
    ("through", 1, 3, None, "一季度|第一季度|1季度|首季|首季度|Q1|1-3月|1-3月份|1至3月|元至3月"),
    ("through", 1, 3, None, "前3个月|前3月|截至3月末|至3月底|3月底|3月末"),
    ("through", 4, 6, None, "二季度|第二季度|2季度|4-6月"),
    ("through", 7, 9, None, "三季度|第三季度|３季度"),
    ("through", 1, 9, None, "前三季度|前三个季度|1—9月|1~9月|1～9月|1到9月|截至9月30日|至9月底|到9月底|三季度末"),
    ("through", 1, 6, None, "上半年|今年上半年|1-6月|截至6月19日|截止6月底|６月底"),
    ("through", 7, 12, None, "下半年"),
    ("through", 8, 8, None, "8月|8月份|八月份"),
    ("through", 1, 12, None, "1-12月|十二月月底|12月底"),
    ("through", 1, 5, 2011, "截止2011年5月27日|2011年1-5月|截至2011年5月末"),
    ("through", 1, 6, None, "1月1日至6月30日"),
    ("date", 6, 6, None, "6月21日|6月2日|六月二十一日|6月21号"),
    ("date", 6, 6, 2023, "2023年6月30日"),
    ("by", None, 6, None, "6月底前|6月30日前|6月底之前|上半年前|“七一”前|七一前"),
    ("by", None, 12, None, "年底|年末|年底前|年末前|12月底前|元旦前|今年年底前|年底之前"),
    ("by", None, 9, None, "国庆前|国庆节前|“十一”前|9月底前"),
    ("by", None, 12, 2022, "2022年底|2022年底前"),
    ("now", None, None, None, "目前|截至目前|截止目前|当前|至今|到目前为止"),
    ("year", None, None, None, "全年|年内|年度|本年度|今年|今年内"),
    ("year", None, None, 2023, "2023年|2023年度|２０２３年|2022—2023年|2019-2023年"),
    ("since", 1, None, None, "今年以来|比年初|较年初|年初以来"),
    ("since", 3, None, None, "3月以来|今年3月份以来"),
    ("past", None, None, None, "去年|上年|上年度|去年同期|上年同期|上年末|去年底"),
    ("past", 1, 6, None, "去年上半年|去年1-6月"),
]  # fmt: skip

LINES = [(text, *line[:4]) for line in CORPUS for text in line[4].split("|")]


@pytest.mark.parametrize(("text", "kind", "first", "last", "year"), LINES)
def test_every_phrasing_of_a_period_reads_as_that_period(
    text: str, kind: str, first: int | None, last: int | None, year: int | None
) -> None:
    [found] = periods(text)

    assert (found.kind, found.first, found.last, found.year) == (kind, first, last, year)
    assert (found.text, found.start, found.end) == (text, 0, len(text))


LOOKALIKES = (
    "10:30|4/5G|月度|季度|近三年|三年行动|项目前期工作|13月|5-3月|0月|半年度|明年底|一至四期|三个月|5个月|2023-2025|每年|"
    "“十四五”|12345年|五年内|科目前列|下个月|月底"
)


@pytest.mark.parametrize("text", LOOKALIKES.split("|"))
def test_these_are_no_periods(text: str) -> None:
    assert periods(text) == []


def test_periods_of_a_sentence_come_in_order_with_their_spans() -> None:
    text = "截至5月末,贷款余额比年初增加,预计上半年完成,力争年底前竣工"

    found = periods(text)

    assert [period.text for period in found] == ["截至5月末", "比年初", "上半年", "年底前"]
    assert all(text[period.start : period.end] == period.text for period in found)
