"""The text of a cell: the value of a sheet and its number format, as a person sees them."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.documents.formats.workbooks.cell_values import shown
from engine.documents.formats.workbooks.format_codes import builtin

EPOCH = datetime(1899, 12, 30)
DAY = datetime(2023, 6, 30)


def text(value, code="General"):
    return shown(value, code, EPOCH).text


def remark(value, code):
    return shown(value, code, EPOCH)[1:]


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (12, "General", "12"),
        (12.0, "General", "12"),
        (12.5, "General", "12.5"),
        (-0.0, "General", "0"),
        (1e21, "General", "1" + "0" * 21),
        (1e-7, "General", "0.0000001"),
        (110101199003070000, "General", "110101199003070000"),
        (0.1 + 0.2, "General", "0.3"),
        (12345, "@", "12345"),
        (12345.5, "0.00E+00", "12345.5"),
        (0.5, "# ?/?", "0.5"),
        (3, "G/通用格式", "3"),
        (3, 'General"个"', "3个"),
    ],
)
def test_a_figure_is_written_out_without_exponent_or_float_noise(value, code, expected):
    assert shown(value, code, EPOCH) == (expected, "", "")


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (0.85, "0%", "85%"),
        (0.853, "0.0%", "85.3%"),
        (0.85, "0.0%", "85.0%"),
        (0.57 + 1e-16, "0%", "57%"),
        (1.2, "0%", "120%"),
        (-0.035, "0.0%", "-3.5%"),
        (85, '0"%"', "85%"),
        (85, r"0\%", "85%"),
        (0.85, '0%"以上"', "85%以上"),
    ],
)
def test_a_percent_format_shows_the_share_as_percent(value, code, expected):
    assert shown(value, code, EPOCH) == (expected, "", "")


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (12.5, '0.00"亿元"', "12.50亿元"),
        (12.5, "0.0亿元", "12.5亿元"),
        (1234567, '#,##0"个"', "1234567个"),
        (1234.5, "#,##0.##", "1234.5"),
        (12.5, "[$¥-804]#,##0.00", "¥12.50"),
        (12.5, '"约"0.0"公里"_)', "约12.5公里"),
        (7, "000", "007"),
        (12000000, '0.0,,"百万元"', "12.0百万元"),
        (-12.5, "0.0_);(0.0)", "-12.5"),
        (-12.5, "0.0;[Red]0.0", "-12.5"),
        (-3.5, '0.0;"减少"0.0', "减少3.5"),
        (-3.5, "0.0;▼0.0", "-3.5"),
        (0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ;_ @_ ', "0"),
        (3, '[>=100]0"大";0"小"', "3小"),
        (300, '[>=100]0"大";0"小"', "300大"),
    ],
)
def test_the_words_of_a_format_belong_to_the_figure(value, code, expected):
    assert shown(value, code, EPOCH) == (expected, "", "")


@pytest.mark.parametrize(
    ("value", "code", "expected", "displayed"),
    [
        (0.8534, "0%", "85.34%", "85%"),
        (12.345, '0.0"亿元"', "12.345亿元", "12.3亿元"),
        (2.5, "0", "2.5", "3"),
        (0, "0;-0;;@", "0", "空白"),
        (0, '0;-0;"无"', "0", "无"),
    ],
)
def test_where_less_is_shown_than_held_the_stored_figure_counts(value, code, expected, displayed):
    assert shown(value, code, EPOCH) == (expected, "rounded", displayed)


@pytest.mark.parametrize("code", ['0!.0,"万"', r'0\.0,"万"', "000-0000", '0"."00'])
def test_a_format_that_puts_signs_between_digits_is_not_trusted(code):
    assert shown(12345, code, EPOCH) == ("12345", "unclear", code)


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (DAY, 'yyyy"年"m"月"d"日";@', "2023年6月30日"),
        (DAY, "yyyy-mm-dd", "2023-06-30"),
        (DAY, "yyyy/m/d", "2023/6/30"),
        (DAY, r"yyyy\-m\-d", "2023-6-30"),
        (DAY, 'yyyy"年"m"月"', "2023年6月"),
        (DAY, "[$-804]yyyy/m/d aaaa", "2023/6/30 星期五"),
        (DAY, "d-mmm-yy", "30-Jun-23"),
        (datetime(2023, 6, 30, 15, 4, 5), "yyyy-m-d h:mm:ss", "2023-6-30 15:04:05"),
        (datetime(2023, 6, 30, 15, 4), '上午/下午h"时"mm"分"', "下午3时04分"),
        (datetime(2023, 6, 30, 0, 4), "h:mm AM/PM", "12:04 AM"),
        (date(2023, 6, 30), "General", "2023-06-30"),
        (time(9, 30), "h:mm", "9:30"),
        (timedelta(hours=30, minutes=5), "[h]:mm", "30:05"),
        (45107, 'yyyy"年"m"月"d"日"', "2023年6月30日"),
        (45107, builtin(31), "2023年6月30日"),
        (45107, builtin(57), "2023年6月"),
        (1, "yyyy-m-d", "1900-1-1"),
        (61, "yyyy-m-d", "1900-3-1"),
    ],
)
def test_a_date_is_written_as_it_is_shown(value, code, expected):
    assert shown(value, code, EPOCH) == (expected, "", "")


@pytest.mark.parametrize(
    ("value", "code", "expected", "typed"),
    [
        (datetime(2023, 1, 5), 'm"月"d"日"', "1月5日", "1-5"),
        (44931, builtin(58), "1月5日", "1-5"),
        (datetime(2023, 3, 8), "m/d", "3/8", "3-8"),
        (datetime(2023, 1, 5), "d-mmm", "5-Jan", "1-5"),
        (datetime(1932, 3, 1), "mmm-yy", "Mar-32", "3-32"),
        (time(1, 2), "h:mm", "1:02", "1:2"),
    ],
)
def test_a_date_that_a_sheet_made_of_text_is_shown_with_what_was_typed(value, code, expected, typed):
    assert shown(value, code, EPOCH) == (expected, "date", typed)


def test_a_date_shown_just_as_it_would_be_typed_needs_no_remark():
    assert shown(datetime(2023, 1, 5), "m-d", EPOCH) == ("1-5", "", "")


@pytest.mark.parametrize("value", [float("inf"), float("nan"), 10**400])
def test_what_no_sheet_can_hold_is_an_error(value):
    assert remark(value, "0.0") == ("error", "#NUM!")


@pytest.mark.parametrize("serial", [-1, 10**9, 1e300])
def test_a_date_outside_of_the_calendar_is_an_error(serial):
    assert remark(serial, "yyyy-m-d")[0] == "error"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (" 新增\u3000", "新增"),
        ("甲_x000D_\n乙", "甲\n乙"),
        ("甲\r\n乙\r丙", "甲\n乙\n丙"),
        ("_xD83D_", "_xD83D_"),
        ("编号_x5_", "编号_x5_"),
        (True, "TRUE"),
        (None, ""),
    ],
)
def test_a_text_loses_its_escapes_and_the_blanks_around_it(raw, expected):
    assert text(raw) == expected


@given(
    st.floats() | st.integers() | st.integers(-(10**30), 10**30),
    st.text(st.sampled_from('0#?.,%"\\!_*[];@年dmyhsaE+-/($¥'), max_size=20),
)
def test_no_value_and_no_format_make_it_raise(value, code):
    found = shown(value, code, EPOCH)
    assert found.text or found.remark


@given(st.decimals(-1000, 1000, places=3))
def test_under_a_percent_format_of_enough_places_nothing_is_lost(share):
    found = shown(float(share), "0.0%", EPOCH)
    assert found.text.endswith("%") and abs(float(found.text[:-1]) / 100 - float(share)) < 1e-9
