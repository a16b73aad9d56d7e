"""Dimensions and exact factors: what may be compared, and by how much."""

import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pytest

from engine.units import base_value, comparable, convert, dimension, factor, is_count, quantities
from engine.units.definitions import words


@pytest.mark.parametrize(
    ("unit_from", "unit_to", "expected"),
    [
        ("亩", "公顷", Fraction(1, 15)),
        ("亩", "平方米", Fraction(2000, 3)),
        ("平方公里", "亩", Fraction(1500)),
        ("%", "成", Fraction(1, 10)),
        ("1/3", "%", Fraction(100, 3)),
        ("倍", "%", Fraction(100)),
        ("公里", "米", Fraction(1000)),
        ("吨", "公斤", Fraction(1000)),
        ("兆瓦", "千瓦", Fraction(1000)),
        ("家", "户", Fraction(1)),
        ("微克/立方米", "毫克/升", Fraction(1, 10**6)),
        ("元/年/人", "元/人/月", Fraction(1, 12)),
        ("吨标准煤/万元", "吨标准煤/元", Fraction(1, 10**4)),
        ("人/平方公里", "人/公顷", Fraction(1, 100)),
    ],
)
def test_factors_are_exact_both_ways(unit_from: str, unit_to: str, expected: Fraction) -> None:
    assert factor(unit_from, unit_to) == expected
    assert factor(unit_to, unit_from) == 1 / expected


@pytest.mark.parametrize(
    ("value", "unit_from", "unit_to", "expected"),
    [
        ("1.2", "亿元", "万元", Fraction(12000)),
        ("1.5", "万人", "人", Fraction(15000)),
        ("18568", "万美元", "亿美元", Fraction(18568, 10000)),
        ("2.83", "万千瓦", "兆瓦", Fraction("28.3")),
        ("3", "万亩", "公顷", Fraction(2000)),
        ("8", "万", "", Fraction(80000)),
    ],
)
def test_written_units_convert_with_their_scale_words(
    value: str, unit_from: str, unit_to: str, expected: Fraction
) -> None:
    assert convert(Decimal(value), unit_from, unit_to) == expected


@pytest.mark.parametrize(
    ("unit_a", "unit_b"),
    [("%", "个百分点"), ("元", "美元"), ("元", "人"), ("千瓦", "千瓦时"), ("元/人", "元/亩"), ("", "个"), ("村", "个")],
)
def test_different_dimensions_are_not_comparable(unit_a: str, unit_b: str) -> None:
    assert not comparable(unit_a, unit_b)
    with pytest.raises(ValueError, match="换算"):
        factor(unit_a, unit_b)


def test_every_measure_word_is_a_count_comparable_with_every_other() -> None:
    for word in ("个", "家", "户", "人", "名", "人次", "项", "张", "标箱"):
        assert is_count(word)
        assert comparable(word, "个")
    assert not any(is_count(word) for word in ("%", "元", "亩", "元/人", "", "村"))


def test_a_bare_figure_has_no_dimension_and_an_unknown_word_is_refused() -> None:
    assert dimension("") == ""
    with pytest.raises(ValueError, match="村"):
        dimension("村")


def test_pint_finds_a_factor_exactly_where_the_dimensions_agree() -> None:
    bases = sorted(set(words().base.values()))
    for unit in sorted(words().base):
        assert factor(unit, words().base[unit]) > 0
    assert all(not comparable(a, b) for a, b in combinations(bases, 2))


def test_base_values_compare_across_units_and_scales() -> None:
    [hectares], [mu] = quantities("1公顷"), quantities("15亩")
    [share], [tenths] = quantities("百分之六十"), quantities("六成")

    assert base_value(hectares) == base_value(mu) == 10000
    assert base_value(share) == base_value(tenths) == Fraction(3, 5)


def test_pint_is_imported_only_for_two_different_unit_words() -> None:
    code = (
        "import sys; from decimal import Decimal; from engine.units import *;"
        "quantities('5家和3%'); comparable('家', '%'); convert(Decimal(1), '亿元', '万元'); factor('家', '家');"
        "assert 'pint' not in sys.modules; factor('亩', '公顷'); assert 'pint' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
