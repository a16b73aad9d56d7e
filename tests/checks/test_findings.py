"""The room as a whole: what a finding says and points at, and that nothing is said of documents that are right."""

from __future__ import annotations

import json
from datetime import date
from decimal import localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import reading
from engine.checks import findings
from engine.checks.figures import rounded
from engine.documents import read
from engine.model import Part, Source, Task

JUNE = date(2023, 6, 30)
TEXT, PROGRESS = "改造管网60公里。", "进展顺利。已改造管网33公里,占年度计划的45%。"
CELLS = {
    "text": Source(path="表.csv", row=8, column=2, offset=700),
    "progress": Source(path="表.csv", row=8, column=3, offset=720),
}
ROW = Source(path="表.csv", row=8)


def found(*tasks, as_of=JUNE):
    settled = reading.settled(tasks, [reading.read(task, as_of) for task in tasks], {})
    return findings(tasks, settled, as_of)


def task(text=TEXT, progress=PROGRESS, number="7", **more):
    return Task(id=number, text=text, progress=progress, units="", source=ROW, **{"cells": CELLS, **more})


def test_a_finding_names_both_places_and_shows_the_arithmetic():
    (finding,) = found(task())
    assert finding.code == "check-ratio"
    assert finding.severity == "warning"
    assert finding.message == (
        "任务7的完成情况“占年度计划的45%”与“已改造管网33公里”、任务7的任务内容“改造管网60公里”不符:"
        "33÷60=55%,文中写作45%,相差10个百分点。"
    )
    assert finding.suggestion


def test_a_finding_leads_to_the_words_and_to_the_other_places():
    (finding,) = found(task())
    assert finding.source == CELLS["progress"].model_copy(update={"offset": 720 + PROGRESS.index("占年度")})
    assert finding.also == (
        CELLS["progress"].model_copy(update={"offset": 720 + PROGRESS.index("已改造")}),
        CELLS["text"],
    )


def test_words_from_a_cell_of_their_own_lead_to_that_cell():
    own = Source(path="表.xlsx", sheet="任务", row=8, column=5)
    start = PROGRESS.index("占年度")
    part = Part(field="progress", span=(start, len(PROGRESS)), source=own, title="完成率")
    (finding,) = found(task(parts=(part,)))
    assert finding.source == own


def test_a_task_without_a_number_or_cells_is_named_by_its_row():
    (finding,) = found(task(number="", cells={}))
    assert finding.message.startswith("第8行的任务的完成情况")
    assert finding.source == ROW


def test_findings_follow_the_order_of_the_tasks():
    tasks = [task(number=str(number)) for number in (3, 1, 2)]
    assert [finding.message[2] for finding in found(*tasks)] == ["3", "1", "2"]


def test_findings_are_the_same_under_any_decimal_context():
    with localcontext() as context:
        context.prec = 3
        rough = found(task())
    assert rough == found(task())


def test_nothing_is_found_where_there_is_nothing():
    assert found() == ()
    assert found(task(text="", progress="")) == ()


def test_a_task_that_tells_nothing_twice_has_no_finding():
    assert found(task(progress="已改造管网33公里。")) == ()


@pytest.mark.parametrize("progress", ["占" * 5000, "其中" * 3000, "1个、" * 2000, "完成率61%," * 800, "(、" * 2000])
def test_long_monotonous_texts_are_read_to_their_limit(progress):
    found(task(progress=progress))


@given(st.text(alphabet="完成率占计划的61%3665亩个、,。其中从增至等(合计“”)已整改隐患覆盖", max_size=60))
def test_no_text_makes_a_check_fail(progress):
    for finding in found(task(progress=progress)):
        assert finding.message
        assert finding.suggestion


@given(part=st.integers(1, 999), whole=st.integers(1, 999), places=st.integers(0, 3))
def test_the_rounded_share_is_never_found_wrong(part, whole, places):
    percent = rounded(Fraction(part * 100, whole), places)
    assert found(task(f"建成公园{whole}个。", f"已建成公园{part}个,占年度计划的{percent}%。")) == ()


def real_findings(shared, name):
    document = read(shared / "seeds" / name)
    tasks = document.tasks
    settled = reading.settled(tasks, [reading.read(one, JUNE) for one in tasks], {})
    return findings(tasks, settled, JUNE)


def test_the_midyear_table_has_no_contradiction(shared):
    assert real_findings(shared, "000_df903cedea0ecb0b.txt") == ()


def test_the_notice_splits_two_totals_wrongly_and_contradicts_itself_nowhere_else(shared):
    real = real_findings(shared, "002_e3e14117122262d2.txt")
    assert {finding.code for finding in real} == {"check-allocation-sum"}
    assert [finding.message.partition(",比")[2] for finding in real] == ["总数7000多429。", "总数8多2。"]


def test_the_published_bulletins_are_recomputed_and_none_contradicts_itself(shared, recompute):
    seen = []
    for line in (shared / "gold" / "bulletins.dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        day = date.fromisoformat(row["as_of"]) if row["as_of"] else JUNE
        seen += recompute(row["target_text"], row["achieved_text"], as_of=day)
    assert [one.problem.message for one in seen if one.problem] == []
    assert sum(one.code == "check-ratio" for one in seen) >= 140
