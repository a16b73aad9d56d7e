"""Areas in the network: each share hangs under its whole, and every area leads to its own."""

from datetime import date

import pytest

from engine.graph import responsibility_graph
from engine.model import Allocation, Share, Source, TargetResult, Task
from engine.reading import read
from engine.rules import default

PLACE = Source(path="t", row=2)
DAY = date(2023, 6, 30)


@pytest.fixture
def graph(task, report):
    shares = tuple(Share(area=area, written=str(n), value=n, source=PLACE) for area, n in (("东区", 20), ("西区", 10)))
    total = Share(area="全市", written="30", value=30, source=PLACE)
    line = Allocation(label="", total=total, shares=shares, units="民政局", source=PLACE)
    row = Task(
        id="1", text="新建老年食堂30家。", progress="", units="民政局", source=PLACE, allocations=(line,), cells={}
    )
    targets = tuple(TargetResult(reading=one, verdict=default().judge(one, DAY)) for one in read(row, DAY))
    return responsibility_graph(report(task("1", ["民政局"]).model_copy(update={"task": row, "targets": targets})))


def test_an_area_has_its_shares(graph):
    (share,) = graph.area("东区")
    assert (share.reading.target.value, share.reading.target.part_of) == (20, "1.1")


def test_an_unknown_area_is_an_error_that_names_those_there_are(graph):
    with pytest.raises(KeyError, match="东区、西区"):
        graph.area("南区")


def test_shares_hang_under_their_whole_and_belong_to_their_area(graph):
    assert graph.nx.has_edge(("task", "1"), ("target", "1.1"))
    assert [node for _, node in graph.nx.out_edges(("target", "1.1"))] == [("target", "1.1.1"), ("target", "1.1.2")]
    assert graph.nx.has_edge(("area", "西区"), ("target", "1.1.2"))
