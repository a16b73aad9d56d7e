"""The table in the terminal."""

import io
import re
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from engine.explain.visible import cells
from engine.reports.console import print_report
from engine.reports.ranking import worst_first
from engine.reports.rows import bar, rows

GOLDEN = Path(__file__).parent / "golden"


def printed(report, width=100, lang="zh"):
    file = io.StringIO()
    print_report(report, file, lang, width)
    return file.getvalue()


@pytest.mark.parametrize(("lang", "width"), [("zh", 80), ("zh", 160), ("en", 100)])
def test_the_table_of_the_sample_is_the_golden_one(samples, lang, width):
    golden = (GOLDEN / f"table.{lang}.{width}.txt").read_text(encoding="utf-8")
    assert printed(samples.report(), width, lang) == golden


@pytest.mark.parametrize("width", [80, 100, 160])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_of_the_table_is_wider_than_the_terminal(samples, width, lang):
    long = long_task(samples)
    report = samples.report(*samples.report().tasks, long, problems=())
    assert max(map(cells, printed(report, width, lang).splitlines())) <= width


@pytest.mark.parametrize("width", [80, 100, 160])
def test_no_figure_is_cut_short(samples, width):
    text = printed(samples.report(long_task(samples)), width)
    assert "11764304.5" in text
    assert "≤25.123456" in text
    assert "微克/立方" in text


def long_task(samples):
    """A task whose words and figures want more room than any terminal has."""
    goal = samples.target("9.1", "目标", "很长的指标名称" * 20, "gauge", comparator="<=")
    goal = goal.model_copy(update=samples.figure("25.123456", "微克/立方米"))
    said = samples.statement("完成", **samples.figure("11764304.5", "万元"))
    reading = samples.greenway().targets[0].reading.model_copy(update={"target": goal, "evidence": said})
    shares = {"completion": Fraction(12345), "expected": Fraction(2, 3)}
    judged = samples.verdict("lagging", "滞后", 1, **shares)
    units = "一个名称很长的市级行政主管部门(直属分局)、第二个单位"
    return samples.task("9.10.11", 12, "长", "长", [(reading, judged)], status="lagging", grade="滞后", units=units)


def test_the_worst_gap_comes_first_and_what_is_done_last(samples):
    order = [task.task.id for task in worst_first(samples.report().tasks)]
    assert order == ["1", "3", "5", "8", "2", "4", "7", "6"]


def test_a_gap_as_large_leaves_tasks_in_the_order_of_the_document(samples):
    assert [task.task.id for task in worst_first([samples.party(), samples.road()])] == ["7", "4"]


def test_a_task_shows_its_worst_target_and_every_other_that_lags_or_is_unreported(samples):
    silent = samples.factories().targets[1]
    task = samples.safety()
    task = task.model_copy(update={"targets": (*task.targets, silent)})
    lines = [line for line in printed(samples.report(task)).splitlines() if "5" in line or "智能工厂" in line]
    assert any("事故起数(共3项)" in line for line in lines)
    assert any(line.startswith("漏报") and "智能工厂" in line for line in lines)
    assert not any("隐患整改率" in line for line in lines)


def test_the_first_rows_of_the_tasks_give_the_counts_of_the_summary(samples):
    lines = [line for line in rows(samples.report().tasks, "zh") if line.id]
    assert Counter(line.status for line in lines) == {"lagging": 3, "unrated": 1, "on_track": 3, "done": 1}


def test_a_task_stands_with_its_worst_judged_target_and_names_what_is_unreported_below(samples):
    first, second = rows((samples.factories(),), "zh")
    assert (first.grade, first.indicator) == ("达序时", "技改项目")
    assert (second.grade, second.indicator, second.id) == ("漏报", "智能工厂", "")


def test_of_tasks_that_lag_without_a_gap_the_one_that_keeps_fewest_points_comes_first(samples):
    def keeping(points):
        (result,) = samples.revenue().targets
        verdict = result.verdict.model_copy(update={"gap": None, "points": Fraction(points)})
        return samples.revenue().model_copy(update={"targets": (result.model_copy(update={"verdict": verdict}),)})

    near, far = keeping(90), keeping(20)
    assert worst_first([near, far, samples.greenway()]) == [samples.greenway(), far, near]


