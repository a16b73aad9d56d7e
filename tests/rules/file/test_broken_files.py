"""A broken rules file gives every mistake in it, each at its line and column; broken/ holds one file a mistake.

The comment lines at the end of each file give what must be reported: line:column and the message.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules import load, loads

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.yaml"))


def _wanted(text: str) -> list[tuple[str, str]]:
    lines = text.split("# 应报:\n")[1].splitlines()
    return [(place, words) for place, words in (line.removeprefix("# ").split(" ", 1) for line in lines)]


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_every_mistake_is_reported_in_its_place(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    book, problems = load(path)

    assert (book is None) == any(problem.severity == "error" for problem in problems)
    assert len(problems) == len(_wanted(text)) > 0
    for problem, (place, words) in zip(problems, _wanted(text), strict=True):
        assert problem.source is not None
        assert f"{problem.source.row}:{problem.source.column}" == place
        assert problem.message.splitlines()[0] == f"{path}:{place}: {words}"


def test_there_are_broken_files() -> None:
    assert len(BROKEN) >= 45


def test_the_message_shows_the_line_and_a_caret_under_the_words() -> None:
    text = 'meta: {name: 口径, verison: "1"}\n'

    _, problems = loads(text, "rules.yaml")

    message = next(problem.message for problem in problems if problem.code == "rules-unknown-key")
    place, line, caret = message.splitlines()
    assert place == "rules.yaml:1:18: 不认识的项“verison”。此处可用:name、version、basis;是不是“version”?"
    assert line == '    1 | meta: {name: 口径, verison: "1"}'
    assert caret == "      |              \u3000\u3000  ^^^^^^^"


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    book, problems = load(tmp_path / "none.yaml")

    assert book is None
    assert "没有这个文件" in problems[0].message


def test_a_file_in_another_encoding_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "gbk.yaml"
    path.write_bytes("meta: {name: 口径}".encode("gb18030"))

    _, problems = load(path)

    assert "UTF-8" in problems[0].message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "没有内容"),
        ("# 只有说明\n", "没有内容"),
        ("meta: \x07", "控制字符"),
        ("- 甲\n- 乙\n", "此处应是若干“名称: 值”"),
        ("meta: [" + "甲," * 30_000 + "]", "条目过多"),
        ("#" * 600_000, "文件过大"),
        ("[" * 5_000, "层次过深"),
    ],
    ids=["empty", "comment", "control", "list", "wide", "large", "deep"],
)
def test_what_is_no_rules_file_gives_a_problem(text: str, words: str) -> None:
    book, problems = loads(text, "x.yaml")

    assert book is None
    assert any(words in problem.message for problem in problems)


@given(st.data())
def test_no_damage_to_a_rules_file_makes_the_loader_raise(data: st.DataObject) -> None:
    text = (BROKEN[0].read_text(encoding="utf-8")).split("# 应报")[0]
    at = data.draw(st.integers(0, len(text)))
    damage = data.draw(st.text("{}[]:\"'&*!|>%- \n\t#,=甲5", max_size=6))

    book, problems = loads(text[:at] + damage + text[at + data.draw(st.integers(0, 20)) :], "x.yaml")

    assert (book is None) == any(problem.severity == "error" for problem in problems)
