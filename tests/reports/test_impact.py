"""The impact of an edit of the rules: in the terminal, as JSON, and as a page."""

import io
import json
import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest

from engine.explain.visible import cells
from engine.reports.impact import print_impact
from engine.reports.impact_html import impact_html
from engine.reports.impact_json import impact_json
from engine.reports.impact_phrases import PHRASES
from engine.reports.impact_schema import Impact
from engine.rules import Change, loads
from engine.trials.impact import impact
from engine.trials.impact_records import Shift

GOLDEN = Path(__file__).parent / "golden"
FILES = Shift("旧规则.yaml", "新规则.yaml")
OWN = "extends: 自带规则\nmeta: {name: 试行口径, version: 2}\n"
HEAD = "推进情况表\n(截至2023年6月30日)\n\n序号 | 主要工作任务 | 完成情况 | 牵头单位 |\n"
ROWS = (
    "1 | 全年新增绿道10公里。 | 1-6月,新增绿道4.7公里。 | ★建设局、交通局 |",
    "2 | 全年新增绿地100亩,改造管网20公里。 | 1-6月,新增绿地52亩,改造管网4公里。 | ★建设局、水务集团 |",
    "3 | 全市生产总值比上年增长6%。 | 上半年,全市生产总值同比增长5.1%。 | 发改局 |",
    "4 | 加强作风建设。 | 开展了活动。 | 政府办 |",
)
EDIT = """
indicators: [{name: 管网, contains: [管网], kind: coverage}]
schedules:
  加快: {shape: line, points: {6月: 55%, 12月: 100%}}
calendar: {schedule: 加快}
verdicts:
  growth:
    - id: growth-near
      when: shortfall < 1个百分点 and not meets
      status: on_track
      grade: 略低
      because: 差{shortfall}
"""


@cache
def book(more="", *changes):
    loaded = loads(OWN + more, "规则.yaml", [Change.of(change) for change in changes])
    assert loaded.book is not None, loaded.problems
    return loaded.book


@pytest.fixture
def tried(tmp_path, monkeypatch):
    """The impact of new rules on a small table, which is named by its file name alone."""
    monkeypatch.chdir(tmp_path)

    def make(new, *rows, old=None, files=("任务表.txt",)):
        for name in files:
            Path(name).write_text(HEAD + "\n".join(rows or ROWS) + "\n", encoding="utf-8")
        found = impact(old or book(), new, files).impact
        assert found is not None
        return found

    return make


@pytest.fixture
def edited(tried):
    """The impact of the edit above, with one threshold tried besides."""
    return tried(book(EDIT, "cumulative.tolerance=10%"))


def printed(found, lang="zh", width=100):
    file = io.StringIO()
    print_impact(found, file, FILES, (), lang, width)
    return file.getvalue()


# ---- in the terminal


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_impact_of_a_small_edit_is_the_golden_one(edited, lang):
    # The lines of the packaged rules change with every edit of them: the places are held by the tests of the trials.
    text = re.sub(r"自带规则:\d+", "自带规则:…", printed(edited, lang))
    assert text == (GOLDEN / f"impact.{lang}.txt").read_text(encoding="utf-8")


def test_where_nothing_changes_it_is_said_plainly_how_many_were_judged(tried):
    text = printed(tried(book()))
    assert "评判任务4项(目标4项):结论、得分、单位和复核提示都没有变化。" in text
    assert "两份规则没有不同。" in text and "原\\新" not in text


def test_rules_that_change_without_a_move_are_told_all_the_same(tried):
    text = printed(tried(book("", "cumulative.tolerance=1%")))
    assert "都没有变化" in text and "thresholds.cumulative.tolerance  0个百分点 → 1%  [--set]" in text


def test_points_that_change_without_a_move_are_told(tried):
    text = printed(tried(book("points: {full: 50分}")))
    assert "没有一项任务结论有变" in text and "任务1 94.0 → 47.0(-47.0)" in text


def test_a_difference_too_small_to_be_shown_is_said_to_be_so(tried):
    text = printed(tried(book("", "points.full=100.01分")))
    assert "任务1 94.0 → 94.0(相差不到0.1)" in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_change_of_light_alone_is_one_line_in_both_languages(tried, lang):
    text = printed(tried(book("lights: {lagging: yellow}")), lang)
    line = {
        "zh": "只有颜色变化的:任务3项(红灯 → 黄灯)、目标3项(红灯 → 黄灯)。",
        "en": "Only the colour changes of 3 tasks (red → yellow), 3 targets (red → yellow).",
    }
    assert line[lang] in text and "1.1" not in text and "原\\新" not in text


