"""How units stand: counts by role and status, and points weighted by role."""

from fractions import Fraction

from engine.graph import standings
from engine.model import Standing


def test_tasks_are_counted_by_role_and_status(task):
    unit, other = standings(
        [
            task("1", ["建设局"], ["财政局"], "done"),
            task("2", ["建设局"], [], "lagging"),
            task("3", ["财政局"], ["建设局"], "unrated"),
        ]
    )
    assert unit.name == "建设局"
    assert unit.lead == Standing(tasks=2, done=1, lagging=1)
    assert unit.co == Standing(tasks=1, unrated=1)
    assert (other.lead, other.co) == (Standing(tasks=1, unrated=1), Standing(tasks=1, done=1))


def test_units_come_in_the_order_in_which_the_table_first_names_them(task):
    units = standings([task("1", ["乙"], ["丙", "甲"]), task("2", ["甲"], ["丁"])])
    assert [unit.name for unit in units] == ["乙", "丙", "甲", "丁"]


def test_points_are_the_mean_weighted_by_role(task):
    tasks = [task("1", ["建设局"], points=Fraction(100)), task("2", ["甲"], ["建设局"], points=Fraction(40))]
    assert standings(tasks)[0].points == Fraction(80)
    assert standings(tasks, Fraction(1), Fraction(1))[0].points == Fraction(70)


def test_a_task_without_points_is_no_zero(task):
    tasks = [task("1", ["建设局"], points=Fraction(90)), task("2", ["建设局"], points=None)]
    assert standings(tasks)[0].points == Fraction(90)


def test_a_unit_without_points_or_weight_has_none(task):
    assert standings([task("1", ["建设局"])])[0].points is None
    assert standings([task("1", ["甲"], ["乙"], points=Fraction(5))], Fraction(1), Fraction(0))[1].points is None


def test_no_tasks_give_no_units():
    assert standings([]) == ()
