"""The quantities of a text as a table and as JSON."""

import io
import json
from decimal import Decimal

from engine.model import Quantity
from engine.reports.quantities import print_quantities, quantities_json

FOUND = [
    Quantity("1.5万人", 2, 7, Decimal("1.5"), "万", "人", rule="number"),
    Quantity("4.5-5.0%以上", 9, 19, Decimal("4.5"), "", "%", "range", "以上", Decimal("5.0"), "percent"),
]


def test_values_are_exact_with_scale_words_multiplied_out():
    first, second = json.loads(quantities_json(FOUND))
    assert first == {
        "text": "1.5万人",
        "span": [2, 7],
        "value": "15000",
        "upper": None,
        "unit": "人",
        "bound": "exact",
        "hedge": "",
        "rule": "number",
    }
    assert (second["value"], second["upper"], second["bound"]) == ("4.5", "5.0", "range")


def test_the_table_has_a_line_for_each_quantity():
    file = io.StringIO()
    print_quantities(FOUND, file, "zh", 80)
    heading, first, second = file.getvalue().splitlines()
    assert heading.split() == ["原文", "位置", "数值", "单位", "界限", "语气词", "读法"]
    assert first.split() == ["1.5万人", "2–7", "15000", "人", "number"]
    assert second.split() == ["4.5-5.0%以上", "9–19", "4.5–5.0", "%", "区间", "以上", "percent"]


def test_a_text_without_quantities_says_so():
    file = io.StringIO()
    print_quantities([], file, "en", 80)
    assert file.getvalue() == "No quantities were read.\n"
