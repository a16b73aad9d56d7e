"""Hand-made settings and results: what the rules and the pipeline hand to this room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from engine.model import DocumentInfo, Report, Roles, RulesInfo, Source, Task, TaskResult


@dataclass(frozen=True)
class Units:
    """The units section of a rule book."""

    lead_mark: str = "★"
    first_leads: bool = True
    separators: Sequence[str] = ("、", ",", ",", ";", ";")
    aliases: Mapping[str, Sequence[str]] = field(default_factory=dict)


@pytest.fixture(scope="session")
def units():
    return Units


@pytest.fixture(scope="session")
def task():
    """A judged task: number, leads, co-responsible units, status, points."""

    def make(number, lead, co=(), status="on_track", points=None):
        row = Task(id=number, text="任务", progress="进展", units="", source=Source(path="t"))
        roles = Roles(lead=tuple(lead), co=tuple(co))
        judged = {"grade": "", "basis": "measured", "because": "", "points": points}
        return TaskResult(task=row, roles=roles, targets=(), status=status, **judged)

    return make


@pytest.fixture(scope="session")
def report():
    """A report of judged tasks."""

    def make(*tasks):
        document = DocumentInfo(path="t", sha256="", as_of=date(2023, 6, 30))
        return Report(document=document, rules=RulesInfo(name="", version="", sha256=""), engine="", tasks=tasks)

    return make
