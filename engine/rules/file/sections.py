"""The plain sections of a rules file: calendar, schedules, stages, lights, points, units, currency."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import get_args

from engine.model import Kind, Light, Stage
from engine.rules.facts.vocabulary import terms_of
from engine.rules.file import shape
from engine.rules.file.faults import Place, nearest
from engine.rules.file.fields import Fields, Reader
from engine.rules.file.nodes import Node
from engine.rules.file.phrases import read_share
from engine.rules.language.closures import WorkOut
from engine.rules.policy import (
    COLOURS,
    KINDS,
    STAGES,
    STATUSES,
    Calendar,
    Points,
    Step,
    Threshold,
    Units,
)
from engine.rules.schedule import Schedule, Shape

_SHAPES: tuple[Shape, ...] = get_args(Shape)
_ALLOWED: tuple[shape.Finding, ...] = get_args(shape.Finding)
_MOST = 2
"""Offices that hurry ask for more than the year's plan (120 %); twice the plan is a slip of the pen."""


OF_THE_CALENDAR = "默认进度"
"""What ``indicators`` call the schedule of ``calendar``, whichever that is."""


def read_schedules(reader: Reader, node: Node | None) -> dict[str, Schedule]:
    """The named curves."""
    for key, _ in reader.entries(node):
        if key.text == OF_THE_CALENDAR:
            reader.faults.add("rules-value", key.place, f"“{OF_THE_CALENDAR}”指 calendar 所定的进度安排,请另取一个名称")
    return {key.text: _schedule(reader, key.text, value) for key, value in reader.entries(node)}


def _schedule(reader: Reader, name: str, node: Node) -> Schedule:
    fields = reader.fields(node, shape.Schedule)
    form = reader.choice(fields.get("shape"), _SHAPES)
    points: list[tuple[int, Fraction]] = []
    for key, value in reader.entries(fields.get("points")):
        point = (reader.month(key), reader.share(value))
        _check_rising(reader, points[-1] if points else (0, Fraction(0)), point, key.place)
        points.append(point)
    basis, allow = reader.note(fields, "basis"), reader.words(fields, "allow", _ALLOWED)
    return Schedule(name, form, tuple(points), basis, allow, node.place)


def _check_rising(reader: Reader, last: tuple[int, Fraction], point: tuple[int, Fraction], place: Place) -> None:
    if point[0] <= last[0]:
        reader.faults.add("rules-value", place, "月份须从1月起逐个增大")
    elif not last[1] <= point[1] <= _MOST:
        reader.faults.add("rules-value", place, "进度须逐点不减,且不超过200%")


def read_calendar(reader: Reader, node: Node | None, schedules: Mapping[str, Schedule]) -> Calendar:
    """The end of the year and the default schedule."""
    fields = reader.fields(node, shape.Calendar)
    chosen = named_schedule(reader, fields.get("schedule"), schedules)
    return Calendar(reader.month(fields.get("year_end")), chosen or Schedule(""))


def named_schedule(reader: Reader, node: Node | None, schedules: Mapping[str, Schedule]) -> Schedule | None:
    """One of the schedules by its name, None where none is named."""
    if node is None or not schedules:
        return None
    return schedules[reader.choice(node, tuple(schedules))]


def read_worth(reader: Reader, node: Node | None) -> dict[Stage, Fraction]:
    """What evidence of each stage counts."""
    fields = reader.fields(node, shape.Worth)
    return {stage: reader.share(fields.get(stage)) for stage in STAGES}


def read_ladders(reader: Reader, node: Node | None) -> dict[str, Step]:
    """Every rung of every ladder by its name, with the shortest months from the foot of its ladder."""
    steps: dict[str, Step] = {}
    for key, rungs in reader.entries(node):
        months = 0
        for number, item in enumerate(reader.items(rungs), start=1):
            fields = reader.fields(item, shape.Rung)
            name = reader.text(fields.get("rung"))
            months += reader.months(fields.get("months"))
            if name in steps:
                reader.faults.add("rules-duplicate-id", item.place, f"环节“{name}”重复,每个环节只能出现一次")
            steps[name] = Step(key.text, number, months, reader.text(fields.get("done")) or name)
    return steps


def read_lights(reader: Reader, node: Node | None, grades: Sequence[str]) -> dict[str, Light]:
    """A colour for every status, and for the grades that have one of their own."""
    fields = reader.fields(node, shape.Lights)
    lights: dict[str, Light] = {status: reader.choice(fields.get(status), COLOURS) for status in STATUSES}
    for key, value in reader.entries(fields.get("grades")):
        if key.text not in grades and not key.place.file:  # a file may rename a grade that the packaged one lights
            what = f"没有规则给出等次“{key.text}”{nearest(key.text, grades)}"
            reader.faults.add("rules-value", key.place, what)
        lights[key.text] = reader.choice(value, COLOURS)
    return lights


def read_points(reader: Reader, node: Node | None, thresholds: Sequence[Threshold]) -> Points:
    """Full marks, what lagging targets keep, and the weights of roles."""
    fields = reader.fields(node, shape.Points)
    by_kind = reader.fields(fields.get("lagging"), shape.Lagging) if "lagging" in fields else Fields()
    lagging: dict[Kind, WorkOut] = {
        kind: read_share(reader, by_kind.get(kind), terms_of(kind, thresholds)) for kind in KINDS
    }
    return Points(
        full=reader.marks(fields.get("full")),
        lagging=lagging,
        lagging_text={kind: reader.text(by_kind.get(kind)) for kind in KINDS},
        lead_weight=reader.share(fields.get("lead_weight")),
        co_weight=reader.share(fields.get("co_weight")),
        basis=reader.note(fields, "basis"),
    )


def read_units(reader: Reader, node: Node | None) -> Units:
    """How responsible units are read."""
    fields = reader.fields(node, shape.Units)
    return Units(
        lead_mark=reader.text(fields.get("lead_mark")),
        first_leads=reader.truth(fields.get("first_leads")),
        separators=reader.texts(fields.get("separators")),
        aliases={key.text: reader.texts(value) for key, value in reader.entries(fields.get("aliases"))},
        groups=reader.texts(fields.get("groups")),
    )


def read_currency(reader: Reader, node: Node | None) -> None:
    """Rates between currencies: there are none yet, so that no amount is converted by one that is not dated."""
    for key, _ in reader.entries(node):
        reader.faults.add("rules-value", key.place, "本版不换算币种,请留空;不同币种的数不相比较")
