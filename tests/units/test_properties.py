"""What holds for every number and every text: round trips, spellings, spans, and that nothing hangs or raises."""

import decimal
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.units import periods, quantities

_DIGITS = "零一二三四五六七八九"
_SPELLINGS = {
    "traditional": str.maketrans("万亿两个户亩吨点", "萬億兩個戶畝噸點"),
    "full width": str.maketrans("0123456789.%,/", "０１２３４５６７８９．％，／"),
    "official capitals": str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟"),
}
_TOKENS = [*"0123456789.,，-—~/+%％零一两十百千万亿点半几余多第前近约超不低于以上下内左右或至到",
           *"个家户元亩期成年月日底末“”GA ",
           "百分之", "三分之", "美元", "千瓦", "微克/立方米", "截至", "2023年", "上半年", "年底前"]  # fmt: skip


def chinese(number: int) -> str:
    """The words of a number, by the textbook: 零 for each gap, a group below 万, a group below 亿."""
    for size, scale in ((10**8, "亿"), (10**4, "万")):
        if number >= size:
            rest = number % size
            gap = "零" if 0 < rest < size // 10 else ""
            return chinese(number // size) + scale + gap + (chinese(rest) if rest else "")
    words, gap = "", False
    for size, step in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        gap = gap or (digit == 0 and words != "")
        if digit:
            words += ("零" if gap else "") + _DIGITS[digit] + step
            gap = False
    return words


@given(st.integers(1, 10**16 - 1))
def test_a_number_in_words_reads_as_that_number(number: int) -> None:
    [found] = quantities(chinese(number) + "个")

    assert found.value == number


@given(st.integers(10, 10**7), st.sampled_from(["万", "亿", ""]), st.sampled_from(["元", "户", "亩", "%", "吨"]))
def test_scale_words_multiply_exactly(number: int, scale: str, unit: str) -> None:
    written = f"{Decimal(number).scaleb(-2)}{scale}{unit}"

    [found] = quantities(written)

    assert found.value * 100 == number * {"万": 10**4, "亿": 10**8, "": 1}[scale]
    assert found.written_unit == scale + unit


@given(st.integers(2, 10**12), st.sampled_from(sorted(_SPELLINGS)), st.sampled_from(["个", "户", "亩", "万元", "%"]))
def test_other_spellings_read_the_same(number: int, spelling: str, unit: str) -> None:
    for plain in (f"{number}{unit}", f"{number:,}.5{unit}", chinese(number) + unit):
        other = plain.translate(_SPELLINGS[spelling])

        assert [q._replace(text="") for q in quantities(other)] == [q._replace(text="") for q in quantities(plain)]


@given(st.lists(st.sampled_from(_TOKENS), max_size=40).map("".join) | st.text(max_size=60))
def test_no_text_raises_and_every_span_is_its_text(text: str) -> None:
    for found in (quantities(text), periods(text)):
        assert all(text[one.start : one.end] == one.text != "" for one in found)
        assert all(first.end <= second.start for first, second in pairwise(found))


@given(st.text(alphabet="0123456789.,万亿千百十零一二点-%个元", max_size=30))
def test_the_decimal_context_changes_nothing(text: str) -> None:
    expected = [(q, q.value) for q in quantities(text)]

    with decimal.localcontext(prec=5):
        assert [(q, q.value) for q in quantities(text)] == expected


@pytest.mark.parametrize("digits", [40, 41, 1000])
def test_a_number_longer_than_forty_characters_is_no_quantity(digits: int) -> None:
    assert len(quantities("1" * digits + "个")) == (digits <= 40)
    assert quantities("1" * digits) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["1", "1,", "1,111,", "1.", "1-", "1-1月", "１", "零", "万", "一百", "一点", "百分之", "1元/", "九成", "余", "数十",
     "1个或", "亿元", "半", "至1", "“一", "1月", "2023-", "年", "截至", "前", " "],
)  # fmt: skip
def test_a_hundred_thousand_characters_of_anything_are_read(piece: str) -> None:
    text = piece * (100_000 // len(piece))

    assert all(text[one.start : one.end] == one.text for one in [*quantities(text), *periods(text)])