SLOW = "verdicts: {cumulative: [{id: slow, when: completion < 60%, status: lagging, grade: 偏慢, because: 慢}]}"


def test_a_grade_with_a_light_of_its_own_is_named_with_it(tried):
    found = tried(book(f"lights: {{grades: {{偏慢: yellow}}}}\n{SLOW}"))
    for shown in (printed(found), impact_html(found, FILES)):
        assert "偏慢(滞后),黄灯" in shown and "红灯" not in shown


def test_conditions_are_told_in_chinese_words_with_their_figures_and_in_english_as_written(edited):
    for shown in (printed(edited), impact_html(edited, FILES)):
        assert "完成率低于序时进度减0个百分点(47%" in shown and "completion" not in shown
        assert "when 差额低于1个百分点,且未达到目标" in shown
    assert "completion < expected - tolerance, that is 47% < 50%" in printed(edited, "en")


def test_texts_and_truths_that_hold_before_as_now_are_left_out_where_a_figure_decided(tried):
    rule = "{id: slow, when: stage == 'completed' and completion < X, status: lagging, grade: Y, because: 慢}"
    slow, slower = (rule.replace("X", x).replace("Y", y) for x, y in (("60%", "偏慢"), ("48%", "很慢")))
    old, new = (book(f"verdicts: {{cumulative: [{one}]}}") for one in (slow, slower))
    text = printed(tried(new, ROWS[0], old=old))
    assert "完成率低于60%(47% < 60%)" in text and "completed" not in text
    assert "阶段" not in text.split("规则本身的改动")[0]


def test_a_condition_that_is_only_written_otherwise_is_shown_as_written(tried):
    old, new = (book(SLOW.replace("completion < 60%", text)) for text in ("completion < 60%", "60% > completion"))
    assert "when completion < 60% → 60% > completion" in printed(tried(new, old=old))


def test_figures_that_say_no_more_than_the_words_are_left_out(tried):
    rule = "{id: june, when: month == 6月, status: lagging, grade: 偏慢, because: 慢}"
    text = printed(tried(book(f"verdicts: {{cumulative: [{rule}]}}"), ROWS[0]))
    assert "数据月份为6月\n" in text


def test_long_lists_are_cut_and_say_how_many_there_are(tried):
    rows = [f"{n} | 全年新增绿道10公里。 | 1-6月,新增绿道4.7公里。 | 建设局 |" for n in range(1, 31)]
    assert "等30处" in printed(tried(book("points: {full: 50分}"), *rows))


def test_each_of_several_documents_has_its_own_part(tried):
    text = printed(tried(book(EDIT), files=("甲.txt", "乙.txt")))
    assert text.count("甲.txt · 截至2023-06-30 · 任务4项") == text.count("乙.txt · 截至2023-06-30 · 任务4项") == 2
    assert "评判任务8项" in text


@pytest.mark.parametrize("width", [40, 80, 160])
def test_the_matrix_keeps_its_columns_in_line(edited, width):
    lines = printed(edited, width=width).splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("原\\新"))
    assert len({cells(line.rstrip()) for line in lines[start : start + 3]}) == 1


def test_every_phrase_has_both_languages_with_the_same_fields():
    fields = re.compile(r"\{(\w+)\}")
    for key, (chinese, english) in PHRASES.items():
        assert set(fields.findall(chinese)) == set(fields.findall(english)), key


# ---- hostile words

HOSTILE = "<script>alert(1)</script>\x1b[31m\u202e&quot;{{ 7*7 }}"
HOSTILE_ROW = f"1{HOSTILE} | 新增{HOSTILE}绿道10公里。 | 1-6月,新增{HOSTILE}绿道4.7公里。 | {HOSTILE}局 |"


@pytest.fixture
def hostile(edited):
    """An impact in which words of documents and rules try to be more than words."""
    document = edited.documents[0]
    tasks = tuple(one._replace(id=HOSTILE, text=HOSTILE * 3, lead=(HOSTILE,)) for one in document.tasks)
    tasks = tuple(one._replace(stand=Shift(*(replace(side, grade=HOSTILE) for side in one.stand))) for one in tasks)
    info = document.document.model_copy(update={"path": HOSTILE})
    return edited._replace(documents=(document._replace(tasks=tasks, document=info),))


def test_control_characters_and_direction_marks_are_shown_as_text(hostile):
    for shown in (printed(hostile), impact_html(hostile, Shift(HOSTILE, HOSTILE))):
        assert "\x1b" not in shown and "\u202e" not in shown
        assert "␛" in shown and "\\u202e" in shown


