"""The part of a table on one page as a grid, and what tells a new row from one that goes on from the page before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from engine.documents.formats.printed.page import Area
from engine.documents.formats.printed.runs import Run
from engine.documents.formats.printed.text import joined

_HEAD = 5  # rows at the top of a table among which its header stands
_NUMBER = re.compile(r"(\d{1,5})[.、.]?")
_FEW = 3  # rows; of fewer it cannot be learnt which columns are always filled

Places = tuple[Area | None, ...]
"""The cell that covers each column of a row; None where there is none."""


class Part(NamedTuple):
    """The rows on a page below those that repeat the top of the table.

    ``line`` is the number of the first of them, counted from 1 down the page; ``repeated`` says whether some do.
    """

    page: int
    line: int
    repeated: bool
    rows: tuple[Places, ...]


def parts(run: Run) -> list[Part]:
    """The parts of a table, from its first page to its last."""
    found: list[Part] = []
    for block in run.blocks:
        grid: list[list[Area | None]] = [[None] * run.width for _ in range(block.height)]
        for area in block.areas:
            for row in grid[area.row : area.row + area.down]:
                for column in run.columns(area.left, area.right):
                    row[column] = area
        rows = [tuple(row) for row in grid]
        first = _repeated(rows, found[0].rows[:_HEAD]) if found else 0
        found.append(Part(block.page, block.before + first + 1, first > 0, tuple(rows[first:])))
    return found


def keys(found: Sequence[Part]) -> tuple[int, ...]:
    """The columns whose blank cell at the top of a page shows that the row goes on from the page before.

    That is the column of running numbers; without one, every column that is filled in all rows which stand below
    another on their page; the first column where there are too few of those.
    """
    every = [texts(row) for part in found for row in part.rows]
    below = [texts(row) for part in found for row in part.rows[1:]]
    columns = range(len(every[0]) if every else 0)
    counted = next((column for column in columns if _runs_on([row[column] for row in every])), None)
    if counted is not None:
        return (counted,)
    filled = tuple(column for column in columns if all(row[column] for row in below))
    return filled if filled and len(below) >= _FEW else (0,)


def texts(row: Places) -> tuple[str, ...]:
    """The text that each column of a row shows."""
    return tuple(joined(area.lines) if area else "" for area in row)


def _repeated(rows: Sequence[Places], head: Sequence[Places]) -> int:
    """The number of rows at the top of a page that repeat rows of the head, in their order."""
    known = iter([texts(row) for row in head])
    count = 0
    for row in rows[:_HEAD]:
        own = texts(row)
        if not any(own) or own not in known:
            break
        count += 1
    return count


def _runs_on(column: Sequence[str]) -> bool:
    """Whether most cells that hold anything hold the number after the one above."""
    filled = [text for text in column if text]
    numbers = [int(found[1]) if (found := _NUMBER.fullmatch(text)) else -1 for text in filled]
    steps = sum(after == one + 1 and one >= 0 for one, after in pairwise(numbers))
    return 2 * steps >= len(filled) - 1 > 0
