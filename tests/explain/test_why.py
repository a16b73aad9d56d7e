"""The explanation of a task, from the words of the source to the line of the rule."""

from fractions import Fraction

import pytest

from engine.explain import why
from engine.model import Candidate, Forecast

LAGGING = """\
任务1 滞后(按数据评定)
  责任单位  牵头 建设局;配合 城投集团
  出处      任务表.txt,第2行
  任务原文  新增绿道10公里。
  完成情况  上半年,绿道新增2.2公里,在建绿道6公里。
  结论      由各目标汇总。
  得分      44.0

目标1.1 滞后
  目标原文  “新增绿道10公里”(第2行第2列,第1–8字)
  目标要求  绿道,累计类,不低于10公里,12月底前
  佐证原文  “绿道新增2.2公里”(第2行第3列,第5–13字)
  佐证数据  2.2公里,已完成,截至6月
  算式      2.2公里 ÷ 10公里 = 22%;应完成 6/12 = 50%;差 -28个百分点
  规则      lagging.rule(我的规则.yaml:41):按规则评为滞后。
  预测      4.4公里,按序时外推,依据 6月2.2
  未采用    “在建绿道6公里”:只是在建,尚未完成"""

LAGGING_IN_ENGLISH = """\
Target 1.1: lagging
  target     “新增绿道10公里” (row 2, column 2, characters 1–8)
  asks for   绿道, cumulative, at least 10公里, by month 12
  evidence   “绿道新增2.2公里” (row 2, column 3, characters 5–13)
  reads as   2.2公里, completed, through month 6
  reckoning  2.2公里 ÷ 10公里 = 22%; due 6/12 = 50%; gap -28 points
  rule       lagging.rule (rules.yaml:41): 按规则评为滞后。
  forecast   4.4公里, straight line, from month 6: 2.2
  not taken  “在建绿道6公里”: 只是在建,尚未完成"""

UNREPORTED = """\
目标2.2 漏报
  目标原文  “创建智能工厂3家”(第3行第2列,第12–19字)
  目标要求  智能工厂,累计类,不低于3家,12月底前
  佐证原文  完成情况中没有能衡量这项目标的表述。
  最接近    “已实施技改项目98个”,但已是目标2.1的佐证,不能作为佐证
  算式      没有可计算的数字
  规则      unreported.rule(rules.yaml:60):按规则评为漏报。
  预测      不作预测:没有可外推的数字"""


def section(task, number, lang="zh"):
    return why(task).sections[number].text(lang)


def with_reading(task, **changes):
    """The task with its first target's reading changed."""
    first, *others = task.targets
    reading = first.reading.model_copy(update=changes)
    return task.model_copy(update={"targets": (first.model_copy(update={"reading": reading}), *others)})


def with_verdict(task, **changes):
    """The task with its first target's verdict changed."""
    first, *others = task.targets
    verdict = first.verdict.model_copy(update=changes)
    return task.model_copy(update={"targets": (first.model_copy(update={"verdict": verdict}), *others)})


def test_a_lagging_task_is_explained_from_its_words_to_the_rules_line(samples):
    assert str(why(samples.greenway(), "我的规则.yaml")) == LAGGING


def test_english_labels_leave_the_words_of_the_source_as_they_are(samples):
    assert section(samples.greenway(), 1, "en") == LAGGING_IN_ENGLISH


def test_an_unreported_target_names_the_nearest_statement_and_why_it_will_not_do(samples):
    assert section(samples.factories(), 2) == UNREPORTED


def test_a_statement_that_answers_nothing_else_is_refused_by_its_own_objection(samples):
    task = samples.factories()
    alone = task.model_copy(update={"targets": task.targets[1:]})
    assert "最接近    “已实施技改项目98个”,但计量单位不同,不能作为佐证" in section(alone, 1)


def test_an_unreported_target_without_any_statement_near_says_so(samples):
    first = samples.factories().targets[1].reading.target
    task = with_reading(samples.factories(), target=first, evidence=None, candidates=())
    assert "最接近    完成情况中没有相近的表述" in section(task, 1)


def test_growth_is_reckoned_as_a_difference_and_the_gap_is_not_said_twice(samples):
    lines = section(samples.revenue(), 1)
    assert "算式      4.2% - 5% = -0.8个百分点\n" in lines


def test_the_units_own_forecast_stands_apart_from_the_evidence(samples):
    lines = section(samples.revenue(), 1)
    assert "自报预计  “预计上半年增长6.2%”" in lines
    assert "请复核    自报预计高于实际" in lines


def test_a_rise_where_a_fall_was_asked_for_is_called_a_rise(samples):
    lines = section(samples.safety(), 1)
    assert "事故起数,增长类,下降不低于3%,12月底前" in lines
    assert "佐证数据  上升1.2%,已完成,截至6月" in lines
    assert "算式      降幅 -1.2% - 3% = -4.2个百分点" in lines


