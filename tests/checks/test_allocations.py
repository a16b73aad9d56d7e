"""Allocation tables: the shares of a line against its total, and the lines against the sentence of their item.

A row of the corpus reads ``sentence | label total: shares ; … | verdict``; 分解 is about the shares, 事项 about the
sentence.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from engine.model import Allocation, Share, Source, Task

CORPUS = "allocation"
CODES = {"分解": "check-allocation-sum", "事项": "check-item-total"}
TEXT = Source(path="分解.xlsx", sheet="表2", row=1, column=3, offset=100)


def cell(row, column, area, written):
    plain = written.replace(".", "", 1).isdecimal()
    source = Source(path="分解.xlsx", sheet="表2", row=row, column=column)
    return Share(area=area, written=written, value=Decimal(written) if plain else None, source=source)


def line(row, words):
    """``公园 20: 5 7 8 /`` as the line in a row of the table."""
    head, _, shares = words.partition(":")
    *label, total = head.split()
    cells = tuple(cell(row, column, f"区域{column}", one) for column, one in enumerate(shares.split(), 1))
    whole = cell(row, 0, "全市目标任务", total)
    return Allocation(label="".join(label), total=whole, shares=cells, units="", source=whole.source)


def item(text, *lines, number=1):
    source = Source(path="分解.xlsx", sheet="表2", row=number)
    allocations = tuple(line(number + place, words) for place, words in enumerate(lines, 1))
    return Task(
        id=str(number), text=text, progress="", units="", source=source, cells={"text": TEXT}, allocations=allocations
    )


def findings_of(found, what):
    return [one.problem for one in found if one.code == CODES[what] and one.problem]


def test_the_lines_agree_as_the_rule_says(row, recompute, holds_as_said):
    text, lines = row.cells
    task = item(text, *lines.split(";"))
    holds_as_said(row._replace(cells=(task,), verdict=row.verdict[2:]), CODES[row.verdict[:2]])


def test_a_finding_names_the_total_and_leads_to_every_share_that_was_added(recompute):
    (finding,) = findings_of(recompute(item("全市建成公园20个。", "公园 20: 5 / 9")), "分解")
    assert finding.message == "任务1“公园”的全市目标任务“20”:各区域5+9=14,比总数20少6。"
    assert (finding.source.row, finding.source.column) == (2, 0)
    assert [place.column for place in finding.also] == [1, 3]


def test_a_finding_on_an_item_leads_to_its_words_and_to_the_totals(recompute):
    text = "新增养老机构9家,合计新增床位950张。"
    (finding,) = findings_of(recompute(item(text, "公办床位 600: /", "民办床位 300: /")), "事项")
    assert finding.source == TEXT.model_copy(update={"offset": 100 + text.index("合计")})
    assert [place.row for place in finding.also] == [2, 3]


def test_lines_in_several_rows_of_one_item_belong_together(recompute):
    text = "新增养老机构9家,合计新增床位900张。"
    rows = item(text, "公办床位 600: /"), item(text, "民办床位 200: /", number=2)
    (finding,) = findings_of(recompute(*rows), "事项")
    assert "600+200=800" in finding.message


@pytest.mark.parametrize(("shares", "severity"), [("3.3 3.3 3.3", "note"), ("3.3 3.3 2.3", "warning")])
def test_a_difference_that_rounded_decimals_explain_is_only_a_note(recompute, shares, severity):
    (finding,) = findings_of(recompute(item("全市整治道路10公里。", f"道路 10: {shares}")), "分解")
    assert finding.severity == severity
