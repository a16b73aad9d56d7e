"""The rules file that the engine comes with: whole, explained, and all of the policy."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

import engine
from engine.model import Reading
from engine.rules import RuleBook, default, load, loads
from engine.rules.facts.vocabulary import TARGET_TERMS, TASK_TERMS
from engine.rules.policy import KINDS, STAGES, STATUSES

FILE = Path(engine.__file__).parents[1] / "rules.yaml"


def test_the_default_book_has_no_problems() -> None:
    book, problems = load(FILE)

    assert problems == ()
    assert book is not None
    assert book.info.sha256 == hashlib.sha256(FILE.read_bytes()).hexdigest()
    assert default().info == book.info


def test_a_byte_order_mark_makes_no_difference(tmp_path: Path) -> None:
    path = tmp_path / "bom.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + FILE.read_bytes())

    book, problems = load(path)

    assert problems == ()
    assert book is not None


def test_a_text_gives_the_same_book_as_its_file() -> None:
    book, _ = loads(FILE.read_text(encoding="utf-8"), "rules.yaml")

    assert book is not None
    assert book.info == default().info


def test_the_file_explains_every_term() -> None:
    text = FILE.read_text(encoding="utf-8")

    for term in (*TARGET_TERMS.values(), *TASK_TERMS.values()):
        assert f"{term.name} {term.title}" in text
        assert term.meaning


def test_every_case_has_rules(book: RuleBook) -> None:
    assert set(book.verdicts.by_kind) == set(KINDS) == set(book.points.lagging)
    assert set(book.worth) == set(STAGES)
    assert all(book.light(status, "") for status in STATUSES)


def test_lights_go_by_grade_before_status(book: RuleBook) -> None:
    assert book.light("on_track", "达序时") == "green"
    assert book.light("on_track", "接近目标") == "yellow"


def test_the_weights_of_roles_are_one_and_a_half(book: RuleBook) -> None:
    assert book.points.lead_weight == 1
    assert book.points.co_weight * 2 == 1


def test_units_are_read_by_star_or_else_by_order(book: RuleBook) -> None:
    assert book.units.lead_mark == "★"
    assert book.units.first_leads
    assert set(book.units.separators) == set("、,;/\uff0c\uff1b")
    assert "各镇街道" in book.units.groups


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("生产总值", {"地区生产总值", "GDP", "经济增长", "经济发展"}),
        ("固定资产投资", {"全部投资", "全社会投资"}),
    ],
)
def test_what_others_are_compared_with_is_known_by_its_other_names(book: RuleBook, name: str, others: set[str]) -> None:
    entry = next(entry for entry in book.indicators if entry.name == name)

    assert set(entry.also) == others
    assert all(entry.matches(other) for other in others)
    assert not entry.matches(f"人均{name}")


@pytest.mark.parametrize("indicator", ["资金支出进度", "部门预算执行率", "年度投资完成率"])
def test_rates_of_the_work_itself_follow_the_schedule(
    book: RuleBook, reading: Callable[..., Reading], indicator: str
) -> None:
    read = reading("gauge", "100%", target={"indicator": indicator}).target

    assert book.apply_indicators(read).kind == "coverage"
    assert book.own_schedule(read) is not None


def test_other_indicators_keep_what_was_read(book: RuleBook, reading: Callable[..., Reading]) -> None:
    read = reading("gauge", "90%", target={"indicator": "空气质量优良率"}).target

    assert book.apply_indicators(read) is read


def test_the_book_can_be_made_stricter_by_its_file_alone(reading: Callable[..., Reading]) -> None:
    book, problems = loads(
        "extends: 自带规则\n"
        'meta: {name: 从严, version: "1"}\n'
        "verdicts: {cumulative: [{id: strict, when: completion < expected + 10%, status: lagging, grade: 滞后,"
        " because: 未高出序时进度10个百分点}]}\n",
        "strict.yaml",
    )

    assert problems == ()
    assert book is not None
    case = reading("cumulative", "10公里", "5.5公里")
    assert book.judge(case, date(2023, 6, 30)).status == "lagging"
    assert default().judge(case, date(2023, 6, 30)).status == "on_track"


def test_a_rung_without_words_of_its_own_is_told_by_its_name(book: RuleBook) -> None:
    assert book.ladders["投用"].done == "投入使用"
    assert book.ladders["开工"].done == "开工"


def test_what_a_stage_is_worth_decides_how_its_figures_are_judged(reading: Callable[..., Reading]) -> None:
    text = FILE.read_text(encoding="utf-8").replace("    applied: 0%", "    applied: 50%", 1)
    book, _ = loads(text, "worth.yaml")
    case = reading("cumulative", "20家", "19家", evidence={"stage": "applied"})

    assert book is not None
    found = book.judge(case, date(2023, 6, 30))
    assert (found.status, found.rule.id, found.completion) == ("lagging", "amount-behind", Fraction(19, 40))


def test_a_named_schedule_draws_the_forecast(reading: Callable[..., Reading]) -> None:
    book, problems = loads(
        "extends: 自带规则\n"
        'meta: {name: 台阶, version: "1"}\n'
        "schedules: {季末节点: {shape: steps, points: {3月: 25%, 6月: 50%, 9月: 75%, 12月: 100%}}}\n"
        "indicators: [{name: 绿道, contains: [绿道], schedule: 季末节点}]\n",
        "steps.yaml",
    )

    assert problems == ()
    assert book is not None
    found = book.judge(reading("cumulative", "10公里", "3公里", month=5), date(2023, 6, 30))
    assert (found.status, str(found.forecast.value)) == ("on_track", "12")
    assert found.forecast.method == "schedule:季末节点"
