"""The plain sections of a rules file: calendar, schedules, indicators, stages, lights, points, units, currency."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import get_args

from engine.model import Kind, Light, Stage
from engine.rules.facts.vocabulary import terms_of
from engine.rules.file.faults import Place, listed, nearest
from engine.rules.file.fields import Fields, Reader
from engine.rules.file.nodes import Node
from engine.rules.file.phrases import read_share
from engine.rules.language.closures import WorkOut
from engine.rules.policy import (
    COLOURS,
    DIRECTIONS,
    KINDS,
    STAGES,
    STATUSES,
    Calendar,
    Indicator,
    Points,
    Step,
    Units,
)
from engine.rules.schedule import Schedule, Shape

_SHAPES: tuple[Shape, ...] = get_args(Shape)


def read_schedules(reader: Reader, node: Node | None) -> dict[str, Schedule]:
    """The named curves."""
    return {key.text: _schedule(reader, key.text, value) for key, value in reader.entries(node)}


def _schedule(reader: Reader, name: str, node: Node) -> Schedule:
    fields = reader.fields(node, ("shape", "points"), ("basis",))
    reader.text(fields.get("basis"))
    shape = reader.choice(fields.get("shape"), _SHAPES)
    points: list[tuple[int, Fraction]] = []
    for key, value in reader.entries(fields.get("points")):
        point = (reader.month(key), reader.share(value))
        _check_rising(reader, points[-1] if points else (0, Fraction(0)), point, key.place)
        points.append(point)
    return Schedule(name, shape, tuple(points))


def _check_rising(reader: Reader, last: tuple[int, Fraction], point: tuple[int, Fraction], place: Place) -> None:
    if point[0] <= last[0]:
        reader.faults.add("rules-value", place, "月份须从1月起逐个增大")
    elif not last[1] <= point[1] <= 1:
        reader.faults.add("rules-value", place, "进度须逐点不减,且不超过100%")


def read_calendar(reader: Reader, node: Node | None, schedules: Mapping[str, Schedule]) -> Calendar:
    """The end of the year and the default schedule."""
    fields = reader.fields(node, ("year_end", "schedule"))
    chosen = _named_schedule(reader, fields.get("schedule"), schedules)
    return Calendar(reader.month(fields.get("year_end")), chosen or Schedule(""))


def _named_schedule(reader: Reader, node: Node | None, schedules: Mapping[str, Schedule]) -> Schedule | None:
    if node is None or not schedules:
        return None
    return schedules[reader.choice(node, tuple(schedules))]


def read_indicators(reader: Reader, node: Node | None, schedules: Mapping[str, Schedule]) -> tuple[Indicator, ...]:
    """The entries for indicators, in order; the first that matches counts.  Names are unique."""
    found: dict[str, Indicator] = {}
    for item in reader.items(node):
        entry = _indicator(reader, item, schedules)
        if entry.name in found:
            reader.faults.add("rules-duplicate-id", item.place, f"指标“{entry.name}”重复,请删去一处")
        found[entry.name] = entry
    return tuple(found.values())


def _indicator(reader: Reader, node: Node, schedules: Mapping[str, Schedule]) -> Indicator:
    patterns, settings = ("contains", "any_of", "ends_with"), ("kind", "direction", "schedule", "weight")
    fields = reader.fields(node, ("name",), ("also", *patterns, *settings, "basis"))
    if "name" in fields and len(fields) == 1:
        reader.faults.add("rules-missing", node.place, f"此条没有作用,请至少写一项:{listed(('also', *settings))}")
    words = {key: reader.texts(fields.get(key)) for key in ("also", *patterns)}
    return Indicator(
        name=reader.text(fields.get("name")),
        **words,
        kind=reader.choice(fields["kind"], KINDS) if "kind" in fields else None,
        direction=reader.choice(fields["direction"], DIRECTIONS) if "direction" in fields else None,
        schedule=_named_schedule(reader, fields.get("schedule"), schedules),
        weight=reader.share(fields["weight"]) if "weight" in fields else Fraction(1),
        basis=reader.text(fields.get("basis")) or None,
    )


def read_worth(reader: Reader, node: Node | None) -> dict[Stage, Fraction]:
    """What evidence of each stage counts."""
    fields = reader.fields(node, STAGES)
    return {stage: reader.share(fields.get(stage)) for stage in STAGES}


def read_ladders(reader: Reader, node: Node | None) -> dict[str, Step]:
    """Every rung of every ladder by its name, with the shortest months from the foot of its ladder."""
    steps: dict[str, Step] = {}
    for key, rungs in reader.entries(node):
        months = 0
        for number, item in enumerate(reader.items(rungs), start=1):
            fields = reader.fields(item, ("rung", "months"), ("done",))
            name = reader.text(fields.get("rung"))
            months += reader.months(fields.get("months"))
            if name in steps:
                reader.faults.add("rules-duplicate-id", item.place, f"环节“{name}”重复,每个环节只能出现一次")
            steps[name] = Step(key.text, number, months, reader.text(fields.get("done")) or name)
    return steps


def read_lights(reader: Reader, node: Node | None, grades: Mapping[str, Place]) -> dict[str, Light]:
    """A colour for every status, and for the grades that have one of their own."""
    fields = reader.fields(node, STATUSES, ("grades",))
    lights: dict[str, Light] = {status: reader.choice(fields.get(status), COLOURS) for status in STATUSES}
    for key, value in reader.entries(fields.get("grades")):
        if key.text not in grades:
            what = f"没有规则给出等次“{key.text}”{nearest(key.text, grades)}"
            reader.faults.add("rules-value", key.place, what)
        lights[key.text] = reader.choice(value, COLOURS)
    return lights


def read_points(reader: Reader, node: Node | None) -> Points:
    """Full marks, what lagging targets keep, and the weights of roles."""
    fields = reader.fields(node, ("full", "lagging", "lead_weight", "co_weight"), ("basis",))
    reader.text(fields.get("basis"))
    by_kind = reader.fields(fields.get("lagging"), KINDS) if "lagging" in fields else Fields()
    lagging: dict[Kind, WorkOut] = {kind: read_share(reader, by_kind.get(kind), terms_of(kind)) for kind in KINDS}
    return Points(
        full=reader.marks(fields.get("full")),
        lagging=lagging,
        lead_weight=reader.share(fields.get("lead_weight")),
        co_weight=reader.share(fields.get("co_weight")),
    )


def read_units(reader: Reader, node: Node | None) -> Units:
    """How responsible units are read."""
    fields = reader.fields(node, ("lead_mark", "first_leads", "separators", "aliases", "groups"))
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