def foretold(samples, goal, forecast, **said):
    """The forecast of a target as the table shows it."""
    task = samples.greenway()
    (result,) = task.targets
    target = result.reading.target.model_copy(update=goal)
    evidence = result.reading.evidence.model_copy(update=said)
    reading = result.reading.model_copy(update={"target": target, "evidence": evidence})
    verdict = result.verdict.model_copy(update={"forecast": samples.straight(forecast)})
    (line,) = rows(
        (task.model_copy(update={"targets": (samples.model.TargetResult(reading=reading, verdict=verdict),)}),), "zh"
    )
    return line.forecast


def test_a_forecast_is_no_finer_than_its_figures_and_whole_where_things_are_counted(samples):
    figure = samples.figure
    assert foretold(samples, figure("60", "亿元"), "86.64", **figure("36.1", "亿元")) == "86.6亿元"
    assert foretold(samples, figure("4", "亿美元"), "4.45632", **figure("18568", "万美元")) == "4.4亿美元"
    assert foretold(samples, figure("500", "家"), "693.6", **figure("289", "家")) == "693家"


def test_no_fall_is_no_change_and_nothing_left_is_no_limit(samples):
    task = samples.safety()
    result = task.targets[0]
    level = result.reading.evidence.model_copy(update=samples.figure("0", "%"))
    reading = result.reading.model_copy(update={"evidence": level})
    none_left = result.reading.target.model_copy(
        update={"kind": "gauge", "comparator": "<=", **samples.figure("0", "个")}
    )
    (flat, *_) = rows((task.model_copy(update={"targets": (result.model_copy(update={"reading": reading}),)}),), "zh")
    reading = reading.model_copy(update={"target": none_left})
    (nil, *_) = rows((task.model_copy(update={"targets": (result.model_copy(update={"reading": reading}),)}),), "zh")
    assert (flat.done, nil.target) == ("持平", "清零")


def test_the_count_of_targets_is_in_one_piece_and_no_line_begins_with_a_closing_sign(samples):
    goals = [
        samples.target(f"1.{n}", "目标", "长" * n + ",“名称”、及其他", "milestone", rung="开工") for n in range(1, 20)
    ]
    judged = samples.verdict("lagging", "滞后", 1)
    fields = {"status": "lagging", "grade": "滞后", "units": "甲局(乙办公室)"}
    tasks = [
        samples.task("1", 2, "", "", [(samples.model.Reading(target=goal), judged)] * 2, **fields) for goal in goals
    ]
    text = printed(samples.report(*tasks), 60)
    assert text.count("(共2项)") == len(goals)
    assert not re.search(r"^ +[,、)”]", text, re.MULTILINE)


@pytest.mark.parametrize("width", [80, 160])
def test_what_is_only_applied_for_is_not_shown_as_done(samples, width):
    task = samples.greenway()
    result = task.targets[0]
    said = result.reading.evidence.model_copy(update={"stage": "applied"})
    reading = result.reading.model_copy(update={"evidence": said})
    task = task.model_copy(update={"targets": (result.model_copy(update={"reading": reading}),)})
    assert "(申报中)" in printed(samples.report(task), width)


def test_a_completion_that_the_text_only_states_stands_in_the_place_of_the_figure(samples):
    task = samples.greenway()
    result = task.targets[0]
    said = samples.statement("完成年度目标的53.3%", measure="completion", **samples.figure("53.3", "%"))
    reading = result.reading.model_copy(update={"evidence": None, "completion": said})
    verdict = result.verdict.model_copy(update={"completion": Fraction(533, 1000)})
    task = task.model_copy(update={"targets": (result.model_copy(update={"reading": reading, "verdict": verdict}),)})
    line = next(line for line in printed(samples.report(task)).splitlines() if "绿道" in line)
    assert line.split()[3:6] == ["10公里", "53.3%(自报)", "53.3/50%"]


def test_the_summary_counts_tasks_and_targets(samples):
    text = printed(samples.report())
    assert "任务8项:已完成1、达序时3(其中仅有文字1)、滞后3、无法评判1" in text
    assert "目标8项:已完成2、达序时2、滞后3、漏报1" in text
    assert "滞后任务较多的牵头单位:建设局1项" in text
    assert "需复核的任务2项:3、8" in text


def test_of_many_tasks_to_review_only_the_first_are_named(samples):
    tasks = [samples.blank() for _ in range(30)]
    assert "需复核的任务30项:" + "8、" * 19 + "8 等\n" in printed(samples.report(*tasks))


