"""The rows of published bulletins, each by the rules file of its office: the official verdict, share and gap."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

Row = dict[str, Any]

STATUSES = {"ahead": {"on_track", "done"}, "on_track": {"on_track"}, "lagging": {"lagging"}, "done": {"done"}}
"""What the official word comes to; who has reached the year's plan is done, however far ahead the page calls it."""
ROUNDING = Decimal("0.1")
"""Points that a printed gap may be off, because the page takes it from rounded shares."""
PRINTED = Decimal(1)
"""Points that a printed share may be off, where the page has it from figures that it does not print in full."""
OF: dict[str, Callable[[Row], bool]] = {
    "changsha-2015": lambda row: row["region"] == "长沙市" and row["as_of"] == "2015-07-31",
    "laixi-2012": lambda row: row["region"] == "莱西市",
    "tianshui-revenue": lambda row: row["region"] == "天水经济技术开发区",
    "lianyungang-2019": lambda row: row["region"] == "连云港市",
    "mohurd-2020": lambda row: row["region"] == "住房和城乡建设部",
    "vehicles-2014": lambda row: "黄标车" in row["target_text"],
    "moe-2015": lambda row: "教育部直属高校" in row["region"],
    "half-by-midyear": lambda row: "过半" in row["note"] and row["through_month"] == 6,
}
"""Which rows are of which convention."""
WORDS = {
    "changsha-2015": {"ahead": "超时间进度", "on_track": "与时间进度基本同步", "done": "提前完成"},
    "tianshui-revenue": {"ahead": "超平均进度", "lagging": "短平均进度"},
    "half-by-midyear": {"ahead": "实现双过半", "on_track": "实现双过半"},
}
"""The office's own words for its verdicts, where the page prints them."""


@pytest.fixture(scope="module")
def rows(shared: Path) -> list[Row]:
    lines = (shared / "gold" / "bulletins.dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def day(row: Row) -> str:
    """The date of a row; a page without a year is judged at the end of its month in any."""
    month = row["through_month"]
    return row["as_of"] or date(2023, month, monthrange(2023, month)[1]).isoformat()


def percent(share) -> Decimal:
    return Decimal(share.numerator * 100) / Decimal(share.denominator)


def differences(row: Row, task, words: dict[str, str]) -> list[str]:
    """What of a row comes out in another way than the page has it."""
    verdict = task.targets[0].verdict
    official = row["official_verdict"]
    found = []
    if official and verdict.status not in STATUSES[official]:
        found.append(f"status {verdict.status}, not {official}")
    if official in words and verdict.grade != words[official]:
        found.append(f"grade {verdict.grade}, not {words[official]}")
    if row["official_gap_pp"] and verdict.gap is not None:
        off = abs(percent(verdict.gap) - Decimal(row["official_gap_pp"]))
        found += [f"gap {percent(verdict.gap)}"] if off > ROUNDING else []
    if row["official_ratio_pct"] and verdict.completion is not None:
        off = abs(percent(verdict.completion) - Decimal(row["official_ratio_pct"]))
        found += [f"share {percent(verdict.completion)}"] if off > PRINTED else []
    return found


@pytest.mark.parametrize("name", OF)
def test_the_office_s_own_file_gives_what_the_office_published(name, rows, rules, judged):
    own = [row for row in rows if OF[name](row)]
    assert own, "no row is of this convention"
    wrong = {}
    for row in own:
        task = judged(row["target_text"], row["achieved_text"], day(row), rules(name))
        wrong[row["id"]] = differences(row, task, WORDS.get(name, {}))
    assert {name: what for name, what in wrong.items() if what} == {}


def test_the_schedule_by_days_gives_the_printed_gaps_to_the_last_digit(rows, rules, judged):
    for row in filter(OF["moe-2015"], rows):
        task = judged(row["target_text"], row["achieved_text"], day(row), rules("moe-2015"))
        gap = percent(task.targets[0].verdict.gap).quantize(Decimal("0.01"))
        assert gap == Decimal(row["official_gap_pp"]), row["id"]


def test_every_printed_gap_is_the_share_less_months_over_twelve(rows, judged):
    """By the packaged rules, whatever the place; the one schedule by days is off by three hundredths of a point."""
    stated = [row for row in rows if row["official_gap_pp"] and row["kind"] in ("cumulative", "coverage")]
    checked = 0
    for row in stated:
        verdict = judged(row["target_text"], row["achieved_text"], day(row)).targets[0].verdict
        if verdict.gap is not None:
            checked += 1
            assert abs(percent(verdict.gap) - Decimal(row["official_gap_pp"])) <= ROUNDING, row["id"]
    assert checked >= 20
