"""The hand-built records that the tests of explanations use, and a document as it is read, as fixtures."""

import runpy
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest

from engine.documents import Document
from engine.model import Allocation, Problem, Share, Source, Task

SAMPLES = Path(__file__).parents[1] / "explain" / "samples.py"
AREAS = ("东湖区", "西山区", "南浦县", "北河县", "东湖经济技术开发区", "其他")


@pytest.fixture(scope="session")
def samples() -> SimpleNamespace:
    """Everything that `samples.py` defines."""
    return SimpleNamespace(**runpy.run_path(str(SAMPLES)))


def place(row: int, column: int | None = None) -> Source:
    return Source(path="责任分解.html", sheet="表2", row=row, column=column)


def line(row: int, label: str, total: str, *shares: str) -> Allocation:
    """A line of an allocation table, one share for each area of AREAS."""
    made = [
        Share(area=area, written=share, value=None if share == "/" else Decimal(share), source=place(row, column))
        for column, (area, share) in enumerate(zip(AREAS, shares, strict=True), start=6)
    ]
    whole = Share(area="全市", written=total, value=Decimal(total), source=place(row, 5))
    return Allocation(label=label, total=whole, shares=tuple(made), units="市卫生健康委", source=place(row))


@pytest.fixture(scope="session")
def notice() -> Document:
    """A notice without progress: one plain task with long words, and one with two lines of allocations."""
    road = Task(
        id="1",
        text="=新改建农村公路400公里,其中示范路33.3公里;"
        + "打通断头路、整治窄路危桥、完善安防设施," * 6
        + "年底前通车。",
        progress="",
        units="★市交通运输局\n市建设局",
        source=place(2),
        cells={"text": place(2, 2), "units": place(2, 3)},
    )
    nursery = Task(
        id="2",
        text="新增托育机构100家。",
        progress="",
        units="市卫生健康委",
        source=place(5),
        cells={"text": place(5, 3)},
        category="一、普惠托育项目",
        allocations=(
            line(5, "机构", "100", "30", "20.5", "20", "9.5", "20", "/"),
            line(6, "机构托位", "3050", "900", "620", "610", "300", "620", "/"),
        ),
    )
    warning = Problem(code="table-no-progress", severity="warning", message="没有“完成情况”列。", source=place(1))
    return Document(path="责任分解.html", sha256="ab" * 32, tasks=(road, nursery), problems=(warning,))
