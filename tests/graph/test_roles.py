"""One units cell to roles: one division, many ways to write it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.documents import read
from engine.graph import roles

SAME = {
    (("发改局",), ("经信局", "建设局")): (
        *(
            "★发改局、经信局、建设局",
            "发改局、经信局、建设局",
            "经信局,★发改局;建设局",
            "★ 发改局 、 经信局、建设局 、",
        ),
        *("★发改局,经信局,建设局", "★发改局\n经信局\r\n建设局", "★发改局;经信局;建设局", "发改局★、经信局、建设局"),
        "★发改局、经信局、建设局、发改局、经信局",
    ),
    (("交通局", "城东街道"), ("城西街道",)): ("★交通局、★城东街道、城西街道", "城西街道、★交通局、★城东街道、交通局"),
    (("发改局(服务业发展局)",), ()): ("发改局(服务业发展局)", " ★发改局(服务业发展局) "),
    (("甲局(一、二科)",), ("乙局(三,四科)",)): ("甲局(一、二科)、乙局(三,四科)",),
    (("甲局(一",), ("二科",)): ("甲局(一、二科",),
    (("市委 办公室",), ("各镇街道",)): ("市委 办公室、各镇街道",),
    ((), ()): ("", "  ", "、;★", "★\n"),
}


def pair(found):
    return found.lead, found.co


@pytest.mark.parametrize(("text", "expected"), [(text, division) for division, texts in SAME.items() for text in texts])
def test_a_cell_is_divided_into_leads_and_others(units, text, expected):
    lead, co = pair(roles(text, units()))
    assert (set(lead), set(co)) == (set(expected[0]), set(expected[1]))


def test_units_stay_in_the_order_listed(units):
    assert pair(roles("丙局、★乙局、甲局、★丁局", units())) == (("乙局", "丁局"), ("丙局", "甲局"))


def test_without_a_mark_nobody_leads_where_the_rules_say_so(units):
    assert pair(roles("发改局、经信局", units(first_leads=False))) == ((), ("发改局", "经信局"))


def test_an_alias_counts_as_the_name_that_it_stands_for(units):
    settings = units(aliases={"发改局": ("发展改革局", "发展和改革局")})
    assert pair(roles("经信局、★发展改革局、发改局、发展和改革局", settings)) == (("发改局",), ("经信局",))


def test_likeness_alone_never_merges_two_units(units):
    assert pair(roles("生态环境局、生态环境分局", units())) == (("生态环境局",), ("生态环境分局",))


def test_the_rules_choose_mark_and_separators(units):
    settings = units(lead_mark="●", separators="/")
    assert pair(roles("甲局/●乙局、丙局", settings)) == (("乙局、丙局",), ("甲局",))


@given(st.text("★、,;() 甲乙丙局\n", max_size=40))
def test_any_cell_gives_each_unit_once_and_a_lead_where_there_is_a_unit(units, text):
    lead, co = pair(roles(text, units()))
    assert len({*lead, *co}) == len(lead) + len(co)
    assert lead or not co


def test_the_roles_of_the_real_table_are_those_that_were_annotated(shared, units):
    tasks = {task.id: task for task in read(next((shared / "seeds").glob("000_*.txt"))).tasks}
    gold = (shared / "gold" / "pinghu_2023h1.dev.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, gold):
        found = roles(tasks[str(row["task"])].units, units())
        assert {"lead": [*found.lead], "co": [*found.co]} == row["units"]


@pytest.mark.parametrize(
    ("written", "lead", "co"),
    [
        ("住建局(牵头)、交通局", ["住建局"], ["交通局"]),
        ("交通局、住建局\uff08牵头单位\uff09", ["住建局"], ["交通局"]),
        ("市住建局\n\uff08牵头\uff09\n市交警大队", ["市住建局"], ["市交警大队"]),
        ("牵头单位\uff1a市政法委\uff1b配合单位\uff1a司法局、法院", ["市政法委"], ["司法局", "法院"]),
        ("牵头:住建局\n配合:交通局", ["住建局"], ["交通局"]),
        ("责任单位:住建局、交通局", ["住建局"], ["交通局"]),
        ("住建局 交通局", ["住建局"], ["交通局"]),
        ("住 建 局", ["住 建 局"], []),
        ("发改局\uff08服务业局\uff09\uff0c财政局", ["发改局\uff08服务业局\uff09"], ["财政局"]),
    ],
)
def test_words_mark_roles_as_stars_do(written, lead, co, units):
    found = roles(written, units(separators=("、", ",", ";", "\uff0c", "\uff1b")))
    assert (list(found.lead), list(found.co)) == (lead, co)
