"""Tables that go on over several pages of a PDF: which parts belong together, on which columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.documents.formats.printed.page import Block, Sheet

_NEAR = 3  # points by which the borders of a column may differ from page to page


class Run:
    """The parts of one table.  ``sides`` are the borders of its columns on its widest page."""

    def __init__(self, block: Block) -> None:
        self.blocks = [block]
        self.sides = block.sides

    @property
    def width(self) -> int:
        """The number of its columns."""
        return len(self.sides) - 1

    @property
    def name(self) -> str:
        """What messages call it."""
        first, last = self.blocks[0].page, self.blocks[-1].page
        return f"第{first}页的表" if first == last else f"第{first}-{last}页的表"

    def takes(self, block: Block) -> bool:
        """Take a part from a later page if it has the same columns; merged cells may hide some on either page."""
        few, many = sorted((self.sides, block.sides), key=len)
        same_frame = _near(few[0], many[0]) and _near(few[-1], many[-1])
        if not same_frame or not all(any(_near(side, other) for other in many) for side in few):
            return False
        self.blocks.append(block)
        self.sides = many
        return True

    def columns(self, left: float, right: float) -> range:
        """The columns that a cell with these sides covers."""
        return range(_nearest(self.sides, left), max(_nearest(self.sides, right), _nearest(self.sides, left) + 1))


def runs(sheets: Iterable[Sheet]) -> list[Run]:
    """The tables of two columns or more.  The first table of a page may go on with the last one before it."""
    found: list[Run] = []
    for sheet in sheets:
        for number, block in enumerate(sheet.blocks):
            if number or not found or not found[-1].takes(block):
                found.append(Run(block))
    return [run for run in found if run.width > 1]


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _NEAR


def _nearest(sides: Sequence[float], at: float) -> int:
    return min(range(len(sides)), key=lambda number: abs(sides[number] - at))
