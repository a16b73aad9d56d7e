"""Readers for the values of a case file that a rules file does not have: figures as in a table, days, placings."""

from __future__ import annotations

import re
from datetime import date

from engine.model import Quantity
from engine.rules import Placing
from engine.rules.file.fields import Fields, Reader
from engine.rules.file.nodes import Node, Scalar
from engine.units import comparable, quantities

VALUE = "cases-value"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_COUNT = re.compile(r"[1-9]\d{0,5}", re.ASCII)


def read_figure(reader: Reader, node: Node | None) -> Quantity | None:
    """One figure with its unit and its hedge as a table writes it (2.5亿元, 约49个), exactly."""
    text = reader.text(node)
    found = quantities(text)
    if len(found) == 1 and found[0].text == text and found[0].upper is None:
        return found[0]
    if node is not None and text:
        reader.faults.add(VALUE, node.place, f"“{text}”看不懂,应是一个数并写明单位,例如 100公里、2.5亿元、33%")
    return None


def written_unit(figure: Quantity | None) -> str | None:
    """The unit as written, None where the figure has none."""
    return (figure.written_unit or None) if figure else None


def check_unit(reader: Reader, node: Node | None, figure: Quantity | None, other: Quantity | None) -> None:
    """Note where two figures cannot be compared."""
    if node is not None and figure and other and not comparable(figure.unit, other.unit):
        reader.faults.add(VALUE, node.place, f"“{figure.text}”与“{other.text}”的单位不能比较")


def read_day(reader: Reader, node: Node | None) -> date | None:
    """A day of the calendar (2023-06-30)."""
    text = reader.text(node)
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None and node is not None and text:
        reader.faults.add(VALUE, node.place, f"“{text}”不是日期,应写成 2023-06-30 这样")
    return day


def read_placing(reader: Reader, fields: Fields) -> Placing | None:
    """The place on a board, whose four parts stand together; None where there is none of them."""
    if not any(key in fields for key in Placing._fields):
        return None
    for key in Placing._fields:
        if key not in fields:
            reader.faults.add("rules-missing", fields.place, f"缺少“{key}”:名次的四项须一起写")
    rank, from_last, peers = (_read_count(reader, fields.get(key)) for key in Placing._fields[:3])
    _check_place(reader, fields.get("rank"), rank, fields.get("peers"), peers)
    _check_place(reader, fields.get("rank_from_last"), from_last, fields.get("peers"), peers)
    return Placing(rank, from_last, peers, reader.share(fields.get("average")))


def _check_place(reader: Reader, node: Node | None, place: int, of: Node | None, peers: int) -> None:
    """Note a place behind the last one, where both were given as counts."""
    if node is not None and _is_count(of) and place > peers:
        reader.faults.add(VALUE, node.place, f"名次{place}超过参评数{peers},应在1至{peers}之间")


def _is_count(node: Node | None) -> bool:
    return isinstance(node, Scalar) and _COUNT.fullmatch(node.text) is not None


def _read_count(reader: Reader, node: Node | None) -> int:
    """A whole number from 1."""
    text = reader.text(node)
    if _COUNT.fullmatch(text):
        return int(text)
    if node is not None and text:
        reader.faults.add(VALUE, node.place, f"“{text}”看不懂,应是1以上的整数")
    return 1


def read_any_text(reader: Reader, node: Node | None) -> str:
    """A text that may be empty."""
    return node.text if isinstance(node, Scalar) else reader.text(node)
