"""The default convention, one line a case: what is read -> the status and the rule that gives it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Context, localcontext
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import engine
from engine.model import Quantity, Reading, Verdict
from engine.rules import RuleBook

YEAR_END = date(2023, 12, 31)
DOWN = {"direction": "down", "comparator": "<="}
ABOUT_DOWN = {"direction": "down", "comparator": "~"}
RATE = {"indicator": "资金支出进度"}
START = {"rung": "开工"}
ISSUE = {"rung": "达成"}
FALL = {"direction": "down"}
PRICES = DOWN | {"clause": "价格涨幅控制在3%以内"}
APPLIED = "截至6月已申报88家,尚未获批,不计入完成;申报数合目标20家的进度要求"

CASES: list[tuple[str, str | None, str | None, dict[str, Any], str, str]] = [
    # amounts: reached, on the line, a hair below it, an earlier deadline, nothing comparable
    ("cumulative", "10公里", "10公里", {}, "done", "amount-reached"),
    ("cumulative", "10公里", "12公里", {"month": 1}, "done", "amount-reached"),
    ("cumulative", "10公里", "5公里", {}, "on_track", "amount-on-schedule"),
    ("cumulative", "10公里", "5.01公里", {}, "on_track", "amount-ahead"),
    ("cumulative", "10公里", "4.99公里", {}, "lagging", "amount-behind"),
    ("cumulative", "10公里", "0公里", {}, "lagging", "amount-behind"),
    ("cumulative", "12公里", "5公里", {"month": 5}, "on_track", "amount-on-schedule"),
    ("cumulative", "10公里", "5公里", {"month": 3, "target": {"deadline_month": 6}}, "on_track", "amount-on-schedule"),
    ("cumulative", "10公里", "9公里", {"month": 6, "target": {"deadline_month": 6}}, "lagging", "amount-behind"),
    ("cumulative", "10公里", "9公里", {"month": 8, "target": {"deadline_month": 6}}, "lagging", "amount-behind"),
    ("cumulative", "10公里", "9.99公里", {"month": 12, "as_of": YEAR_END}, "lagging", "amount-behind"),
    ("cumulative", "0个", "0个", {}, "done", "amount-reached"),
    ("cumulative", "10公里", None, {"stated": "53.3%"}, "on_track", "amount-ahead"),
    ("cumulative", "10公里", None, {"stated": "49.9%"}, "lagging", "amount-behind"),
    ("cumulative", "10公里", None, {"stated": "120%"}, "done", "amount-reached"),
    ("cumulative", "4亿美元", "18568万美元", {"month": 5}, "on_track", "amount-ahead"),
    ("cumulative", "4亿美元", "30亿元", {"month": 5}, "unrated", "amount-incomparable"),
    ("cumulative", "10公里", "4900米", {}, "lagging", "amount-behind"),
    ("cumulative", "10公里", "6个", {}, "unrated", "amount-incomparable"),
    ("cumulative", "10公里", "6个", {"stated": "60%"}, "on_track", "amount-ahead"),
    ("cumulative", "10公里", None, {"evidence": {"reached": "已完成"}}, "done", "amount-said-reached"),
    ("cumulative", "10公里", None, {"evidence": {"failing": "尚未启动"}}, "lagging", "amount-said-missed"),
    ("cumulative", "10公里", "4公里", {"evidence": {"reached": "达到目标"}}, "lagging", "amount-behind"),
    ("cumulative", "20家", "19家", {"evidence": {"stage": "applied"}}, "on_track", "amount-applied"),
    ("cumulative", "20家", "10家", {"evidence": {"stage": "applied"}}, "on_track", "amount-applied"),
    ("cumulative", "20家", "9家", {"evidence": {"stage": "applied"}}, "lagging", "amount-applied-short"),
    ("cumulative", "20套", "20套", {"evidence": {"stage": "underway"}}, "on_track", "amount-begun"),
    ("cumulative", "20套", "9套", {"evidence": {"stage": "underway"}}, "lagging", "amount-begun-short"),
    ("cumulative", "20家", None, {"evidence": {}}, "on_track", "amount-in-words"),
    ("cumulative", "20家", None, {"evidence": {}, "month": 12, "as_of": YEAR_END}, "unrated", "amount-incomparable"),
    ("cumulative", "10公里", None, {}, "unreported", "no-evidence"),
    ("cumulative", "10公里", None, {"forecast": "9公里"}, "unreported", "forecast-only"),
    # limits
    ("cumulative", "10起", "4起", {"target": DOWN}, "on_track", "ceiling-holds"),
    ("cumulative", "10起", "5起", {"target": DOWN}, "on_track", "ceiling-holds"),
    ("cumulative", "10起", "6起", {"target": DOWN}, "lagging", "ceiling-over-pace"),
    ("cumulative", "10起", "10起", {"target": DOWN}, "lagging", "ceiling-over-pace"),
    ("cumulative", "10起", "11起", {"target": DOWN}, "lagging", "ceiling-broken"),
    ("cumulative", "10起", "9起", {"target": DOWN, "month": 12, "as_of": YEAR_END}, "done", "ceiling-year-end"),
    ("cumulative", "10起", "11起", {"target": ABOUT_DOWN}, "lagging", "ceiling-broken"),
    ("cumulative", "100吨", "47吨", {"target": {"comparator": "~"}}, "lagging", "amount-behind"),
    # growth: any shortfall lags, done only when the year is over
    ("growth", "5%", "5%", {}, "on_track", "growth-meets"),
    ("growth", "5%", "4.9%", {}, "lagging", "growth-short"),
    ("growth", "5%", "-2.3%", {}, "lagging", "growth-short"),
    ("growth", "5%", "6%", {"month": 12, "as_of": YEAR_END}, "done", "growth-year-end"),
    ("growth", "5%", "6%", {"month": 11, "as_of": YEAR_END}, "on_track", "growth-meets"),
    ("growth", "5%", "4%", {"month": 12, "as_of": YEAR_END}, "lagging", "growth-short"),
    ("growth", "3%", "3.5%", {"target": {"direction": "down"}}, "on_track", "growth-meets"),
    ("growth", "3%", "-1%", {"target": {"direction": "down"}}, "lagging", "growth-short"),
    ("growth", "3%", "2.1%", {"target": DOWN}, "on_track", "growth-ceiling-holds"),
    ("growth", "3%", "3.5%", {"target": DOWN}, "lagging", "growth-ceiling-broken"),
    ("growth", "3%", "-0.4%", {"target": DOWN}, "on_track", "growth-ceiling-holds"),
    ("growth", "3%", "2.1%", {"target": DOWN, "month": 12, "as_of": YEAR_END}, "done", "growth-ceiling-year-end"),
    ("growth", "9%", "4.9%", {"target": {"comparator": "~"}}, "lagging", "growth-short"),
    ("growth", "0%", "0%", {}, "on_track", "growth-meets"),
    ("growth", "5%", "60亿元", {}, "unrated", "growth-incomparable"),
    ("growth", "5%", None, {"evidence": {"reached": "达到目标"}}, "on_track", "growth-said-reached"),
    ("growth", "5%", None, {}, "unreported", "no-evidence"),
    # coverage
    ("coverage", "100%", "100%", {}, "done", "coverage-reached"),
    ("coverage", "90%", "89.8%", {}, "on_track", "coverage-near"),
    ("coverage", "90%", "89.8%", {"month": 12, "as_of": YEAR_END}, "lagging", "coverage-short"),
    ("coverage", "80%", "76%", {}, "on_track", "coverage-near"),
    ("coverage", "80%", "75.9%", {}, "lagging", "coverage-short"),
    ("coverage", "80%", "20.8%", {}, "lagging", "coverage-short"),
    ("coverage", "0个", "0个", {"target": DOWN}, "done", "coverage-reached"),
    ("coverage", "0个", "3个", {"target": DOWN}, "lagging", "coverage-short"),
    ("coverage", "100%", None, {"evidence": {"reached": "全面完成"}}, "done", "coverage-said-reached"),
    ("coverage", "100%", "15家", {}, "unrated", "coverage-incomparable"),
    ("coverage", "100%", "50%", {"target": RATE}, "on_track", "coverage-on-schedule"),
    ("coverage", "100%", "49.9%", {"target": RATE}, "lagging", "coverage-behind"),
    ("coverage", "90%", "90%", {"target": RATE, "month": 10}, "done", "coverage-reached"),
    # gauges
    ("gauge", "90%", "91.4%", {}, "on_track", "gauge-holds"),
    ("gauge", "90%", "89.9%", {}, "lagging", "gauge-short"),
    ("gauge", "25微克/立方米", "25微克/立方米", {"target": DOWN}, "on_track", "gauge-holds"),
    ("gauge", "25微克/立方米", "26微克/立方米", {"target": DOWN}, "lagging", "gauge-short"),
    ("gauge", "5.5%", "5.2%", {"target": ABOUT_DOWN}, "on_track", "gauge-holds"),
    ("gauge", "60元", "60元", {"evidence": {"reached": "达到目标"}}, "done", "gauge-reached"),
    ("gauge", "90%", "91%", {"month": 12, "as_of": YEAR_END}, "done", "gauge-reached"),
    ("gauge", "90%", None, {"evidence": {"reached": "达到目标"}}, "done", "gauge-said-reached"),
    ("gauge", "90%", None, {"evidence": {}}, "unrated", "gauge-incomparable"),
    # comparisons
    ("relative", None, "4.8%", {"rival": "4.8%"}, "on_track", "relative-meets"),
    ("relative", None, "2.8%", {"rival": "5.1%"}, "lagging", "relative-short"),
    ("relative", None, "6%", {"rival": "5%", "month": 12, "as_of": YEAR_END}, "done", "relative-year-end"),
    ("relative", None, "2.8%", {}, "unrated", "relative-no-figure"),
    ("relative", None, None, {"rival": "5%"}, "unreported", "no-evidence"),
]


MILESTONES: list[tuple[dict[str, Any], dict[str, Any] | None, int, str, str]] = [
    # target, evidence, month -> status, rule
    (START, {"rung": "开工"}, 6, "done", "milestone-reached"),
    (START, {"rung": "主体"}, 6, "done", "milestone-passed"),
    (START, {"rung": "开工", "stage": "planned"}, 6, "on_track", "milestone-under-way"),
    (START, {"rung": "招标"}, 6, "on_track", "milestone-under-way"),
    (START, {"rung": "谋划"}, 8, "on_track", "milestone-under-way"),
    (START, {"rung": "谋划"}, 9, "lagging", "milestone-far"),
    ({"rung": "投用"}, {"rung": "立项"}, 6, "lagging", "milestone-far"),
    (START, {"rung": "招标"}, 12, "lagging", "milestone-overdue"),
    (START | {"deadline_month": 6}, {"rung": "招标"}, 6, "lagging", "milestone-overdue"),
    (START, {"failing": "不具备条件"}, 6, "lagging", "milestone-said-missed"),
    (START, {"rung": "开工", "failing": "尚未"}, 6, "lagging", "milestone-said-missed"),
    (ISSUE, {"rung": "达成"}, 6, "done", "milestone-reached"),
    (ISSUE, {"rung": "申报"}, 6, "on_track", "milestone-under-way"),
    (ISSUE, {"rung": "竣工"}, 6, "on_track", "milestone-under-way"),
    (ISSUE, {}, 6, "on_track", "milestone-under-way"),
    ({}, {"reached": "已建成"}, 6, "done", "milestone-said-reached"),
    (START, None, 6, "unreported", "no-evidence"),
]


@pytest.mark.parametrize(("target", "evidence", "month", "status", "rule"), MILESTONES)
def test_a_milestone_is_judged_by_its_ladder(
    verdict: Callable[..., Verdict],
    target: dict[str, Any],
    evidence: dict[str, Any] | None,
    month: int,
    status: str,
    rule: str,
) -> None:
    fields = {"target": target} if evidence is None else {"target": target, "evidence": evidence}
    found = verdict("milestone", None, None, month=month, **fields)

    assert (found.status, found.rule.id, found.basis) == (status, rule, "milestone")


@pytest.mark.parametrize(("kind", "aim", "answer", "more", "status", "rule"), CASES)
def test_the_default_convention(
    verdict: Callable[..., Verdict],
    kind: str,
    aim: str | None,
    answer: str | None,
    more: dict[str, Any],
    status: str,
    rule: str,
) -> None:
    found = verdict(kind, aim, answer, **more)

    assert (found.status, found.rule.id) == (status, rule)
    assert found.because
    assert found.grade


SENTENCES = [
    (("cumulative", "10公里", "2.2公里"), {}, "截至6月完成2.2公里,完成率22%,低于序时进度50%,差28个百分点"),
    (("cumulative", "10公里", None), {"stated": "61%"}, "截至6月完成率61%,快于序时进度50%,超11个百分点"),
    # the figures add up by hand: 46.4 - 41.7 = 4.7
    (
        ("cumulative", "4亿美元", "18568万美元"),
        {"month": 5},
        "截至5月完成18568万美元,完成率46.4%,快于序时进度41.7%,超4.7个百分点",
    ),
    (
        ("cumulative", "10000亩", "4997亩"),
        {},
        "截至6月完成4997亩,完成率49.97%,低于序时进度50%,差0.03个百分点",
    ),
    (
        ("cumulative", "20家", "9家"),
        {"evidence": {"stage": "applied"}},
        "截至6月仅申报9家,且尚未获批;连申报数也够不上目标20家按50%计的进度",
    ),
    (("cumulative", "20家", "88家"), {"evidence": {"stage": "applied"}}, APPLIED),
    # movements are told as movements
    (("growth", "5%", "5.1%"), {}, "截至6月增长5.1%,达到增长5%的目标"),
    (("growth", "5%", "4.2%"), {"month": 5}, "截至5月增长4.2%,未达到增长5%的目标,差0.8个百分点"),
    (("growth", "5.5%", "5.12%"), {}, "截至6月增长5.12%,未达到增长5.5%的目标,差0.38个百分点"),
    (("growth", "10%", "-17.5%"), {}, "截至6月下降17.5%,未达到增长10%的目标,差27.5个百分点"),
    (("growth", "5%", "0%"), {}, "截至6月持平,未达到增长5%的目标,差5个百分点"),
    (("growth", "9%", "9.5%"), {"target": {"comparator": "~"}}, "截至6月增长9.5%,达到增长9%左右的目标"),
    (("growth", "20%", "44.44%"), {"target": FALL}, "截至6月下降44.44%,达到下降20%的目标"),
    (("growth", "20%", "0%"), {"target": FALL}, "截至6月持平,未达到下降20%的目标,差20个百分点"),
    (("growth", "20%", "-1.2%"), {"target": FALL}, "截至6月上升1.2%,未达到下降20%的目标,差21.2个百分点"),
    (("growth", "3%", "0.4%"), {"target": PRICES}, "截至6月上涨0.4%,控制在3%以内"),
    (("growth", "3%", "-0.4%"), {"target": PRICES}, "截至6月下降0.4%,控制在3%以内"),
    (("growth", "3%", "3.5%"), {"target": PRICES}, "截至6月上涨3.5%,未控制在3%以内,超出0.5个百分点"),
    (
        ("relative", None, "2.8%"),
        {"rival": "5.1%", "target": {"rival": "经济增长"}, "measure": "growth"},
        "截至6月增长2.8%,比较对象“经济增长”增长5.1%,差2.3个百分点",
    ),
    (("relative", None, "2.8%"), {"rival": "2.1%"}, "截至6月为2.8%,比较对象为2.1%,符合要求"),
    # steps of a ladder are told by what is done there
    (("milestone", None, None), {"target": ISSUE, "evidence": ISSUE}, "截至6月已实现"),
    (("milestone", None, None), {"target": {"rung": "投用"}, "evidence": {"rung": "投用"}}, "截至6月已投入使用"),
    (("milestone", None, None), {"target": START, "evidence": {"rung": "竣工"}}, "截至6月已完工,超过“开工”的目标"),
    (
        ("milestone", None, None),
        {"target": START, "evidence": {"rung": "初步设计"}},
        "正在推进,已完成初步设计,尚未开工,还有6个月",
    ),
    (("milestone", None, None), {"target": ISSUE, "evidence": {}}, "正在推进,尚未实现,还有6个月"),
    (
        ("milestone", None, None),
        {"target": {"rung": "投用"}, "evidence": {"rung": "立项"}},
        "目前已立项,距投入使用最短尚需9个月,只剩6个月",
    ),
    (
        ("milestone", None, None),
        {"target": START | {"deadline_month": 6}, "evidence": {"rung": "招标"}},
        "6月到期,未见完成,目前已完成施工图设计或招标,尚未开工",
    ),
    (("cumulative", "10公里", None), {}, "完成情况未提及“市域绿道”"),
    # quotes within quotes
    (
        ("cumulative", "10公里", None),
        {"target": {"indicator": "“水乡”风景线"}},
        "完成情况未提及“‘水乡’风景线”",
    ),
]


@pytest.mark.parametrize(("case", "more", "because"), SENTENCES)
def test_the_sentence_says_why(
    verdict: Callable[..., Verdict], case: tuple[Any, ...], more: dict[str, Any], because: str
) -> None:
    assert verdict(*case, **more).because == because


def test_completion_schedule_and_gap_are_exact_whatever_the_decimal_context(
    book: RuleBook, reading: Callable[..., Reading]
) -> None:
    case = reading("cumulative", "494.987654亿元", "483.512345亿元", month=7)

    with localcontext(Context(prec=5)):
        found = book.judge(case, date(2023, 7, 31))

    assert found.completion == Fraction(483512345, 494987654)
    assert found.expected == Fraction(7, 12)
    assert found.gap == Fraction(483512345, 494987654) - Fraction(7, 12)


@pytest.mark.parametrize("stage", ["applied", "planned", "forecast"])
def test_what_a_stage_does_not_count_is_unknown_and_never_zero(verdict: Callable[..., Verdict], stage: str) -> None:
    found = verdict("cumulative", "20家", "19家", evidence={"stage": stage}, stated="95%")

    assert (found.completion, found.gap) == (None, None)
    assert found.forecast.value is None
    assert "0%" not in found.because


POINTS = [
    (("cumulative", "10公里", "10公里"), {}, 100),
    (("cumulative", "10公里", "5公里"), {}, 100),
    (("cumulative", "10公里", "2.2公里"), {}, 44),
    (("cumulative", "10起", "20起"), {"target": DOWN}, 50),
    (("growth", "5%", "4%"), {}, 80),
    (("growth", "5%", "-4%"), {}, 0),
    (("gauge", "25微克/立方米", "50微克/立方米"), {"target": DOWN}, 50),
    (("coverage", "0个", "3个"), {"target": DOWN}, 0),
    (("milestone", None, None), {"target": {"rung": "投用"}, "evidence": {"rung": "立项"}}, 25),
    (("milestone", None, None), {"evidence": {"failing": "尚未启动"}}, 0),
    # what is only applied for counts by how near it comes, until it is approved
    (("cumulative", "200家", "88家"), {"evidence": {"stage": "applied"}}, 44),
    (("cumulative", "200家", "100家"), {"evidence": {"stage": "applied"}}, 100),
    (("cumulative", "10公里", None), {}, None),
    (("relative", None, "2.8%"), {}, None),
]


@pytest.mark.parametrize(("case", "more", "points"), POINTS)
def test_points_are_full_on_schedule_and_a_part_where_lagging(
    verdict: Callable[..., Verdict], case: tuple[Any, ...], more: dict[str, Any], points: int | None
) -> None:
    assert verdict(*case, **more).points == points


DOUBTS = [
    (("cumulative", "10公里", "5.1公里"), {}, None),
    (("cumulative", "10公里", "4.9公里"), {}, "只差1个百分点即达序时进度"),
    (("cumulative", "10公里", "4.7公里"), {}, None),
    (("cumulative", "20家", "19家"), {"evidence": {"stage": "applied"}}, "佐证尚处“申报”阶段,按0%计入"),
    (("cumulative", "20套", "20套"), {"evidence": {"stage": "underway"}}, "佐证尚处“推进中”阶段,请核实其中已完成的数"),
    (("cumulative", "20套", None), {"evidence": {"stage": "underway"}}, "只有文字进展,没有报数,请催报"),
    (("cumulative", "10公里", None), {"forecast": "9公里"}, "只有预计数,请催报实绩"),
    (("growth", "9%", "9.5%"), {"target": {"comparator": "~"}}, "目标为“左右”,界线不严"),
    (("cumulative", "150亿元", "80亿元"), {"stated": "53.3%"}, None),
    (("cumulative", "150亿元", "80亿元"), {"stated": "63.3%"}, "文中自报完成率63.3%,按数计算为53.3%,请核对口径"),
    (("coverage", "90%", "89.8%"), {}, "接近而未达到目标"),
    (("milestone", None, None), {"target": START, "evidence": {}}, "看不出已到哪个环节,请核实"),
    (
        ("milestone", None, None),
        {"target": {"rung": "投用"}, "evidence": {"rung": "立项"}},
        "按最短工期推算,请核实实际进展",
    ),
    (("growth", "5%", "4%"), {"evidence": {"reached": "达到目标"}}, "文中自称“达到目标”,但数未达到目标"),
]


@pytest.mark.parametrize(("case", "more", "review"), DOUBTS)
def test_doubts_ask_for_a_second_look(
    verdict: Callable[..., Verdict], case: tuple[Any, ...], more: dict[str, Any], review: str | None
) -> None:
    assert verdict(*case, **more).review == review


def test_a_hedged_figure_near_the_line_asks_for_a_second_look(verdict: Callable[..., Verdict], about: Quantity) -> None:
    near = verdict("cumulative", "100个", "49个", evidence={"quantity": about})
    far = verdict("cumulative", "200个", "49个", evidence={"quantity": about})

    assert near.review is not None
    assert "约49个" in near.review
    assert far.review is None


def test_a_verdict_names_the_line_of_its_rule(verdict: Callable[..., Verdict]) -> None:
    lines = (Path(engine.__file__).parents[1] / "rules.yaml").read_text(encoding="utf-8").splitlines()
    rule = verdict("growth", "5%", "4%").rule

    assert lines[rule.line - 1].strip() == f"- id: {rule.id}"
