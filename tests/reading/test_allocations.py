"""Lines that split a total among areas: one target for the whole, one for each area, each from its own cell."""

from datetime import date
from decimal import Decimal

import pytest

from engine import reading
from engine.model import Allocation, Share, Source, Task

DAY = date(2023, 12, 31)
ITEM = "全市新建养老服务站30个、老年食堂12家,合计服务老人1.5万名。"


def place(row, column):
    return Source(path="x", row=row, column=column)


def share(area, written, row, column):
    value = None if written == "/" else Decimal(written)
    return Share(area=area, written=written, value=value, source=place(row, column))


def line(label, total, *parts, row=3):
    shares = tuple(share(f"区域{n}", part, row, 5 + n) for n, part in enumerate(parts, 1))
    return Allocation(
        label=label, total=share("全市", total, row, 5), shares=shares, units="民政局", source=place(row, 1)
    )


def task(*lines, text=ITEM, number="1", row=3, item_row=3, progress=""):
    cells = {"text": place(item_row, 3)}
    return Task(id=number, text=text, progress=progress, units="", source=place(row, 1), cells=cells, allocations=lines)


def targets(one):
    return [reading_.target for reading_ in reading.read(one, DAY)]


def told(target):
    return target.id, target.indicator, str(target.value), target.unit, target.area, target.part_of


def test_a_line_that_repeats_a_figure_of_the_sentence_is_that_target_with_its_shares():
    found = targets(task(line("服务站", "30", "20", "/", "10")))
    assert told(found[0]) == ("1.1", "养老服务站", "30", "个", None, None)
    assert found[0].clause in ITEM and found[0].source is None
    assert [told(one) for one in found[1:3]] == [
        ("1.1.1", "养老服务站", "20", "个", "区域1", "1.1"),
        ("1.1.2", "养老服务站", "10", "个", "区域3", "1.1"),
    ]


def test_a_share_stands_in_its_own_cell():
    whole, first, *_ = targets(task(line("服务站", "30", "20", "10")))
    assert (first.source, first.clause, first.span) == (place(3, 6), "20", (0, 2))
    assert whole.kind == first.kind == "cumulative"


def test_scale_words_of_the_sentence_are_multiplied_out_in_the_shares():
    found = targets(task(line("", "15000", "9000", "6000")))
    whole = next(one for one in found if one.part_of is None and any(part.part_of == one.id for part in found))
    assert (whole.value, whole.unit) == (Decimal("1.5"), "万名")
    assert [(one.value, one.unit) for one in found if one.part_of] == [(9000, "名"), (6000, "名")]


@pytest.mark.parametrize(("label", "indicator"), [("食堂", "老年食堂"), ("服务站", "养老服务站")])
def test_of_two_equal_figures_that_one_counts_whose_noun_the_label_names(label, indicator):
    found = targets(task(line(label, "30", "30"), text="全市新建老年食堂30家、养老服务站30个。"))
    assert [one.indicator for one in found if one.part_of] == [indicator]


def test_a_line_that_no_figure_repeats_takes_its_unit_from_the_noun_that_its_label_ends_in():
    text = "全市新增托育园10家,合计新增托位300个。"
    found = targets(task(line("托育园", "10", "10"), line("公办托位", "120", "120", row=4), text=text))
    own = next(one for one in found if one.indicator == "公办托位" and not one.part_of)
    assert (own.value, own.unit, own.clause, own.source) == (120, "个", "120", place(4, 5))


def test_a_line_of_no_known_noun_has_the_unit_that_all_figures_of_the_sentence_share_or_none():
    shared = targets(task(line("原地改造", "52", "52"), text="全市改造城区菜场29家、乡镇菜场45家。"))
    mixed = targets(task(line("原地改造", "52", "52"), text="全市改造菜场29家,新增摊位300个。"))
    assert [one.unit for one in shared if one.indicator == "原地改造"] == ["家", "家"]
    assert [one.unit for one in mixed if one.indicator == "原地改造"] == [None, None]


def test_a_figure_that_the_sentence_has_without_promising_it_gives_the_line_its_unit():
    found = targets(task(line("", "50", "50"), text="在全县50所小学开展课后托管。"))
    assert [told(one)[1:4] for one in found] == [("小学", "50", "所"), ("小学", "50", "所")]


def test_a_line_without_a_total_makes_no_target():
    assert not any(one.part_of for one in targets(task(line("服务站", "/", "20"))))


def test_without_a_sentence_the_lines_still_make_targets():
    assert [told(one)[2:5] for one in targets(task(line("学校", "8", "8"), text=""))] == [
        ("8", None, None),
        ("8", None, "区域1"),
    ]


def test_the_whole_is_answered_by_the_progress_text_and_no_share_is():
    found = reading.read(task(line("服务站", "30", "20", "10"), progress="已建成养老服务站18个。"), DAY)
    answered = [(one.target.id, one.evidence and str(one.evidence.value)) for one in found if one.evidence]
    assert answered == [("1.1", "18")]


def test_tasks_under_one_merged_item_make_each_promise_of_it_once():
    first = task(line("服务站", "30", "30"), number="1")
    second = task(line("食堂", "12", "12", row=4), number="2", row=4)
    settled = reading.settled([first, second], [reading.read(one, DAY) for one in (first, second)], {})
    wholes = [[one.target.indicator for one in own if not one.target.part_of] for own in settled]
    assert wholes == [["养老服务站", "服务老人"], ["老年食堂"]]


def test_tasks_with_the_same_words_in_cells_of_their_own_both_keep_them():
    tasks = [task(text="新建公园3个。", number="1"), task(text="新建公园3个。", number="2", row=4, item_row=4)]
    assert [len(own) for own in reading.settled(tasks, [reading.read(one, DAY) for one in tasks], {})] == [1, 1]


def test_figures_that_are_written_as_in_the_sentence_have_its_unit_with_the_scale_word():
    found = targets(task(line("", "5", "3", "2"), text="新增城镇就业5万人。"))
    assert [(str(one.value), one.unit) for one in found] == [("5", "万人"), ("3", "万人"), ("2", "万人")]


def test_a_task_of_very_many_lines_is_read_in_part_and_says_so():
    many = task(*(line(f"床位{number}", "9", "9") for number in range(500)))
    assert "分解表有500行" in reading.unread(many)
    assert sum(one.part_of is None for one in targets(many)) <= reading.MOST_TARGETS + 3
