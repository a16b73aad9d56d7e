"""The network: units and tasks, load and exposure."""

from fractions import Fraction

import pytest

from engine.graph import responsibility_graph


@pytest.fixture
def graph(task, report):
    return responsibility_graph(
        report(
            task("1", ["建设局"], ["城投集团"], "lagging", Fraction(40)),
            task("2", ["建设局"], ["城投集团", "财政局"], "on_track", Fraction(100)),
            task("3", ["财政局"], ["建设局"], "done", Fraction(100)),
        )
    )


def test_a_unit_has_its_tasks_by_role_and_its_standing(graph):
    unit = graph.unit("建设局")
    assert [task.task.id for task in unit.lead] == ["1", "2"]
    assert [task.task.id for task in unit.co] == ["3"]
    assert (unit.standing.lead.lagging, unit.standing.points) == (1, Fraction(76))


def test_a_task_is_found_by_its_number(graph):
    assert graph.task("2").roles.lead == ("建设局",)


def test_load_counts_a_supported_task_half_and_the_heaviest_comes_first(graph):
    assert [(unit.name, unit.load) for unit in graph.load()] == [
        ("建设局", Fraction(5, 2)),
        ("财政局", Fraction(3, 2)),
        ("城投集团", Fraction(1)),
    ]


def test_exposure_is_the_share_of_the_load_that_lags(graph):
    assert graph.unit("建设局").exposure == Fraction(2, 5)
    assert graph.unit("城投集团").exposure == Fraction(1, 2)
    assert graph.unit("财政局").exposure == 0


def test_an_unknown_unit_is_an_error_that_suggests_likely_names(graph):
    with pytest.raises(KeyError, match="相近的有:建设局"):
        graph.unit("建设")
    with pytest.raises(KeyError, match="没有名为“xyz”的单位"):
        graph.unit("xyz")


def test_the_network_has_units_and_tasks_as_nodes_and_roles_on_its_edges(graph):
    assert graph.nx.nodes["unit", "建设局"] == {"kind": "unit"}
    assert graph.nx.nodes["task", "1"] == {"kind": "task", "status": "lagging"}
    assert dict(graph.nx["unit", "建设局"]) == {
        ("task", "1"): {"role": "lead"},
        ("task", "2"): {"role": "lead"},
        ("task", "3"): {"role": "co"},
    }


def test_a_unit_named_like_a_task_is_not_taken_for_it(task, report):
    graph = responsibility_graph(report(task("1", ["1"])))
    assert graph.nx.number_of_nodes() == 2


def test_an_empty_report_gives_an_empty_network(report):
    graph = responsibility_graph(report())
    assert graph.load() == ()
    assert graph.nx.number_of_nodes() == 0