def shared(samples, status):
    """A task whose target is split between two areas, one share standing as told and the other unreported."""
    task = samples.greenway()
    (whole,) = task.targets
    results = [whole]
    for number, (area, told) in enumerate((("东城区", status), ("西城区", "unreported")), start=1):
        fields = {"id": f"1.1.{number}", "area": area, "part_of": "1.1", "source": task.task.source}
        target = whole.reading.target.model_copy(update=fields)
        evidence = whole.reading.evidence if told != "unreported" else None
        reading = whole.reading.model_copy(update={"target": target, "evidence": evidence})
        results.append(samples.model.TargetResult(reading=reading, verdict=samples.verdict(told, told, 1)))
    return task.model_copy(update={"targets": tuple(results)})


def test_the_share_of_an_area_is_a_row_only_where_something_was_told_of_it(samples):
    told = printed(samples.report(shared(samples, "lagging")))
    assert "绿道(东城区)" in told and "西城区" not in told
    assert "东城区" not in printed(samples.report(shared(samples, "unreported")))


def test_shares_of_areas_are_counted_apart_from_targets(samples):
    text = printed(samples.report(shared(samples, "lagging")))
    assert "目标1项:滞后1\n地区分解2项:滞后1、漏报1\n" in text


def test_a_table_without_a_column_for_progress_is_told_below(samples):
    task = samples.greenway()
    bare = task.task.model_copy(update={"cells": {"text": task.task.source}})
    without = task.model_copy(update={"task": bare})
    assert "表中没有完成情况一列的任务1项" in printed(samples.report(task, without))
    assert "没有完成情况一列" not in printed(samples.report(task))


def test_findings_of_the_checks_stand_before_the_problems(samples):
    place = samples.model.Source(path="任务表.txt", row=3, column=2)
    other = place.model_copy(update={"row": 7})
    finding = samples.model.Problem(
        code="check-ratio", severity="warning", message="45÷60=75%。", source=place, also=(other,)
    )
    text = printed(samples.report().model_copy(update={"checks": (finding,)}))
    assert "核对发现1处:\n任务表.txt:3:2: 警告: 45÷60=75%。\n  另见:7:2\n问题1处:\n" in text


def test_problems_are_listed_with_place_and_advice(samples):
    assert "任务表.txt:9:3: 警告: 第8项任务的完成情况为空。\n  → 请补填完成情况后重新评定。" in printed(
        samples.report()
    )


def test_output_that_is_no_terminal_has_no_colour_codes(samples):
    assert "\x1b" not in printed(samples.report())


def test_status_is_told_by_a_word_and_not_by_colour_alone(samples):
    text = printed(samples.report())
    assert all(word in text for word in ("滞后", "漏报", "无法评判", "达序时", "已完成"))


def test_hostile_task_text_is_shown_as_text(samples):
    text = "[red]红[/red]\x1b[2J\x1b]0;x\x07 :smile: {0}\u202e\n行"
    task = samples.task("1", 2, text, "", [], status="unrated", grade="未评")
    shown = printed(samples.report(task), 160)
    assert "[red]红[/red]␛[2J␛]0;x␇ :smile: {0}\\u202e␊行" in shown


def test_a_text_of_a_hundred_thousand_characters_takes_a_few_lines(samples):
    task = samples.task("1", 2, "长" * 100_000, "", [], status="unrated", grade="未评", units="局" * 100)
    assert len(printed(samples.report(task), 80).splitlines()) < 60


def test_a_report_without_tasks_still_has_its_summary(samples):
    empty = samples.report().model_copy(update={"tasks": (), "units": ()})
    assert "任务0项" in printed(empty)


@pytest.mark.parametrize(
    ("completion", "expected", "drawn"),
    [
        (Fraction(11, 50), Fraction(1, 2), "==---|-----"),
        (Fraction(27, 25), Fraction(1, 2), "=====|====="),
        (Fraction(0), Fraction(1), "----------|"),
        (Fraction(-1, 2), Fraction(0), "|----------"),
        (None, Fraction(1, 2), ""),
        (Fraction(1, 2), None, ""),
    ],
)
def test_the_bar_shows_completion_against_what_is_due(completion, expected, drawn):
    assert bar(completion, expected) == drawn
