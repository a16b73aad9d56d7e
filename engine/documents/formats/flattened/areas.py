"""The titles of the figures in a flattened allocation table: the total's, and what is left of the areas'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.documents.formats.flattened.head import Head
from engine.documents.rows import Cell
from engine.units import narrow

_ENDS = (*"区县市镇乡州盟旗城)", "街道", "管委会", "集团")
_WHOLE = {"其他", "其它", "市本级", "市级", "市直", "本级"}


class Titles(NamedTuple):
    """A title for every figure of a line, blank ones where the page lost some: those left are then the first, though
    nothing tells whose they are.  ``total`` is which figure is the total."""

    cells: list[Cell]
    total: int


def titles(head: Head, size: int) -> Titles:
    """The titles of the ``size`` figures of a line."""
    columns = head.header.columns
    total = columns["total"]
    others = set(range(len(head.row.cells))) - {*columns.values(), *head.header.co}
    areas = [head.row.cells[column] for column in sorted(others)]
    behind = bool(others) and max(others) < total
    if len(areas) != size - 1:
        areas = list(_whole(areas))[: size - 1]
    areas += [Cell("")] * (size - 1 - len(areas))
    place = size - 1 if behind else 0
    return Titles([*areas[:place], head.row.cells[total], *areas[place:]], place)


def _whole(pieces: Sequence[Cell]) -> Iterator[Cell]:
    """The names of areas that pieces make: one that does not end as a name does goes on in the next paragraph."""
    name: Cell | None = None
    for piece in pieces:
        if name and (narrow(name.text).endswith(_ENDS) or {name.text, piece.text} & _WHOLE):
            yield name
            name = None
        name = name._replace(text=name.text + piece.text, end=piece.end) if name else piece
    if name:
        yield name