def test_scale_words_are_counted_where_figures_are_divided(samples):
    assert "16200人 ÷ 1.5万人 = 108%" in section(samples.jobs(), 1)


def test_a_division_that_does_not_give_the_completion_judged_by_is_not_shown(samples):
    lines = section(with_verdict(samples.greenway(), completion=Fraction(1, 4)), 1)
    assert "÷" not in lines
    assert "完成率 25%" in lines


def test_a_division_that_does_not_count_says_so(samples):
    task = samples.greenway()
    said = task.targets[0].reading.evidence.model_copy(update={"stage": "applied"})
    task = with_verdict(with_reading(task, evidence=said), completion=None, gap=None)
    lines = section(task, 1)
    assert "算式      2.2公里 ÷ 10公里 = 22%,尚未完成,不计入;应完成 6/12 = 50%\n" in lines


def test_a_completion_that_the_text_states_is_cited_as_such(samples):
    stated = samples.statement("完成年度目标的25%", 3, measure="completion", **samples.figure("25", "%"))
    task = with_reading(samples.greenway(), evidence=None, completion=stated)
    lines = section(with_verdict(task, completion=Fraction(1, 4)), 1)
    assert "自述进度  “完成年度目标的25%”(第2行第3列,第4–13字)" in lines
    assert "原文自述完成率 25%" in lines


def test_a_share_close_to_what_is_due_never_looks_equal_to_it(samples):
    shares = {"completion": Fraction(49999, 100000), "expected": Fraction(1, 2), "gap": Fraction(-1, 100000)}
    assert "完成率 49.999%;应完成 6/12 = 50%;差 -0.001个百分点" in section(
        with_verdict(samples.greenway(), **shares), 1
    )


def test_the_reckoning_adds_up_as_it_is_shown(samples):
    shares = {"completion": Fraction(18568, 40000), "expected": Fraction(5, 12), "gap": Fraction(284, 6000)}
    assert "完成率 46.4%;应完成 41.7%;差 +4.7个百分点" in section(with_verdict(samples.greenway(), **shares), 1)


def test_a_milestone_shows_the_rung_promised_and_the_rung_reached(samples):
    lines = section(samples.road(), 1)
    assert "目标要求  环城路,节点类,到“投用”环节,12月底前" in lines
    assert "佐证数据  “主体”环节,已完成,截至6月" in lines


def test_evidence_of_a_milestone_that_names_no_rung_says_so(samples):
    said = samples.statement("环城路有序推进", measure="event", stage="underway")
    lines = section(with_reading(samples.road(), evidence=said), 1)
    assert "佐证数据  看不出到了哪个环节,推进中,截至6月" in lines


def test_evidence_of_an_amount_without_a_figure_says_so(samples):
    said = samples.statement("绿道正在建设", measure="event", stage="underway")
    assert "佐证数据  没有报数,推进中,截至6月" in section(with_reading(samples.greenway(), evidence=said), 1)


def test_a_comparison_names_the_other_indicator_and_its_words(samples):
    goal = samples.target("9.1", "收入增长与经济增长同步", "收入", "relative", rival="经济增长")
    other = samples.statement("生产总值增长5.1%", measure="growth", **samples.figure("5.1", "%"))
    lines = section(with_reading(samples.revenue(), target=goal, rival=other), 1)
    assert "与“经济增长”比较" in lines
    assert "对比指标  “生产总值增长5.1%”\n" in lines


@pytest.mark.parametrize(
    ("rival", "steps"),
    [
        ("5.1", "4.2% - 5.1% = -0.9个百分点"),
        ("-14.1", "4.2% - (-14.1%) = 18.3个百分点"),
        ("4.2", "4.2% - 4.2% = 0个百分点"),
    ],
)
def test_a_comparison_is_reckoned_from_both_rates_and_names_the_task_of_the_other(samples, rival, steps):
    goal = samples.target("3.1", "收入增长与经济增长同步", "收入", "relative", rival="经济增长")
    other = samples.statement("经济增速的说明", measure="growth", **samples.figure(rival, "%"))
    task = with_reading(samples.revenue(), target=goal, rival=other, rival_task="1")
    assert f"算式      {steps}\n" in section(task, 1)
    assert "对比指标  “经济增速的说明”(任务1的完成情况)\n" in section(task, 1)
    assert "“经济增速的说明” (progress of task 1)" in section(task, 1, "en")


def test_scope_and_qualifiers_are_part_of_what_is_asked(samples):
    goal = samples.greenway().targets[0].reading.target
    goal = goal.model_copy(update={"qualifiers": ("宽3米以上",), "scope": "不含港区"})
    lines = section(with_reading(samples.greenway(), target=goal), 1)
    assert "12月底前,限定:宽3米以上,口径:不含港区" in lines


