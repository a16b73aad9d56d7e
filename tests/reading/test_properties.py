"""What holds of every text, not only of good ones."""

from decimal import Context, localcontext
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import engine

JUNE = "2023-06-30"
WORDS = (Path(__file__).parent / "corpora" / "words.txt").read_text("utf-8").split()
OFFICE = st.lists(st.sampled_from(WORDS), max_size=30).map("".join)
ANYTHING = st.one_of(OFFICE, st.text(max_size=80))

TASK = "新建绿道30公里,新增就业1.2万人,生产总值增长6%,失业率控制在5%以内,污水处理率达到95%。"
PROGRESS = "1-5月,新建绿道14公里,新增就业5800人。生产总值增长5.6%。失业率4.8%。污水处理率96%。"

SUBJECTS = st.sampled_from(("图书下乡", "戏曲进校园", "文明餐桌", "志愿服务", "宣讲队伍", "邻里节", "书香社区"))
DOINGS = st.sampled_from(("有序开展", "深入人心", "氛围浓厚", "广受好评", "稳步推进", "持续深化"))
NEUTRAL = st.tuples(SUBJECTS, DOINGS).map("活动".join)


@given(ANYTHING, ANYTHING)
@settings(max_examples=300)
def test_no_two_texts_make_the_reader_raise(read_task, text, progress):
    for reading in read_task(text, progress):
        target = reading.target
        assert target.clause == text[slice(*target.span)]
        for said in (reading.evidence, reading.reported_forecast, reading.completion):
            assert said is None or said.clause == progress[slice(*said.span)]


@given(OFFICE, OFFICE)
@settings(max_examples=300)
def test_every_figure_in_evidence_stands_in_the_progress_text(read_task, text, progress):
    for reading in read_task(text, progress):
        for said in (reading.evidence, reading.reported_forecast, reading.completion):
            if said is not None and said.quantity is not None:
                assert progress[said.quantity.start : said.quantity.end] == said.quantity.text
                assert said.span[0] <= said.quantity.start < said.quantity.end <= said.span[1]


@given(OFFICE, OFFICE)
def test_targets_are_numbered_in_the_order_of_the_text(read_task, text, progress):
    targets = [reading.target for reading in read_task(text, progress)]
    assert [target.id for target in targets] == [f"1.{number + 1}" for number in range(len(targets))]
    assert [target.span for target in targets] == sorted(target.span for target in targets)


@given(OFFICE, OFFICE)
def test_a_figure_answers_one_promise_only(read_task, text, progress):
    answered: dict[object, str] = {}
    for reading in read_task(text, progress):
        if reading.evidence and reading.evidence.quantity:
            promise = answered.setdefault(reading.evidence.quantity, reading.target.indicator)
            assert promise == reading.target.indicator


@given(OFFICE, OFFICE)
def test_assessing_twice_is_assessing_once(text, progress):
    first, second = (engine.assess_text(target=text, progress=progress, as_of=JUNE).record for _ in range(2))
    assert first.model_dump_json() == second.model_dump_json()


@given(NEUTRAL, st.sampled_from(("", "。", ";")))
def test_a_sentence_about_something_else_changes_no_measured_verdict(sentence, stop):
    before = engine.assess_text(target=TASK, progress=PROGRESS, as_of=JUNE)
    after = engine.assess_text(target=TASK, progress=f"{PROGRESS}{sentence}{stop}", as_of=JUNE)
    assert [one.verdict for one in after.targets] == [one.verdict for one in before.targets]


@given(st.permutations(["新建绿道14公里", "新增就业5800人", "生产总值增长5.6%", "失业率4.8%", "污水处理率96%"]))
def test_the_order_in_which_the_progress_tells_things_changes_nothing(read_task, told):
    values = [str(reading.evidence.value) for reading in read_task(TASK, "。".join(told) + "。") if reading.evidence]
    assert values == ["14", "5800", "5.6", "4.8", "96"]


@given(st.integers(1, 3000), st.integers(1, 3000))
def test_more_done_is_never_judged_worse(done, more):
    def completion(amount):
        task = engine.assess_text(target="新建绿道3000公里。", progress=f"已新建绿道{amount}公里。", as_of=JUNE)
        return task.targets[0].verdict.completion

    assert completion(done) <= completion(done + more)


@given(st.integers(1, 99999))
def test_the_same_amount_in_another_scale_gets_the_same_verdict(tens):
    people = tens * 10
    plain = engine.assess_text(target="新增就业5万人。", progress=f"新增就业{people}人。", as_of=JUNE)
    in_ten_thousands = f"{people // 10000}.{people % 10000:04d}"
    scaled = engine.assess_text(target="新增就业5万人。", progress=f"新增就业{in_ten_thousands}万人。", as_of=JUNE)
    assert plain.targets[0].verdict.completion == scaled.targets[0].verdict.completion
    assert plain.status == scaled.status


@pytest.mark.parametrize("progress", ["", "无", "/", "——", "\n\n", "★", "%", "12.5", "增长", "其中"])
def test_a_cell_that_says_nothing_answers_nothing(read_task, progress):
    assert [reading.evidence for reading in read_task(TASK, progress)] == [None] * 5


def test_the_decimal_context_of_the_caller_changes_nothing(read_task):
    task, progress = "完成投资123456789.12万元。", "完成投资98765432.11万元,占年度计划的80.000001%。"
    plain = engine.assess_text(target=task, progress=progress, as_of=JUNE).record
    with localcontext(Context(prec=5)):
        narrow = engine.assess_text(target=task, progress=progress, as_of=JUNE).record
    assert narrow == plain
