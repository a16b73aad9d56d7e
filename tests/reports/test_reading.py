"""A document as it is read: the tables in the terminal."""

import io
from pathlib import Path

import pytest

from engine.explain.visible import cells
from engine.reports.reading import print_document

GOLDEN = Path(__file__).parent / "golden"


def printed(document, width=100, lang="zh"):
    file = io.StringIO()
    print_document(document, file, lang, width)
    return file.getvalue()


@pytest.mark.parametrize(("lang", "width"), [("zh", 80), ("zh", 160), ("en", 100)])
def test_the_tables_of_the_notice_are_the_golden_ones(notice, lang, width):
    assert printed(notice, width, lang) == (GOLDEN / f"read.{lang}.{width}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [60, 80, 120, 160])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_of_a_table_is_wider_than_the_terminal(notice, width, lang):
    without = notice.model_copy(update={"problems": ()})
    assert max(map(cells, printed(without, width, lang).splitlines()[1:-1])) <= width


@pytest.mark.parametrize("width", [60, 80, 160])
def test_every_figure_of_every_area_is_shown_whole(notice, width):
    text = printed(notice, width).split()
    for line in notice.tasks[1].allocations:
        assert all(share.written in text for share in (line.total, *line.shares))


def test_areas_that_do_not_fit_side_by_side_go_on_in_a_table_below(notice):
    assert printed(notice, 160).count("任务分解") == 1
    assert printed(notice, 60).count("任务分解") > 1


def test_a_figure_is_not_parted_at_the_end_of_a_line(notice):
    assert all("33.3" in printed(notice, width) for width in range(80, 120))


def test_a_long_text_is_cut_after_a_few_lines(notice):
    endless = notice.tasks[0].model_copy(update={"text": "长" * 100_000, "units": "局" * 10_000})
    assert len(printed(notice.model_copy(update={"tasks": (endless,), "problems": ()})).splitlines()) < 12


def test_a_column_that_nothing_stands_in_is_left_out(notice):
    plain = notice.model_copy(update={"tasks": notice.tasks[:1]})
    assert "事项分类" in printed(notice) and "事项分类" not in printed(plain)
    assert "完成情况 " not in printed(notice)


def test_it_is_said_what_was_read_and_that_there_is_no_column_for_progress(notice):
    text = printed(notice)
    assert "读到任务2项、分解2行" in text
    assert "表中没有完成情况一列的任务2项" in text
    assert "责任分解.html:表2:1: 警告: 没有“完成情况”列。" in text


def test_the_date_that_the_document_states_is_shown_and_that_it_states_none(notice, samples):
    dated = notice.model_copy(update={"as_of": samples.report().document.as_of})
    assert printed(dated).startswith("责任分解.html · 截至2023-06-30\n")
    assert printed(notice).startswith("责任分解.html · 未写明截止日期\n")


def test_an_allocation_without_areas_still_shows_its_total(notice):
    bare = notice.tasks[1].allocations[0].model_copy(update={"shares": ()})
    task = notice.tasks[1].model_copy(update={"allocations": (bare,)})
    assert "机构 " in printed(notice.model_copy(update={"tasks": (task,)}))


def test_hostile_words_are_shown_as_text(notice):
    words = "[red]红[/red]\x1b[2J :smile: {0}\u202e"
    task = notice.tasks[0].model_copy(update={"text": words, "units": words})
    shown = printed(notice.model_copy(update={"tasks": (task,)}), 160)
    assert "[red]红[/red]␛[2J :smile: {0}\\u202e" in shown and "\x1b" not in shown