def test_the_texts_own_word_for_a_miss_is_shown(samples):
    said = samples.statement("绿道尚未开工", measure="event", failing="尚未")
    assert "原文用“尚未”表明尚未做到" in section(with_reading(samples.greenway(), evidence=said), 1)


@pytest.mark.parametrize(
    ("forecast", "words"),
    [
        (Forecast(method="none", refusal="仅有一个月的数据"), "不作预测:仅有一个月的数据"),
        (Forecast(method="schedule:冬季停工", value="5"), "5公里,按进度安排“冬季停工”外推"),
        (Forecast(method="hold_last", value="5"), "5公里,维持最近水平"),
        (
            Forecast(method="straight_line", value="5", low="4", high="6", level="0.8"),
            "5公里,按序时外推,80%区间 4公里至6公里",
        ),
    ],
)
def test_a_forecast_says_its_method_or_its_refusal(samples, forecast, words):
    assert f"预测      {words}" in section(with_verdict(samples.greenway(), forecast=forecast), 1)


def test_a_task_without_targets_says_so(samples):
    lines = str(why(samples.party()))
    assert lines.startswith("任务7 仅有文字(仅据文字叙述评定)")
    assert "未列目标" in lines


def test_an_empty_progress_cell_is_shown_as_none(samples):
    lines = str(why(samples.blank()))
    assert "完成情况  无" in lines
    assert "请复核    完成情况为空" in lines


def test_the_offset_in_the_file_is_given_where_it_is_known(samples):
    task = samples.greenway()
    cells = {name: cell.model_copy(update={"offset": 100}) for name, cell in task.task.cells.items()}
    task = task.model_copy(update={"task": task.task.model_copy(update={"cells": cells})})
    assert "(第2行第3列,第5–13字,文件第105字起)" in section(task, 1)


def test_only_the_best_runners_up_are_listed(samples):
    said = samples.statement("在建绿道6公里")
    many = tuple(Candidate(said.clause, said.span, likeness=n, objection="未完成") for n in range(9, 0, -1))
    assert section(with_reading(samples.greenway(), candidates=many), 1).count("未采用") == 3


def test_every_task_of_the_sample_has_an_explanation_in_both_languages(samples):
    for task in samples.report().tasks:
        for lang in ("zh", "en"):
            facts = [line for line in why(task).text(lang).splitlines() if line.startswith("  ")]
            assert len(facts) >= 6
            assert all(len(fact.split("  ")) >= 3 for fact in facts)


def test_hostile_words_are_shown_and_not_obeyed(samples):
    clause = "新增\x1b[31m绿道\x1b]0;标题\x0710公里[red]\u202e{id}\n"
    goal = samples.target("1.1", clause, "[bold]绿道{x}", "cumulative", **samples.figure("10", "公里"))
    lines = section(with_reading(samples.greenway(), target=goal), 1)
    assert "“新增␛[31m绿道␛]0;标题␇10公里[red]\\u202e{id}␊”" in lines
    assert "[bold]绿道{x}" in lines


def test_a_text_of_a_hundred_thousand_characters_is_shown_whole(samples):
    task = samples.task("9", 10, "绿道" * 50_000, "有", [], status="on_track", grade="达序时")
    assert "绿道" * 50_000 in str(why(task))


def test_an_explanation_is_the_same_every_time(samples):
    assert why(samples.greenway()) == why(samples.greenway())


def test_a_target_without_figure_rung_or_rival_is_never_blank(samples):
    goal = samples.target("9.1", "举办活动", "活动", "milestone")
    assert "以事项完成为准" in section(with_reading(samples.greenway(), target=goal, evidence=None), 1)


def test_the_points_say_how_many_targets_they_leave_out(samples):
    assert "  得分      50.0(漏报1项未计分)" in section(samples.factories(), 0).splitlines()
    assert "not counted: 1 unreported" in section(samples.factories(), 0, "en")


def test_all_of_it_in_words_is_said_to_be_taken_as_100_percent(samples):
    said = samples.statement("实现全覆盖", measure="ratio", **samples.figure("100", "%"))
    text = section(with_reading(samples.greenway(), evidence=said), 1)
    assert "文中称全部完成,视同100%,已完成,截至6月" in text


def test_counted_things_are_foretold_as_whole_ones(samples):
    task = samples.factories()
    first, *others = task.targets
    verdict = first.verdict.model_copy(update={"forecast": samples.straight("196.8", (6, "98.4"))})
    task = task.model_copy(update={"targets": (first.model_copy(update={"verdict": verdict}), *others)})
    assert "196个,按序时外推" in section(task, 1)
