"""What an edit of the rules changes on real rows: real books, real small tables, and the real table where it is."""

from collections import Counter
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import assessor, rules
from engine.rules import Change, loads
from engine.trials.impact import impact
from engine.trials.impact_records import Shift

DAY = date(2023, 6, 30)
OWN = "extends: 自带规则\nmeta: {name: 试, version: 1}\n"
ROWS = (
    "1 | 全年新增绿道10公里。 | 1-6月,新增绿道4.7公里。 | ★建设局、交通局 |",
    "2 | 全年整治低效企业500家,盘活低效用地2500亩。 | 1-6月,整治低效企业150家,盘活低效用地2600亩。 | ★经信局、建设局 |",
    "3 | 全市生产总值比上年增长6%。 | 上半年,全市生产总值同比增长5.1%。 | 发改局 |",
    "4 | 年底前建成体育馆。 | 体育馆已开工。 | 文体局 |",
    "5 | 加强作风建设。 | 开展了活动。 | 政府办 |",
)
HEAD = "推进情况表\n(截至2023年6月30日)\n\n序号 | 主要工作任务 | 完成情况 | 牵头单位 |\n"


@cache
def book(more="", *changes):
    """The packaged rules with more said in a file of our own and single values changed."""
    loaded = loads(OWN + more, "新.yaml", [Change.of(change) for change in changes])
    assert loaded.book is not None, loaded.problems
    return loaded.book


