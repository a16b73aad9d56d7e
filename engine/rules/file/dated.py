"""Values that hold from a day on: the tree of a rules file as it is in force on a day.

Any value may be written as a list of ``{from: 2024-01-01, value: 5%, basis: …}``; the first entry has no ``from`` and
holds until the second begins, so that no date is without a value.  One that never changes, but has a basis of its own,
may be written ``{value: 5%, basis: …}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from engine.rules.file.fields import Reader
from engine.rules.file.nodes import Listing, Mapping, Node, Scalar, Unread
from engine.rules.file.shape import Dated

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def turning_days(root: Node, reader: Reader) -> tuple[date, ...]:
    """The days on which some value of the file changes, in order; mistakes in dated values are noted."""
    return tuple(sorted({day for periods in _dated(root) for day in _days(periods, reader)}))


def in_force(node: Node, day: date) -> Node:
    """The tree with every dated value replaced by the one that holds on a day."""
    periods = _periods(node)
    if periods:
        return _value_on(periods, day)
    if isinstance(node, Mapping):
        return node._replace(pairs=tuple((key, in_force(value, day)) for key, value in node.pairs))
    if isinstance(node, Listing):
        return node._replace(items=tuple(in_force(item, day) for item in node.items))
    return node


def ever(node: Node, key: str) -> Iterator[str]:
    """Every text that a key is given anywhere in the tree, at any time."""
    if isinstance(node, Listing):
        for item in node.items:
            yield from ever(item, key)
    for name, value in node.pairs if isinstance(node, Mapping) else ():
        if name.text == key:
            given = [value_of(entry) for entry in _periods(value)] or [value]
            yield from (one.text for one in given if isinstance(one, Scalar))
        else:
            yield from ever(value, key)


def is_dated(node: Node) -> bool:
    """Whether a node is a value with its periods, or with a basis of its own."""
    return bool(_periods(node))


def _periods(node: Node) -> tuple[Node, ...]:
    """The entries of a dated value: a list in which one has a ``value`` or ``from``, or one alone with either beside
    nothing that a dated value has not.  What such an entry lacks is then told."""
    if isinstance(node, Listing):
        return node.items if any({"value", "from"} & _by_key(item).keys() for item in node.items) else ()
    keys = _by_key(node).keys()
    return (node,) if "value" in keys and keys <= {"value", "basis", "from"} else ()


def begins(entry: Node) -> date | None:
    """The day from which an entry of a dated value holds; None for the first one, and where no day is written."""
    return _day(_by_key(entry).get("from"))


def _day(node: Node | None) -> date | None:
    if not isinstance(node, Scalar) or not _DAY.fullmatch(node.text):
        return None
    try:
        return date.fromisoformat(node.text)
    except ValueError:
        return None


def value_of(entry: Node) -> Node:
    """The value of an entry of a dated value; nothing that is read where it has none."""
    return _by_key(entry).get("value", Unread(entry.place))


def _value_on(periods: tuple[Node, ...], day: date) -> Node:
    held = [entry for entry in periods[1:] if (begins(entry) or date.max) <= day]
    entry = held[-1] if held else periods[0]
    value, basis = value_of(entry), _by_key(entry).get("basis")
    if isinstance(value, Scalar) and isinstance(basis, Scalar):
        return value._replace(basis=basis.text)
    return value


def _dated(node: Node) -> Iterator[tuple[Node, ...]]:
    periods = _periods(node)
    if periods:
        yield periods
        return
    children: tuple[Node, ...] = ()
    if isinstance(node, Mapping):
        children = tuple(value for _, value in node.pairs)
    elif isinstance(node, Listing):
        children = node.items
    for child in children:
        yield from _dated(child)


def _days(periods: tuple[Node, ...], reader: Reader) -> Iterator[date]:
    last = date.min
    for number, entry in enumerate(periods):
        fields = reader.fields(entry, Dated, also=("from",) if number else ())
        written = fields.get("from")
        day = _day(written)
        if "basis" in fields:
            reader.text(fields["basis"])
        if written is None:
            continue
        if not number:
            reader.faults.add("rules-dated", written.place, "第一段不写 from:它管第二段开始以前的所有日期")
        elif day is None:
            reader.faults.add("rules-dated", written.place, "应是日期,例如 2024-01-01")
        elif day <= last:
            reader.faults.add("rules-dated", written.place, "日期须逐段往后")
        else:
            last = day
            yield day


def _by_key(node: Node) -> dict[str, Node]:
    return {key.text: value for key, value in node.pairs} if isinstance(node, Mapping) else {}
