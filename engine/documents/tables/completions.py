"""Columns that state how much of the year's goal is done (完成率): a share in percent, told behind the figures."""

from __future__ import annotations

import re

from engine.documents.tables.figures import figure
from engine.documents.tables.parts import Piece
from engine.documents.tables.values import Words
from engine.units import narrow

OF_GOAL = "完成年度目标的"
"""The words in which a progress text states its completion."""

_PERCENT = ("%", "\uff05")
_NOTHING = re.compile(r"0+(?:\.0+)?")


def completion(cell: Words, titles: str) -> Piece | None:
    """The share of a cell in percent, which the ``titles`` may say (完成率(%)); None for any other cell.

    A bare number in a column without a percent sign may be a share of 1 or of 100; only 0 is clear.
    """
    found = figure(cell.text)
    if found is None or found.moves or found.number[0] in "-\uff0d":
        return None
    if found.unit in _PERCENT:
        return cell.piece(f"{found.number}{found.unit}")
    bare = not found.unit and ("%" in narrow(titles) or _NOTHING.fullmatch(narrow(found.number)))
    if not bare:
        return None
    return cell.piece(f"{found.number}%")._replace(unit="%", unit_from=f"表头“{cell.title}”")
