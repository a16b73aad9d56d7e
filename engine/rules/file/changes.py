"""Single values of a rules file tried out without touching it: ``cumulative.tolerance=5%``.

A path names a value by the keys that lead to it, entries of a list by their id or name; its beginning may be left out
as long as one value only is meant, and ``rules.`` in front stands for the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.model import Problem
from engine.rules.file.dated import is_dated
from engine.rules.file.faults import Place, listed, nearest
from engine.rules.file.inherit import entry_name
from engine.rules.file.nodes import Listing, Mapping, Node, Scalar

COMMAND_LINE = "--set"
"""What places in the changes are called; the n-th change is line n."""

_EQUALS = re.compile("[=\uff1d]")
_Path = tuple[str, ...]
_SHOWN = 5


class Change(NamedTuple):
    """A value to be tried: the path as written, and the value in the words of the file."""

    path: str
    value: str

    @classmethod
    def of(cls, written: str) -> Change:
        """``PATH=VALUE`` taken apart at its first sign of equality."""
        path, _, value = _EQUALS.sub("=", written, count=1).partition("=")
        return cls(path.strip(), value.strip())

    def __str__(self) -> str:
        return f"{self.path}={self.value}"


def changed(root: Node, changes: Sequence[Change]) -> tuple[Node, list[Problem]]:
    """The tree with the values changed, and what is wrong with the changes."""
    problems = []
    for number, change in enumerate(changes, start=1):
        found = _found(change, [path for path, _ in _values(root)])
        if isinstance(found, Problem):
            problems.append(found)
        else:
            place = Place(number, len(change.path) + 2, len(change.value), COMMAND_LINE)
            root = _replaced(root, found, Scalar(change.value, place))
    return root, problems


def _found(change: Change, known: list[_Path]) -> _Path | Problem:
    wanted = tuple(change.path.split("."))
    wanted = wanted[1:] if wanted[0] == "rules" and len(wanted) > 1 else wanted
    if not change.path or not change.value:
        return _problem(change, "应写成“项=值”,例如 cumulative.tolerance=5%")
    fits = [path for path in known if path[-len(wanted) :] == wanted]
    fits = [wanted] if fits.count(wanted) == 1 else fits
    if len(fits) == 1:
        return fits[0]
    if fits:
        return _problem(change, f"有{len(fits)}处叫这个名称,请写全其一:{listed(map('.'.join, fits[:_SHOWN]))}")
    return _problem(change, f"规则文件中没有这一项{nearest(change.path, map('.'.join, known))}")


def _problem(change: Change, what: str) -> Problem:
    return Problem(code="rules-set", severity="error", message=f"{COMMAND_LINE} {change}: {what}")


def _values(node: Node, path: _Path = ()) -> Iterator[tuple[_Path, Node]]:
    """Every single value with the path that leads to it."""
    if isinstance(node, Scalar) or is_dated(node):
        yield path, node
    elif isinstance(node, Mapping):
        for key, value in node.pairs:
            yield from _values(value, (*path, key.text))
    elif isinstance(node, Listing):
        for item in node.items:
            name = entry_name(item)
            if name is not None:  # one word of a list has no name that it could be called by
                yield from _values(item, (*path, name))


def _replaced(node: Node, path: _Path, value: Scalar) -> Node:
    if not path:
        return value
    if isinstance(node, Mapping):
        return node._replace(
            pairs=tuple((k, _replaced(v, path[1:], value) if k.text == path[0] else v) for k, v in node.pairs)
        )
    items = node.items if isinstance(node, Listing) else ()
    return Listing(
        tuple(_replaced(item, path[1:], value) if entry_name(item) == path[0] else item for item in items),
        node.place,
    )