@pytest.fixture
def table(tmp_path):
    """Writes a table of rows, by default the five above; ``head`` is what stands above it."""

    def write(*rows, head=HEAD, name="任务表.txt"):
        path = tmp_path / name
        path.write_text(head + "\n".join(rows or ROWS) + "\n", encoding="utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def pinghu(shared):
    return shared / "seeds" / "000_df903cedea0ecb0b.txt"


def tried(old, new, *paths, as_of=None):
    """The impact on tables that nothing is wrong with."""
    outcome = impact(old, new, paths, as_of)
    assert outcome.impact is not None, outcome.problems
    return outcome.impact


def on(old, new, path):
    """The impact on the one table."""
    return tried(old, new, path).documents[0]


def task(document, number):
    return next(one for one in document.tasks if one.id == number)


# ---- which tasks move


def test_a_tolerance_moves_the_task_that_it_covers(table):
    one = tried(book(), book("", "cumulative.tolerance=5%"), table())
    (moved,) = [one for one in one.documents[0].tasks if one.stand.moves]
    assert (moved.id, moved.text, moved.lead) == ("1", "全年新增绿道10公里。", ("建设局",))
    assert (moved.stand.before.status, moved.stand.now.status) == ("lagging", "on_track")
    assert one.tasks == 5 and sum(one.moves.values()) == 1


def test_the_matrix_counts_every_task_where_it_was_and_where_it_is(table):
    one = tried(book(), book("", "cumulative.tolerance=5%"), table())
    assert one.matrix == {
        Shift("lagging", "on_track"): 1,
        Shift("lagging", "lagging"): 2,
        Shift("on_track", "on_track"): 2,
    }


def test_a_document_is_named_with_its_date_and_the_number_of_its_tasks_and_targets(table):
    path = table()
    one = on(book(), book(), path)
    assert (one.document.path, one.document.as_of, len(one.stands), one.targets) == (str(path), DAY, 5, 5)


def test_a_target_that_moves_alone_is_told_with_its_task(table):
    rows = ("1 | 全年新增绿道10公里,新增绿地100亩。 | 1-6月,新增绿道4.7公里,新增绿地10亩。 | 建设局 |",)
    (stays,) = on(book(), book("", "cumulative.tolerance=5%"), table(*rows)).tasks
    assert not stays.stand.moves and stays.reason is None
    assert [(one.id, one.stand.before.status, one.stand.now.status) for one in stays.targets] == [
        ("1.1", "lagging", "on_track")
    ]


def test_another_grade_within_a_status_is_a_move(table):
    severe = """
rollup:
  rules:
    - {id: half, when: lagging > 0 and done > 0, status: lagging, grade: 部分滞后, because: 部分滞后}
"""
    one = tried(book(), book(severe), table())
    (move,) = one.moves
    assert (move.before.status, move.now.status) == ("lagging", "lagging")
    assert (move.before.grade, move.now.grade) == ("滞后", "部分滞后")
    assert all(pair.before == pair.now for pair in one.matrix)


def test_another_light_for_the_same_verdict_is_no_move_and_only_counted(table):
    one = tried(book(), book("lights: {lagging: yellow}"), table())
    (document,) = one.documents
    assert not one.moves and not document.tasks
    assert document.recoloured.tasks == {Shift("red", "yellow"): 3}
    assert document.recoloured.targets == {Shift("red", "yellow"): 3}


def test_what_moves_is_not_counted_among_what_only_changes_its_light(table):
    one = tried(book(), book("lights: {lagging: yellow}", "cumulative.tolerance=5%"), table())
    assert sum(one.moves.values()) == 1
    assert one.documents[0].recoloured.tasks == {Shift("red", "yellow"): 2}


def test_a_grade_with_another_light_than_its_status_is_known(table):
    grade = "{id: slow, when: completion < expected, status: lagging, grade: 慢, because: 慢}"
    lights = "lights: {grades: {慢: yellow}}"
    new = book(f"{lights}\nverdicts: {{cumulative: [{grade}]}}")
    (target,) = task(on(book(), new, table()), "1").targets
    assert not target.stand.before.own_light
    assert (target.stand.now.own_light, target.stand.now.light) == (True, "yellow")


def test_nothing_moves_where_the_books_say_the_same(table):
    one = tried(book(), book(), table())
    assert one.tasks == 5 and not one.moves and not one.differences
    assert not one.documents[0].tasks and not one.documents[0].units and not one.documents[0].flags


# ---- why


def test_a_move_is_explained_by_the_rules_that_decided_with_their_places(table):
    (target,) = task(on(book(), book("", "cumulative.tolerance=5%"), table()), "1").targets
    before, now = target.reason.decided
    assert (before.rule.id, now.rule.id) == ("amount-behind", "amount-within-tolerance")
    assert before.rule.file == now.rule.file == "自带规则" and before.rule.line > 1
    assert before.condition == "completion < expected - tolerance"
    assert [(one.figures, one.holds) for one in before.compared] == [("47% < 50%", True)]
    assert [(one.figures, one.holds) for one in now.compared] == [("47% >= 45%", True)]
    assert "容许" not in before.because and "容许" in now.because


def test_the_comparison_that_held_and_does_so_no_more_is_told_with_both_figures(table):
    (target,) = task(on(book(), book("", "cumulative.tolerance=5%"), table()), "1").targets
    assert target.reason.cause == "turned"
    lost = [one for one in target.reason.turned if one.compared.before.holds]
    assert [(one.rule, one.compared.before.figures, one.compared.now.figures) for one in lost] == [
        ("amount-behind", "47% < 50%", "47% < 45%")
    ]


def test_a_condition_that_was_rewritten_is_held_against_its_old_words(table):
    new = """
verdicts:
  cumulative:
    - id: amount-behind
      when: completion < 40%
      status: lagging
      grade: 滞后
      because: 完成率{completion}
"""
    (target,) = task(on(book(), book(new), table()), "1").targets
    (turned,) = [one for one in target.reason.turned if one.rule == "amount-behind"]
    assert turned.compared.before.words == "completion < expected - tolerance"
    assert turned.compared.now[:3] == ("completion < 40%", "47% < 40%", False)


MILD = "{id: mild, when: completion >= 45% and completion < expected, status: on_track, grade: 略慢, because: 略慢}"


def test_a_rule_that_is_new_and_stands_in_front_is_the_cause(table):
    (target,) = task(on(book(), book(f"verdicts: {{cumulative: [{MILD}]}}"), table()), "1").targets
    assert (target.reason.cause, target.reason.decided.now.rule.id) == ("new", "mild")
    assert target.reason.decided.now.rule.file is None


def test_a_rule_that_is_gone_is_the_cause(table):
    (target,) = task(on(book(f"verdicts: {{cumulative: [{MILD}]}}"), book(), table()), "1").targets
    assert (target.reason.cause, target.reason.decided.before.rule.id) == ("removed", "mild")


def test_the_order_of_the_rules_is_the_cause_where_nothing_else_changes(table):
    strict = "{id: strict, when: completion < 48%, status: lagging, grade: 严重滞后, because: 慢}"
    one = tried(
        book(f"verdicts: {{cumulative: [{MILD}, {strict}]}}"),
        book(f"verdicts: {{cumulative: [{strict}, {MILD}]}}"),
        table(),
    )
    assert [target.reason.cause for target in task(one.documents[0], "1").targets] == ["order"]
    (order,) = one.differences
    assert (order.section, order.keys) == ("verdicts.cumulative", ("order",))
    assert (order.before.values["order"], order.now.values["order"]) == ("mild、strict", "strict、mild")


def test_the_same_rule_with_another_verdict_is_the_cause(table):
    slow = "{id: amount-behind, when: completion < expected, status: lagging, grade: 慢, because: 慢}"
    (target,) = task(on(book(), book(f"verdicts: {{cumulative: [{slow}]}}"), table()), "1").targets
    assert target.reason.cause == "regraded" and target.stand.now.grade == "慢"


def test_a_target_of_another_kind_is_said_so_even_where_it_stays(table):
    one = on(book(), book("indicators: [{name: 绿道, contains: [绿道], kind: coverage}]"), table())
    (target,) = task(one, "1").targets
    assert target.kind == ("cumulative", "coverage") and target.reason.cause == "recast"
    assert not target.stand.moves and not task(one, "1").stand.moves


def test_a_task_that_its_own_rules_move_is_explained_by_them(table):
    new = """
rollup:
  rules:
    - {id: half, when: lagging > 0 and done > 0, status: on_track, grade: 部分完成, because: 部分完成}
"""
    moved = task(on(book(), book(new), table()), "2")
    assert not moved.targets and moved.reason.decided.now.rule.id == "half"
    assert [one.words.strip() for one in moved.reason.decided.now.compared] == ["lagging > 0", "done > 0"]
    assert all(one.holds for one in moved.reason.decided.now.compared)


def test_places_on_a_board_are_compared_with_their_figures(table):
    board = """
boards: [{name: 绿化, any_of: [绿道, 绿地], by: completion}]
verdicts:
  cumulative:
    - {id: last, when: rank_from_last <= LAST, status: lagging, grade: 靠后, because: "倒数第{rank_from_last}"}
"""
    rows = (
        "1 | 全年新增绿道10公里。 | 1-6月,新增绿道6公里。 | 建设局 |",
        "2 | 全年新增绿地100亩。 | 1-6月,新增绿地70亩。 | 园林局 |",
    )
    path = table(*rows)
    one = on(book(board.replace("LAST", "1")), book(board.replace("LAST", "2")), path)
    (moved,) = [one for one in one.tasks if one.stand.moves]
    (now,) = moved.targets[0].reason.decided.now.compared
    assert (moved.id, now.figures) == ("2", "2 <= 2")


# ---- units, points, flags, what stays


def test_the_units_of_a_task_that_moves_are_counted_by_role(table):
    units = {one.now.name: one for one in on(book(), book("", "cumulative.tolerance=5%"), table()).units}
    assert units.keys() == {"建设局", "交通局"}
    assert (units["建设局"].before.lead.lagging, units["建设局"].now.lead.lagging) == (1, 0)
    assert units["建设局"].before.co == units["建设局"].now.co
    assert (units["交通局"].before.co.on_track, units["交通局"].now.co.on_track) == (0, 1)


def test_a_unit_that_only_one_book_knows_has_no_standing_by_the_other(table):
    units = on(book(), book("units: {aliases: {住建局: [建设局]}}"), table()).units
    assert {(one.before and one.before.name, one.now and one.now.name) for one in units} == {
        ("建设局", None),
        (None, "住建局"),
    }


def test_points_are_exact_before_and_now(table):
    points = task(on(book(), book("", "cumulative.tolerance=5%"), table()), "1").points
    assert points == (94, 100)


def test_a_task_of_which_only_the_points_change_is_told(table):
    one = on(book(), book("points: {full: 50分}"), table())
    assert task(one, "4").points == (100, 50) and not task(one, "4").stand.moves
    assert not sum(one.stand.moves for one in one.tasks)


def test_review_flags_come_and_go_by_their_remark(table):
    asked = "verdicts: {review: [{id: far, when: completion < 40%, because: 太慢}]}"
    come = on(book(), book(asked), table()).flags
    gone = on(book(asked), book(), table()).flags
    assert ("far", ("2.1",), ()) in come and ("far", (), ("2.1",)) in gone


def test_targets_that_stay_with_another_share_due_are_counted_only(table):
    faster = "schedules: {快: {shape: line, points: {6月: 55%, 12月: 100%}}}\ncalendar: {schedule: 快}"
    one = on(book(), book(faster), table())
    assert one.unmoved.expected == 3 and not any(change.targets for change in one.tasks)
    assert one.unmoved.decided == 2


# ---- dates and documents


LATER = "thresholds: {cumulative: {tolerance: [{value: 0%}, {from: 2023-06-01, value: 5%}]}}"


def test_a_dated_value_counts_from_its_day(table):
    path = table()
    assert tried(book(), book(LATER), path).moves
    assert not tried(book(), book(LATER), path, as_of=date(2023, 5, 31)).moves


def test_each_document_is_judged_at_the_date_that_it_states(table):
    early = table(head=HEAD.replace("6月30日", "5月31日"), name="五月.txt")
    one = tried(book(), book(LATER), table(), early)
    assert [document.document.as_of for document in one.documents] == [DAY, date(2023, 5, 31)]
    assert [sum(pair.moves for pair in document.stands) for document in one.documents] == [1, 0]


def test_a_document_that_cannot_be_judged_leaves_no_impact_and_every_reason(table, tmp_path):
    undated = table(head=HEAD.replace("(截至2023年6月30日)", ""), name="无日期.txt")
    outcome = impact(book(), book(), [table(), undated, tmp_path / "没有.txt"])
    assert outcome.impact is None
    assert {"no-date"} < {problem.code for problem in outcome.problems if problem.severity == "error"}


def test_what_is_wrong_with_a_document_is_told_beside_the_impact(table):
    outcome = impact(book(), book(), [table()], date(2023, 5, 31))
    assert outcome.impact is not None and [problem.code for problem in outcome.problems] == ["date-differs"]


# ---- what differs in the rules themselves


def differing(old, new, path):
    return {(one.section, one.name): one for one in tried(old, new, path).differences}


def test_a_changed_threshold_is_told_with_both_values_and_its_place(table):
    found = differing(book(), book("thresholds: {cumulative: {tolerance: 5%}}"), table())
    one = found["thresholds.cumulative", "tolerance"]
    assert (one.before.values["value"], one.now.values["value"]) == ("0个百分点", "5%")
    assert (one.before.file, one.now.file, one.now.line) == ("自带规则", None, 3)
    assert len(found) == 1


def test_a_threshold_is_told_as_it_is_written_but_the_same_share_is_no_difference(table):
    points, percent = (book("", f"cumulative.tolerance={text}") for text in ("30个百分点", "30%"))
    assert not differing(points, percent, table())
    one = differing(book(), points, table())["thresholds.cumulative", "tolerance"]
    assert one.now.values["value"] == "30个百分点"


def test_a_changed_rule_is_told_by_its_keys(table):
    new = "{id: amount-behind, when: completion < 40%, status: lagging, grade: 滞后, because: '完成{actual}[,差{gap}]'}"
    one = differing(book(), book(f"verdicts: {{cumulative: [{new}]}}"), table())["verdicts.cumulative", "amount-behind"]
    assert one.keys == ("when", "because")
    assert one.now.values["when"] == "completion < 40%"
    assert one.now.values["because"] == "完成{actual}[,差{gap}]"


@pytest.mark.parametrize(
    ("section", "name", "more"),
    [
        (
            "schedules",
            "快",
            "schedules: {快: {shape: steps, points: {6月: 60%, 12月: 100%}}}\ncalendar: {schedule: 快}",
        ),
        ("indicators", "绿道", "indicators: [{name: 绿道, contains: [绿道], weight: 50%}]"),
        ("boards", "榜", "boards: [{name: 榜, any_of: [绿道], by: completion}]"),
        ("verdicts.all", "any", "verdicts: {all: [{id: any, when: stretch, status: unrated, grade: 略, because: 略}]}"),
        ("verdicts.review", "far", "verdicts: {review: [{id: far, when: completion < 40%, because: 太慢}]}"),
        ("rollup.rules", "half", "rollup: {rules: [{id: half, when: done > 9, status: done, grade: 好, because: 好}]}"),
        ("stages.worth", "", "stages: {worth: {underway: 10%}}"),
        ("lights", "", "lights: {lagging: yellow}"),
        ("points", "", "points: {full: 50分}"),
        ("units", "", "units: {first_leads: 否}"),
        ("units.aliases", "", "units: {aliases: {住建局: [建设局]}}"),
        ("rollup", "", "rollup: {silent: [暂无]}"),
    ],
)
def test_an_entry_that_is_new_or_says_something_else_is_told(table, section, name, more):
    path = table()
    there, back = differing(book(), book(more), path), differing(book(more), book(), path)
    assert (section, name) in there and there.keys() == back.keys()
    assert there[section, name].before == back[section, name].now


def test_a_value_that_differs_from_a_later_day_on_is_told_with_the_day(table):
    (one,) = tried(book(), book(LATER), table()).differences
    assert one.since == date(2023, 6, 1) and one.now.values["value"] == "5%"


# ---- properties

EDITS = st.tuples(
    st.sampled_from(["", "calendar: {schedule: 快}\nschedules: {快: {shape: line, points: {6月: 60%, 12月: 120%}}}"]),
    st.sampled_from(["0%", "3%", "5%", "25%"]),
    st.sampled_from(["0%", "5%"]),
).map(lambda edit: book(edit[0], f"cumulative.tolerance={edit[1]}", f"coverage.tolerance={edit[2]}"))


@pytest.fixture(scope="session")
def sheet(tmp_path_factory):
    path = tmp_path_factory.mktemp("impact") / "任务表.txt"
    path.write_text(HEAD + "\n".join(ROWS) + "\n", encoding="utf-8")
    return path


@given(EDITS)
def test_a_book_held_against_itself_moves_nothing(sheet, one):
    found = tried(one, one, sheet)
    assert not found.moves and not found.differences
    assert not any((*document.tasks, *document.units, *document.flags) for document in found.documents)


@given(EDITS, EDITS)
@settings(max_examples=40)
def test_old_and_new_exchanged_exchange_every_move(sheet, old, new):
    there, back = tried(old, new, sheet), tried(new, old, sheet)
    assert {Shift(*reversed(pair)): count for pair, count in there.matrix.items()} == back.matrix
    assert {Shift(*reversed(pair)): count for pair, count in there.moves.items()} == back.moves
    assert [Shift(*reversed(one)) for one in there.documents[0].units] == list(back.documents[0].units)


def assessed(path, text, tmp_path, name):
    rules_path = tmp_path / name
    rules_path.write_text(text, encoding="utf-8")
    report = assessor.run(path, DAY, rules_path).report
    assert report is not None
    return report


EDIT = """
thresholds: {cumulative: {tolerance: 2%}}
calendar: {schedule: 快}
schedules: {快: {shape: line, points: {6月: 60%, 12月: 120%}}}
"""


def agrees(path, tmp_path):
    """The impact of an edit, held against what two assessments say."""
    old, new = (assessed(path, text, tmp_path, name) for text, name in ((OWN, "旧.yaml"), (OWN + EDIT, "新.yaml")))
    before, now = (rules.load(tmp_path / name).book for name in ("旧.yaml", "新.yaml"))
    found = tried(before, now, path, as_of=DAY)
    (document,) = found.documents
    pairs = list(zip(old.tasks, new.tasks, strict=True))
    assert found.matrix == Counter(Shift(a.status, b.status) for a, b in pairs)
    assert [one.points for one in document.tasks if one.points.moves] == [
        (a.points, b.points) for a, b in pairs if a.points != b.points
    ]
    units = {one.name: one for one in old.units}
    assert {(one.before, one.now) for one in document.units} == {
        (units[one.name], one) for one in new.units if units[one.name] != one
    }
    return found


def test_an_impact_agrees_with_two_assessments(sheet, tmp_path):
    assert agrees(sheet, tmp_path).tasks == 5


def test_an_impact_on_the_whole_real_table_agrees_with_two_assessments(pinghu, tmp_path):
    found = agrees(pinghu, tmp_path)
    assert found.tasks == 138 and found.moves


def test_every_move_on_the_real_table_has_a_reason(pinghu):
    one = tried(book(), book(EDIT), pinghu, as_of=DAY)
    moved = [target for task in one.documents[0].tasks for target in task.targets]
    assert moved
    for target in moved:
        assert target.reason.turned and target.reason.cause == "turned"
        decided = target.reason.decided
        assert decided.before.because and all(one.figures for one in (*decided.before.compared, *decided.now.compared))
