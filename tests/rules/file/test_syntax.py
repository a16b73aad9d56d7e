"""What YAML cannot read is told at the place of the slip, not where the parser gave up."""

from __future__ import annotations

import pytest

from engine.rules import loads

COLON = "冒号请用半角“:”,后面空一格"
INDENT = "缩进请用半角空格"
DASH = "“-”后面空一格"
ESCAPE = "双引号中的“\\”不能这样用:请写成“\\\\”,或改用单引号"
QUOTE = "引号没有成对,请补上另一个"
OTHER = "此处不合 YAML 格式:请检查缩进、半角冒号后的空格,以及花括号开头的文字有无引号"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('meta: {name: "a\\qb"}\n', "1:16", ESCAPE),
        ('meta:\n  name: "\\ud800"\n', "2:12", ESCAPE),
        ('meta: {name: "\\u12"}\n', "1:17", ESCAPE),
        ('meta: {name: "甲\n}\n', "1:14", QUOTE),
        ("meta: {name: '甲\n}\n", "1:14", QUOTE),
        ("indicators:\n  - name: 甲\n    label：年度指标\n    kind: coverage\n", "3:10", COLON),
        ("meta：\n  name: 甲\n", "1:5", COLON),
        ("rules:\n  - id: 甲\n    when：其他\n    status: done\n", "3:9", COLON),
        ("rules:\n  - id：甲\n    when: 其他\n", "2:7", COLON),
        ("meta:\n  name: 甲\n\u3000\u3000version\ncalendar: {}\nunits: a: b\n", "3:1", INDENT),
        ("silent:\n  - 甲\n  -人均\nunits: {}\n", "3:3", DASH),
        ("rules:\n  -id: 甲\n    when: 其他\n", "2:3", DASH),
    ],
)
def test_a_slip_is_told_where_it_was_made(text: str, place: str, words: str) -> None:
    _, problems = loads(text, "r.yaml")

    assert problems[0].message.splitlines()[0] == f"r.yaml:{place}: {words}"


@pytest.mark.parametrize(
    "text",
    [
        "meta:\n  name: 甲：乙\n  version: 1: 2\n",
        "meta: {name: {甲}, 乙\n",
        "meta:\n  name: 甲\n version: 1\n",
        "silent: [-甲]\nunits: a: b\n",
        "# 说明：无\nunits: a: b\n",
        "---\nunits: a: b\n",
        "甲：乙\n\n\n\n\nunits: a: b\n",
    ],
)
def test_a_full_width_colon_in_a_text_is_no_slip(text: str) -> None:
    _, problems = loads(text, "r.yaml")

    assert problems[0].message.splitlines()[0].endswith(OTHER)