def test_markup_in_the_words_of_others_is_no_markup_of_the_page(hostile):
    page = impact_html(hostile, Shift(HOSTILE, HOSTILE))
    assert "<script" not in page and "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ 7*7 }}" in page and "&amp;quot;" in page


def test_a_hostile_row_goes_through_the_whole_trial(tried):
    found = tried(book("", "cumulative.tolerance=10%"), HOSTILE_ROW.replace("\x1b", ""))
    assert "<script" not in impact_html(found, FILES)


# ---- the page


class Page(HTMLParser):
    """The tags of a page with what they are given, and its words; fails on a tag that is not closed."""

    VOID = frozenset({"meta", "br"})

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.words = [], [], []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_is_whole_and_needs_nothing_else(edited, lang):
    text = impact_html(edited, FILES, (), lang)
    page = Page(text)
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object"}
    assert not any({"href", "src"} & given.keys() for _, given in page.tags)
    assert "http" not in text and "@import" not in text and "url(" not in text


def test_the_page_says_first_how_many_tasks_move(edited):
    words = " ".join("".join(Page(impact_html(edited, FILES)).words).split())
    order = ["评判任务4项", "任务的去向", "滞后 → ● 达序时", "受影响的单位", "规则本身的改动"]
    places = [words.index(one) for one in order]
    assert places == sorted(places)


def test_every_status_on_the_page_has_a_sign_beside_its_colour(edited):
    page = impact_html(edited, FILES)
    marks = re.findall(r'<span class="mark (\w+)">(\S) ', page)
    assert marks and set(marks) <= {
        ("done", "✓"),
        ("on_track", "●"),
        ("lagging", "▲"),
        ("unreported", "○"),
        ("unrated", "?"),
    }
    assert len(marks) == page.count('class="mark ')


def test_the_page_says_plainly_that_nothing_changes(tried):
    page = impact_html(tried(book()), FILES)
    assert "都没有变化" in page and "两份规则没有不同" in page and '<table class="matrix">' not in page


def test_the_page_gives_the_whole_text_of_a_task(tried):
    long = "围绕" + "重点片区和" * 20 + "老城,全年新增绿道10公里。"
    row = f"1 | {long} | 1-6月,新增绿道4.7公里。 | 建设局 |"
    found = tried(book("", "cumulative.tolerance=10%"), row)
    assert long in impact_html(found, FILES) and long not in printed(found)


# ---- JSON


def test_the_json_follows_its_schema_and_says_what_moves(edited):
    told = json.loads(impact_json(edited, FILES))
    jsonschema.validate(told, Impact.model_json_schema(by_alias=True, mode="serialization"))
    assert told["schema"] == "engine.rules-impact/1"
    assert (told["tasks"], told["moved"]) == (4, 2)
    assert told["documents"][0]["recoloured"] == []
    assert [book["file"] for book in told["rules"].values()] == list(FILES)
    assert {(one["before"], one["now"], one["tasks"]) for one in told["matrix"]} >= {("lagging", "on_track", 2)}


def test_every_figure_of_the_json_is_a_decimal_string(edited):
    changes = json.loads(impact_json(edited, FILES))["documents"][0]["changes"]
    first = next(one for one in changes if one["id"] == "1")
    assert first["points"] == {"before": "94.0", "now": "100.0"}


def test_the_json_counts_what_only_changes_its_light(tried):
    told = json.loads(impact_json(tried(book("lights: {lagging: yellow}")), FILES))
    assert told["moved"] == 0
    assert told["documents"][0]["recoloured"] == [{"before": "red", "now": "yellow", "tasks": 3, "targets": 3}]


def test_the_json_gives_for_a_move_the_rules_their_places_and_what_turned(edited):
    changes = json.loads(impact_json(edited, FILES))["documents"][0]["changes"]
    (target,) = next(one for one in changes if one["id"] == "1")["targets"]
    before, now = target["reason"]["before"], target["reason"]["now"]
    assert (before["rule"], now["rule"]) == ("amount-behind", "amount-within-tolerance")
    assert before["file"] == "自带规则" and before["line"] > 1
    assert [one["figures"] for one in now["compared"]] == ["47% >= 45%"]
    assert {"amount-behind", "amount-within-tolerance"} == {one["rule"] for one in target["reason"]["turned"]}
    (ours,) = next(one for one in changes if one["id"] == "3")["targets"]
    assert ours["reason"]["now"]["file"] == "新规则.yaml"


def test_the_json_is_the_same_for_the_same_books_and_documents(tried):
    new = book(EDIT)
    assert impact_json(tried(new), FILES) == impact_json(tried(new), FILES)
