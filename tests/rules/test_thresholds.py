"""Named figures: whose they are, and what is shown where a completion is close to one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from engine.model import Reading
from engine.rules import default, loads

JUNE = date(2023, 6, 30)
HEAD = 'extends: 自带规则\nmeta: {name: 某市口径, version: "1"}\n'
LINES = """
thresholds: {cumulative: {tolerance: 3个百分点}}
verdicts:
  cumulative:
    - id: far-behind
      when: completion < expected - 30个百分点
      status: lagging
      grade: 严重滞后
      because: 完成率{completion},差{gap}
    - {id: early, when: completion >= 80%, status: on_track, grade: 提前, because: "完成率{completion}"}
"""


@pytest.mark.parametrize("first", ["all", "cumulative"])
def test_a_name_means_one_figure_only(first: str) -> None:
    sections = {"all": "  all: {tolerance: 30个百分点}\n", "cumulative": "  cumulative: {tolerance: 1个百分点}\n"}
    other = next(name for name in sections if name != first)

    book, problems = loads(f"{HEAD}thresholds:\n{sections[first]}{sections[other]}", "own.yaml")

    assert book is None
    assert {problem.code for problem in problems} == {"rules-duplicate-id"}


@pytest.mark.parametrize(
    ("figure", "grade", "shown"),
    [
        ("2000公里", "滞后", "完成率20%,低于序时进度50%,差30个百分点"),
        ("2001公里", "滞后", "完成率20.01%,低于序时进度50%,差29.99个百分点"),
        ("1999公里", "严重滞后", "完成率19.99%,差30.01个百分点"),
        ("4700公里", "达序时", "完成率47%,低于序时进度50%,差3个百分点,在容许的3个百分点以内"),
        ("4699公里", "滞后", "完成率46.99%,低于序时进度50%,差3.01个百分点"),
        ("7999公里", "超序时", "完成率79.99%,快于序时进度50%,超29.99个百分点"),
        ("8000公里", "提前", "完成率80%"),
        ("3333公里", "滞后", "完成率33.3%,低于序时进度50%,差16.7个百分点"),
    ],
)
def test_no_figure_is_shown_as_if_it_were_on_a_line_that_it_misses(
    reading: Callable[..., Reading], figure: str, grade: str, shown: str
) -> None:
    book, problems = loads(HEAD + LINES, "lines.yaml")

    assert problems == ()
    assert book is not None
    found = book.judge(reading("cumulative", "10000公里", figure), JUNE)
    assert found.grade == grade
    assert found.because.endswith(shown)


def test_a_task_that_lags_has_the_gravest_colour_of_its_targets(tmp_path) -> None:  # type: ignore[no-untyped-def]
    import engine

    rules = tmp_path / "own.yaml"
    rules.write_text(HEAD + LINES + "lights: {lagging: yellow, grades: {严重滞后: red}}\n", encoding="utf-8")
    text = "全年新建绿道10公里、公园10个"

    told = {
        done: engine.assess_text(target=text, progress=f"1-6月新建绿道{done}、公园4个", as_of=JUNE, rules=rules)
        for done in ("4公里", "1公里", "9公里")
    }

    assert {done: task.record.light for done, task in told.items()} == {
        "4公里": "yellow",
        "1公里": "red",
        "9公里": "yellow",
    }


def test_the_packaged_lines_are_known() -> None:
    assert [mark * 100 for mark in default().marks] == [2, 5, 95, 100]
