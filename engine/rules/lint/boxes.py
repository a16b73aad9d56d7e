"""Boxes: the cases whose quantities lie in certain cells.  A condition holds in a union of boxes."""

from __future__ import annotations

from collections.abc import Sequence

Cells = int
"""A set of cells of one quantity, a bit for each."""

Box = dict[int, Cells]
"""Cells by the number of their axis; a quantity that is not there may lie anywhere.  An empty box is every case."""

MAX_BOXES = 64
"""A condition that needs more boxes is not analysed: nothing is said of it."""


def met(left: Box, right: Box) -> Box | None:
    """The cases of both boxes, None where there are none."""
    both = dict(left)
    for number, cells in right.items():
        both[number] = both.get(number, cells) & cells
        if not both[number]:
            return None
    return both


def apart(left: Box, right: Box) -> bool:
    """Whether two boxes have no case in common."""
    for number, cells in right.items():  # noqa: SIM110 - a generator costs more than the comparison
        if number in left and not left[number] & cells:
            return True
    return False


def within(inner: Box, outer: Box, whole: Box) -> bool:
    """Whether every case of one box lies in another."""
    for number, cells in outer.items():  # noqa: SIM110
        if inner.get(number, whole[number]) & ~cells:
            return False
    return True


def all_met(parts: Sequence[list[Box]]) -> list[Box] | None:
    """The cases that lie in one box of every part, None where that takes too many boxes."""
    boxes: list[Box] = [{}]
    for part in parts:
        boxes = [both for left in boxes for right in part if (both := met(left, right)) is not None]
        if len(boxes) > MAX_BOXES:
            return None
    return boxes


def joined(boxes: list[Box]) -> list[Box] | None:
    """The boxes side by side, those on one quantity alone made one; None where they are too many."""
    single: Box = {}
    others = []
    for box in boxes:
        if len(box) == 1:
            for number, cells in box.items():
                single[number] = single.get(number, 0) | cells
        else:
            others.append(box)
    all_of_them = [*({number: cells} for number, cells in single.items()), *others]
    return all_of_them if len(all_of_them) <= MAX_BOXES else None
