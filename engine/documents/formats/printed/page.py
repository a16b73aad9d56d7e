"""One page of a PDF: its tables with the lines in their cells, and what stands outside of them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from pdfplumber.page import Page

from engine.documents.formats.printed.rules import Box, cells
from engine.documents.formats.printed.text import Char, Line, hangs, lines

_ABOVE = 300  # characters before a table that are kept: its title and date
_NAMELESS = "\ufffd"
_INK = 1  # points; a closing mark has its ink at the left, and its blank right half may stand beyond the cell
_SLANT = 0.1  # of a character's width, by which its line may rise; watermarks rise more


class Area(NamedTuple):
    """A cell: its left and right side, its first row (from 0) and how many rows down it reaches, its lines."""

    left: float
    right: float
    row: int
    down: int
    lines: tuple[Line, ...]


class Block(NamedTuple):
    """A table, or the part of it that stands on one page.

    ``before`` is the number of rows in the tables above it on the page; ``sides`` are the borders of its columns.
    """

    page: int
    before: int
    sides: tuple[float, ...]
    height: int
    areas: tuple[Area, ...]
    above: str

    @property
    def columns(self) -> int:
        """The number of its columns."""
        return len(self.sides) - 1


class Sheet(NamedTuple):
    """A page: its tables, and the number of its characters: all that show, those outside of tables, those that stand
    aslant (and are not read), those for which the file names no character; and whether it has pictures.

    A page that was ``left_out`` asked for more work than is granted, or stands beyond the last page that is read.
    """

    number: int
    blocks: tuple[Block, ...] = ()
    shown: int = 0
    outside: int = 0
    aslant: int = 0
    nameless: int = 0
    pictures: bool = False
    left_out: bool = False


def read(page: Page) -> Sheet:
    """What a page holds.

    Raises:
        TooMany: it has more lines than any table.
    """
    chars = [_named(char) for char in page.chars]
    level = [char for char in chars if _level(char)]
    blocks: list[Block] = []
    outside, bottom = level, page.bbox[1]
    for boxes in cells(page):
        top = min(box[1] for box in boxes)
        held, outside = _parted(outside, boxes)
        above = [char for char in outside if bottom <= char["top"] and char["bottom"] <= top]
        before = sum(block.height for block in blocks)
        blocks.append(_block(page.page_number, before, boxes, held, above))
        bottom = max(box[3] for box in boxes)
    return Sheet(
        number=page.page_number,
        blocks=tuple(blocks),
        shown=_count(chars),
        outside=_count(outside),
        aslant=_count(chars) - _count(level),
        nameless=sum(char["text"] == _NAMELESS for char in level),
        pictures=bool(page.images),
    )


def turn(page: Page) -> int:
    """The degrees by which to turn a page clockwise so that most of its text stands level."""
    ways: Counter[int] = Counter()
    for char in page.chars:
        along, rise = char["matrix"][:2]
        ways[(0 if along > 0 else 180) if abs(rise) <= abs(along) else (90 if rise > 0 else 270)] += 1
    return max(sorted(ways), key=ways.__getitem__, default=0)


def _parted(chars: Sequence[Char], boxes: Sequence[Box]) -> tuple[list[list[Char]], list[Char]]:
    """The characters in each of the boxes, by their middle, and those in none."""
    across, down = _sides(boxes, 0), _sides(boxes, 1)
    owner: dict[tuple[int, int], int] = {}
    for number, (left, top, right, bottom) in enumerate(boxes):
        for column in range(across.index(left), across.index(right)):
            owner.update({(column, row): number for row in range(down.index(top), down.index(bottom))})
    held: list[list[Char]] = [[] for _ in boxes]
    outside: list[Char] = []
    for char in chars:
        middle = char["x0"] + _INK if hangs(char) else (char["x0"] + char["x1"]) / 2
        column = bisect_right(across, middle) - 1
        row = bisect_right(down, (char["top"] + char["bottom"]) / 2) - 1
        number = owner.get((column, row), -1)
        (outside if number < 0 else held[number]).append(char)
    return held, outside


def _block(
    page: int, before: int, boxes: Sequence[Box], held: Sequence[Sequence[Char]], above: Sequence[Char]
) -> Block:
    across, down = _sides(boxes, 0), _sides(boxes, 1)
    written = [lines(chars) for chars in held]
    margins = _margins(boxes, written)
    areas = [
        Area(left, right, down.index(top), down.index(bottom) - down.index(top), _measured(own, right - left - margins))
        for (left, top, right, bottom), own in zip(boxes, written, strict=True)
    ]
    words = "\n".join(line.text.strip() for line in lines(above))
    return Block(page, before, tuple(across), len(down) - 1, tuple(areas), words[-_ABOVE:])


def _margins(boxes: Sequence[Box], written: Sequence[Sequence[Line]]) -> float:
    """The width that no line of the table uses at the left and right of its cell, together; where all lines are short
    the right margin is as wide as the left one."""
    placed = [(box, line) for box, own in zip(boxes, written, strict=True) for line in own]
    left = min((line.left - box[0] for box, line in placed), default=0)
    full = [box[2] - line.right for box, line in placed if not hangs({"text": line.text.rstrip()[-1:]})]
    return left + min([left, *full])


def _measured(own: Sequence[Line], width: float) -> tuple[Line, ...]:
    return tuple(line._replace(room=width - (line.right - line.left)) for line in own)


def _sides(boxes: Sequence[Box], axis: int) -> list[float]:
    return sorted({side for box in boxes for side in (box[axis], box[axis + 2])})


def _named(char: Char) -> Char:
    """The character, or a mark for it where its font does not say which it is."""
    return {**char, "text": _NAMELESS} if char["text"].startswith("(cid:") else char


def _level(char: Char) -> bool:
    along, rise = char["matrix"][:2]
    return bool(along > 0 and abs(rise) <= _SLANT * along)


def _count(chars: Sequence[Char]) -> int:
    return sum(not char["text"].isspace() for char in chars)
