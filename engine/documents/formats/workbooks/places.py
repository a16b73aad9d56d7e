"""The names of cells as a sheet has them (C5, C3:C5), and lists of them for messages."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

_CITED = 5


def letters(column: int) -> str:
    """The letters of a column from 1: A, Z, AA."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def cell_name(row: int, column: int) -> str:
    """The name of a cell, both counted from 1."""
    return f"{letters(column)}{row}"


def cited(names: Iterable[str]) -> str:
    """The first few of some names: C5、C8、C9等."""
    names = iter(names)
    first = "、".join(islice(names, _CITED))
    return first + "等" if next(names, None) is not None else first
