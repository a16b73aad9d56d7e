"""A task stands as its targets stand; a missing figure is never zero."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import engine
from engine.model import Reading, Source, TargetResult, Task, Verdict
from engine.rules import RuleBook, TaskVerdict, loads

DONE = ("cumulative", "10公里", "10公里")
ON_TRACK = ("cumulative", "10公里", "6公里")
LAGGING = ("cumulative", "10公里", "2.2公里")
UNREPORTED = ("cumulative", "10公里", None)
UNRATED = ("relative", None, "3%")
NEAR = ("cumulative", "10公里", "4.9公里")


@pytest.fixture
def task_verdict(
    book: RuleBook, reading: Callable[..., Reading], verdict: Callable[..., Verdict]
) -> Callable[..., TaskVerdict]:
    def make(*cases: tuple[Any, ...], progress: str = "持续推进各项工作。") -> TaskVerdict:
        task = Task(id="1", text="任务", progress=progress, units="建设局", source=Source(path="t.txt"))
        results = [TargetResult(reading=reading(*case), verdict=verdict(*case)) for case in cases]
        return book.roll_up(task, results)

    return make


@pytest.mark.parametrize(
    ("cases", "status"),
    [
        ((DONE,), "done"),
        ((DONE, DONE), "done"),
        ((DONE, ON_TRACK), "on_track"),
        ((DONE, LAGGING), "lagging"),
        ((UNREPORTED, LAGGING), "lagging"),
        ((DONE, UNREPORTED), "on_track"),
        ((ON_TRACK, UNRATED), "on_track"),
        ((UNREPORTED, UNREPORTED), "unrated"),
        ((UNREPORTED, UNRATED), "unrated"),
        ((), "on_track"),
    ],
)
def test_a_task_stands_as_its_targets(
    task_verdict: Callable[..., TaskVerdict], cases: tuple[tuple[Any, ...], ...], status: str
) -> None:
    assert task_verdict(*cases).status == status


@pytest.mark.parametrize("progress", ["", "  ", "无", "暂无。", "/", "无任务", "无此项任务。", "不涉及", "未填报"])
def test_a_task_without_targets_and_without_words_is_not_rated(
    task_verdict: Callable[..., TaskVerdict], progress: str
) -> None:
    assert task_verdict(progress=progress).status == "unrated"


def test_a_task_of_words_only_says_so(task_verdict: Callable[..., TaskVerdict]) -> None:
    found = task_verdict()

    assert (found.status, found.basis, found.points) == ("on_track", "narrative", None)
    assert "没有可量化的目标" in found.because
    assert found.grade == "仅有文字"
    assert found.review is None


def test_a_task_that_states_nothing_is_not_rated(book: RuleBook) -> None:
    task = Task(id="1", text=" ", progress="持续推进各项工作。", units="建设局", source=Source(path="t.txt"))
    found = book.roll_up(task, [])

    assert (found.status, found.because) == ("unrated", "没有任务内容")


@pytest.mark.parametrize(
    ("progress", "word"),
    [
        ("因资金未到位,尚未启动。", "尚未启动"),
        ("项目滞后,正在协调。", "滞后"),
        ("受天气影响,工作进展缓慢。", "进展缓慢"),
        ("本年活动因故取消。", "因故取消"),
        ("未达序时进度。", "未达序时"),
    ],
)
def test_words_that_say_themselves_that_they_fell_short_are_not_on_track(
    task_verdict: Callable[..., TaskVerdict], progress: str, word: str
) -> None:
    found = task_verdict(progress=progress)

    assert (found.status, found.basis) == ("unrated", "narrative")
    assert f"“{word}”" in found.because
    assert f"文中自称“{word}”,请核实是否滞后" in (found.review or "")


@pytest.mark.parametrize("progress", ["各项工作没有滞后。", "逐项督办,防止停滞。", "无一滞后。"])
def test_a_denied_failure_is_none(task_verdict: Callable[..., TaskVerdict], progress: str) -> None:
    assert task_verdict(progress=progress).status == "on_track"


def test_what_counts_as_failure_is_the_policys_own() -> None:
    text = (Path(engine.__file__).parents[1] / "rules.yaml").read_text(encoding="utf-8")
    book, problems = loads(text.replace("进展缓慢, ", "进展缓慢, 搁浅, ", 1), "own.yaml")
    task = Task(id="1", text="任务", progress="项目搁浅。", units="建设局", source=Source(path="t.txt"))

    assert problems == ()
    assert book is not None
    assert book.roll_up(task, []).status == "unrated"


@pytest.mark.parametrize(
    ("cases", "because"),
    [
        ((ON_TRACK,), "共1项目标,没有滞后"),
        ((DONE, UNREPORTED), "共2项目标,没有滞后,未报送或无法评判:市域绿道"),
        ((DONE,), "共1项目标,1项已完成"),
        ((DONE, LAGGING), "共2项目标,1项滞后:市域绿道"),
        ((UNREPORTED,), "共1项目标,无法评判,缺少可用的完成情况:市域绿道"),
    ],
)
def test_the_sentence_counts_the_targets(
    task_verdict: Callable[..., TaskVerdict], cases: tuple[tuple[Any, ...], ...], because: str
) -> None:
    assert task_verdict(*cases).because == because


def test_points_are_the_mean_of_the_targets_that_have_any(task_verdict: Callable[..., TaskVerdict]) -> None:
    assert task_verdict(DONE, LAGGING, UNREPORTED).points == 72
    assert task_verdict(UNREPORTED).points is None


def test_a_weight_counts_a_target_more(reading: Callable[..., Reading], verdict: Callable[..., Verdict]) -> None:
    text = (Path(engine.__file__).parents[1] / "rules.yaml").read_text(encoding="utf-8")
    entry = "  - name: 重点\n    contains: [重点]\n    weight: 300%\n\n# 目标的评判"
    book, _ = loads(text.replace("\n# 目标的评判", entry, 1), "weighted.yaml")
    task = Task(id="1", text="任务", progress="有进展", units="建设局", source=Source(path="t.txt"))
    heavy = TargetResult(reading=reading(*LAGGING, target={"indicator": "重点绿道"}), verdict=verdict(*LAGGING))
    light = TargetResult(reading=reading(*DONE), verdict=verdict(*DONE))

    assert book is not None
    assert book.roll_up(task, [heavy, light]).points == 58


def test_a_target_that_is_left_out_does_not_count(reading: Callable[..., Reading]) -> None:
    book, problems = loads(
        "extends: 自带规则\n"
        'meta: {name: 年度, version: "1"}\n'
        "indicators: [{name: 能耗, any_of: [能耗], label: 年度指标}]\n"
        "verdicts: {all: [{id: yearly, when: label == '年度指标' and not year_over, status: unrated, grade: 年度指标,"
        " because: 年底再评, left_out: 是}]}\n",
        "yearly.yaml",
    )
    task = Task(id="1", text="任务", progress="有进展", units="建设局", source=Source(path="t.txt"))
    done, yearly = reading(*DONE), reading(*LAGGING, target={"indicator": "单位能耗"})

    assert problems == ()
    assert book is not None
    results = [TargetResult(reading=one, verdict=book.judge(one, date(2023, 6, 30))) for one in (done, yearly)]
    both, alone = book.roll_up(task, results), book.roll_up(task, results[1:])
    assert (both.status, both.because, both.points) == ("done", "共1项目标,1项已完成", 100)
    assert (alone.status, alone.because) == ("unrated", "共1项目标,按规则都不计入评判")


def test_what_is_missing_is_named(task_verdict: Callable[..., TaskVerdict]) -> None:
    found = task_verdict(DONE, UNREPORTED)

    assert found.review == "漏报:市域绿道"
    assert task_verdict(UNREPORTED).because.endswith("缺少可用的完成情况:市域绿道")


def test_doubts_about_targets_are_passed_on(task_verdict: Callable[..., TaskVerdict]) -> None:
    assert task_verdict(NEAR).review == "需复核:市域绿道"


def test_a_task_of_milestones_is_judged_by_them(
    book: RuleBook, reading: Callable[..., Reading], verdict: Callable[..., Verdict]
) -> None:
    task = Task(id="1", text="任务", progress="已开工", units="建设局", source=Source(path="t.txt"))
    fields = {"target": {"rung": "开工"}, "evidence": {"rung": "开工"}}
    result = TargetResult(
        reading=reading("milestone", None, None, **fields), verdict=verdict("milestone", None, None, **fields)
    )

    assert book.roll_up(task, [result]).basis == "milestone"
