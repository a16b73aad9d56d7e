"""A file that extends the packaged rules says only what differs from them."""

from __future__ import annotations

from collections.abc import Callable

from engine.rules import Loaded, RuleBook, default

LaidOver = Callable[..., Loaded]

OWN = """
verdicts:
  cumulative:
    - {id: far-behind, when: completion < expected - 30%, status: lagging, grade: 严重滞后, because: "差{gap}"}
    - {id: amount-ahead, when: completion > expected + 10%, status: on_track, grade: 超前, because: "超{gap}"}
"""


def whole(loaded: Loaded) -> RuleBook:
    assert [problem.message for problem in loaded.problems] == []
    assert loaded.book is not None
    return loaded.book


def test_what_it_does_not_say_is_as_packaged(laid_over: LaidOver) -> None:
    book = whole(laid_over(""))

    assert book.calendar == default().calendar
    assert [rule.ref.id for rule in book.verdicts.by_kind["growth"]] == [
        rule.ref.id for rule in default().verdicts.by_kind["growth"]
    ]


def test_its_own_rules_stand_in_front(laid_over: LaidOver) -> None:
    shared = len([rule for rule in default().verdicts.by_kind["growth"] if rule in default().verdicts.by_kind["gauge"]])

    rules = whole(laid_over(OWN)).verdicts.by_kind["cumulative"]

    assert rules[shared].ref.id == "far-behind"


def test_a_rule_with_the_id_of_a_packaged_one_takes_its_place(laid_over: LaidOver) -> None:
    before = [rule.ref.id for rule in default().verdicts.by_kind["cumulative"]]

    rules = whole(laid_over(OWN)).verdicts.by_kind["cumulative"]

    assert [rule.ref.id for rule in rules if rule.ref.id != "far-behind"] == before
    assert next(rule.grade for rule in rules if rule.ref.id == "amount-ahead") == "超前"


def test_a_rule_says_which_file_it_stands_in(laid_over: LaidOver) -> None:
    rules = {rule.ref.id: rule.ref for rule in whole(laid_over(OWN)).verdicts.by_kind["cumulative"]}

    assert (rules["far-behind"].file, rules["far-behind"].line) == (None, 6)
    assert rules["amount-behind"].file == "自带规则"
    packaged = {rule.ref.id: rule.ref.line for rule in default().verdicts.by_kind["cumulative"]}
    assert rules["amount-behind"].line == packaged["amount-behind"]


def test_a_section_of_names_is_joined_and_a_schedule_is_taken_whole(laid_over: LaidOver) -> None:
    book = whole(laid_over("schedules: {序时进度: {shape: steps, points: {6月: 40%}}}\nlights: {done: green}\n"))

    assert [(month, share * 10) for month, share in book.schedules["序时进度"].points] == [(6, 4)]
    assert (book.lights["done"], book.lights["lagging"]) == ("green", "red")


def test_two_entries_in_place_of_one_are_told(laid_over: LaidOver) -> None:
    rule = "{id: amount-behind, when: gap < 0, status: lagging, grade: 滞后, because: 滞后}"

    book, problems = laid_over(f"verdicts: {{cumulative: [{rule}, {rule}]}}\n")

    assert book is None
    assert [problem.code for problem in problems] == ["rules-duplicate-id"]


def test_a_packaged_grade_that_has_a_light_can_be_renamed(laid_over: LaidOver) -> None:
    rule = "{id: coverage-near, when: completion >= near, status: on_track, grade: 快到了, because: 快到了}"

    assert laid_over(f"verdicts: {{coverage: [{rule}]}}\n").problems == ()


def test_a_list_of_words_is_taken_whole(laid_over: LaidOver) -> None:
    assert whole(laid_over("units: {groups: [各区县]}\n")).units.groups == ("各区县",)


def test_the_name_is_its_own_and_what_it_extends_is_known_by_its_hash(laid_over: LaidOver) -> None:
    info = whole(laid_over("")).info

    assert (info.name, info.base) == ("某市口径", default().info.sha256)
    assert info.basis is None
    assert default().info.base is None


def test_a_threshold_of_another_type_is_told_where_it_is_written(laid_over: LaidOver) -> None:
    book, problems = laid_over("thresholds: {cumulative: {tolerance: 2个月}}\n")

    assert book is None
    assert [problem.message.splitlines()[0] for problem in problems] == [
        "own.yaml:3:38: “2个月”应为份额,自带规则写的是 0个百分点"
    ]


def test_a_key_that_is_misspelt_is_read_on_as_what_was_meant(laid_over: LaidOver) -> None:
    rule = "{id: early, when: gap > 50%, stauts: laging, grade: 提前, because: 提前}"

    book, problems = laid_over(f"verdicts: {{cumulative: [{rule}]}}\n")

    assert book is None
    assert [problem.code for problem in problems] == ["rules-unknown-key", "rules-value"]


def test_an_indicator_can_follow_whatever_schedule_the_calendar_sets(laid_over: LaidOver) -> None:
    text = "schedules: {后置: {shape: line, points: {6月: 30%, 12月: 100%}}}\ncalendar: {schedule: 后置}\n"

    entry = whole(laid_over(text)).entry("部门预算执行率")

    assert entry is not None
    assert entry.schedule is not None
    assert entry.schedule.name == "后置"


def test_a_list_parted_by_signs_of_the_chinese_keyboard_is_remarked_on(laid_over: LaidOver) -> None:
    text = "indicators: [{name: 年度, any_of: [森林覆盖率\uff0c能耗], label: 年度指标}]\n"

    book, problems = laid_over(text)

    assert book is not None
    assert [(problem.code, problem.severity) for problem in problems if problem.code == "rules-words"] == [
        ("rules-words", "warning")
    ]
