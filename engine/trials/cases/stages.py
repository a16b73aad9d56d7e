"""The earlier stages that a target sets itself (``nodes``), in the order of the year."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from engine.model import Quantity
from engine.rules.file.faults import Place
from engine.rules.file.fields import Fields, Reader
from engine.trials.cases.values import VALUE, read_figure, written_unit


class _Stage(NamedTuple):
    month: int
    figure: Quantity
    place: Place


def read_stages(
    reader: Reader, fields: Fields, aim: Quantity | None, deadline: int, grows: bool
) -> tuple[tuple[int, Decimal], ...]:
    """Month and figure of each stage, sorted by month as readings have them.  One that no promise can set is a mistake:
    a month twice or not before the ``deadline``; of a target that ``grows``, a figure below an earlier one or above the
    target."""
    found = _read(reader, fields, aim)
    for one in found:
        if one.month >= deadline:
            reader.faults.add(VALUE, one.place, f"节点须早于完成期限{deadline}月")
        if grows and aim and one.figure.number > aim.number:
            reader.faults.add(VALUE, one.place, f"节点“{one.figure.text}”超过目标值“{aim.text}”")
    for earlier, later in pairwise(found):
        _check_order(reader, earlier, later, grows)
    return tuple((one.month, one.figure.number) for one in found)


def _read(reader: Reader, fields: Fields, aim: Quantity | None) -> list[_Stage]:
    unit, found = written_unit(aim), []
    for key, node in reader.entries(fields["nodes"]) if "nodes" in fields else ():
        month, figure = reader.month(key), read_figure(reader, node)
        if figure and written_unit(figure) != unit:
            reader.faults.add(VALUE, node.place, f"节点的单位须与目标值相同,应是“{unit or '无'}”")
        elif figure:
            found.append(_Stage(month, figure, node.place))
    return sorted(found, key=lambda one: one.month)


def _check_order(reader: Reader, earlier: _Stage, later: _Stage, grows: bool) -> None:
    if earlier.month == later.month:
        reader.faults.add(VALUE, later.place, f"{later.month}月的节点重复,请删去一处")
    elif grows and later.figure.number < earlier.figure.number:
        what = f"{later.month}月的节点“{later.figure.text}”低于{earlier.month}月的“{earlier.figure.text}”"
        reader.faults.add(VALUE, later.place, what)
