"""What a user says of a table's layout: in a layout file, or from a script; every mistake is told with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.documents.layout import Layout, Word, checked, stated_layout
from engine.documents.layout_file import LARGEST, load_layout


@pytest.fixture
def layout_file(tmp_path):
    """Writes a layout file and loads it."""

    def load(content):
        path = tmp_path / "版式.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return load_layout(path)

    return load


def codes(problems):
    return [(problem.code, problem.source.row) for problem in problems]


# ---- what is understood


def test_a_layout_file_names_columns_and_areas(layout_file):
    layout, problems = layout_file("columns:\n  任务: 工作内容\n  progress: 推进情况\nareas: [甲区, 乙区]\n")
    assert layout == Layout(columns={"text": "工作内容", "progress": "推进情况"}, areas=("甲区", "乙区"))
    assert problems == ()


def test_each_section_may_be_left_out_and_areas_may_stand_one_a_line(layout_file):
    assert layout_file("areas:\n- 甲区\n- 2区\n")[0] == Layout(areas=("甲区", "2区"))
    assert layout_file("columns: {任务: 内容}\n")[0] == Layout(columns={"text": "内容"})


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(layout_file):
    assert layout_file(b"\xef\xbb\xbfareas:\r\n- \xe7\x94\xb2\r\n")[0] == Layout(areas=("甲",))


@pytest.mark.parametrize("name", ["text", "任务", "主要工作任务", "主 要 工 作 任 务", "工作任务"])
def test_a_column_is_named_by_its_field_or_by_any_word_for_it(name):
    assert stated_layout(columns={name: "内容"})[0] == Layout(columns={"text": "内容"})


def test_what_one_layout_says_wins_over_another():
    own = Layout(columns={"text": "甲"})
    base = Layout(columns={"text": "乙", "units": "丙"}, areas=("丁",))
    assert own.over(base) == Layout(columns={"text": "甲", "units": "丙"}, areas=("丁",))
    assert Layout(areas=("戊",)).over(base).areas == ("戊",)


def test_nothing_said_is_an_empty_layout():
    assert stated_layout() == (Layout(), ())


# ---- mistakes


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("colums: {任务: 甲}\n", [("layout-key", 1)]),
        ("areas: [甲]\nareas: [乙]\n", [("layout-key", 2)]),
        ("columns:\n  人物: 甲\n", [("layout-key", 2)]),
        ("? [1]\n: 2\n", [("layout-key", 1)]),
        ("areas: 甲\n", [("layout-value", 1)]),
        ("areas:\n", [("layout-value", 1)]),
        ("areas: [[甲]]\n", [("layout-value", 1)]),
        ("columns: [任务]\n", [("layout-value", 1)]),
        ("areas:\n- 甲\n- 乙\n- 甲\n", [("layout-value", 4)]),
        ("areas:\n- 甲\n- ''\n", [("layout-value", 3)]),
        ("columns:\n  任务:\n", [("layout-value", 2)]),
        ("columns:\n  任务: 甲\n  text: 乙\n", [("layout-value", 3)]),
        ("columns:\n  任务: 甲\n  进展: 甲\n", [("layout-value", 3)]),
        ("colums: 1\nareas: [甲, 甲]\n", [("layout-key", 1), ("layout-value", 2)]),
        ("areas: [甲\n", [("layout-yaml", 2)]),
        ("areas: [甲]\n---\nareas: [乙]\n", [("layout-yaml", 2)]),
        ("areas: [*甲]\n", [("layout-yaml", 1)]),
        ("areas: [\x07]\n", [("layout-yaml", None)]),
        ("[" * (LARGEST - 1), [("layout-yaml", None)]),
        ("- 甲\n", [("layout-file", None)]),
        ("# 空\n", [("layout-file", None)]),
        ("# " + "长" * LARGEST, [("layout-file", None)]),
        ("areas: [甲]".encode("gb18030"), [("layout-file", None)]),
        ("", [("file-empty", None)]),
    ],
)
def test_every_mistake_is_an_error_with_its_line(layout_file, content, found):
    layout, problems = layout_file(content)
    assert layout is None
    assert codes(problems) == found
    assert all(problem.severity == "error" and problem.suggestion for problem in problems)


def test_a_layout_file_that_is_not_there_is_told_like_any_file(tmp_path):
    layout, problems = load_layout(tmp_path / "没有.yaml")
    assert layout is None
    assert [problem.code for problem in problems] == ["file-missing"]


def test_nothing_in_a_layout_file_is_constructed(layout_file):
    layout, problems = layout_file("areas: !!python/object/apply:os.system ['exit 1']\n")
    assert layout == Layout(areas=("exit 1",))
    assert problems == ()


def test_an_alias_is_only_the_word_that_it_repeats(layout_file):
    assert [problem.code for problem in layout_file("areas: [&a 甲, *a]\n")[1]] == ["layout-value"]


def test_an_unknown_column_is_answered_with_the_nearest_one():
    (problem,) = stated_layout(columns={"完成情": "甲"})[1]
    assert "是不是“完成情况”" in problem.message


def test_one_string_of_areas_is_a_mistake_of_the_program():
    with pytest.raises(TypeError, match="list of names"):
        stated_layout(areas="甲区,乙区")


@given(st.lists(st.tuples(st.text(max_size=6), st.text(max_size=6)), max_size=4), st.lists(st.text(max_size=4)))
def test_any_words_give_a_layout_or_say_why_not(pairs, areas):
    words = [(Word(name), Word(title)) for name, title in pairs]
    layout, problems = checked(words, [Word(area) for area in areas])
    assert (layout is None) == bool(problems)
    if layout:
        assert len(layout.areas) == len(areas) and len(layout.columns) == len(pairs)
