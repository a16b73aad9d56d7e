"""Facts that do not go together: what a kind of target does not have, and what one fact needs of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from engine.model import Kind
from engine.rules.file.faults import listed
from engine.rules.file.fields import Fields, Reader
from engine.rules.file.nodes import Scalar
from engine.trials.cases.values import VALUE
from engine.units import quantities

_MEASURED: tuple[Kind, ...] = ("cumulative", "growth", "coverage", "gauge")
_ONLY: Mapping[str, tuple[Kind, ...]] = MappingProxyType(
    {
        "target": _MEASURED,
        "nodes": _MEASURED,
        "forecast": _MEASURED,
        "actual": (*_MEASURED, "relative"),
        "rung": ("milestone",),
        "target_rung": ("milestone",),
        "rival": ("relative",),
        "rival_indicator": ("relative",),
    }
)
"""The kinds of target that have a fact at all."""
_ANSWERS = ("actual", "stated", "rung", "in_words", "failing", "reached", "stage", "forecast")


def check_facts(reader: Reader, fields: Fields, kind: Kind) -> None:
    """Note every fact that cannot stand with the others."""
    for key, what in (*_of_kind(fields, kind), *_together(fields), *_percentages(fields, kind)):
        node = fields.get(key)
        reader.faults.add(VALUE, node.place if node else fields.place, what)


def _of_kind(fields: Fields, kind: Kind) -> Iterator[tuple[str, str]]:
    if fields.get("kind") is None:
        return
    for key, kinds in _ONLY.items():
        if key in fields and kind not in kinds:
            yield key, f"{kind} 类没有“{key}”,只有 {listed(kinds)} 类才有"
    if kind in _MEASURED and "target" not in fields:
        yield "", f"{kind} 类须写目标值“target”"


def _together(fields: Fields) -> Iterator[tuple[str, str]]:
    answers = [key for key in _ANSWERS if key in fields]
    if answers and "month" not in fields:
        yield answers[0], "有完成情况就要写明数据到哪一月:month"
    aim = fields.get("target")
    if isinstance(aim, Scalar) and any(found.bound not in ("exact", "range") for found in quantities(aim.text)):
        yield "target", "目标值只写数;“以上”“以内”“左右”请写在 comparator 中,即 '>='、'<='、'~'"


def _percentages(fields: Fields, kind: Kind) -> Iterator[tuple[str, str]]:
    """Of growth, every figure is a percentage."""
    for key in ("target", "actual", "forecast") if kind == "growth" else ():
        node = fields.get(key)
        units = {found.unit for found in quantities(node.text)} if isinstance(node, Scalar) else set()
        if units - {"%"}:
            yield key, "增长类的数应是百分数,例如 5%"
