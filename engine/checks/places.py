"""Where a finding points at: the words of a task's cell, and the cell of an allocation table.

A place is worked out when it is asked for: most figures agree, and nobody asks where they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from engine.model import Reading, Share, Source, Task

Field = Literal["text", "progress"]
_TITLES: dict[Field, str] = {"text": "任务内容", "progress": "完成情况"}
_LONGEST = 40


class Words(NamedTuple):
    """The words of a span in one of a task's two texts."""

    task: Task
    field: Field
    span: tuple[int, int]

    @property
    def name(self) -> str:
        """What messages call the cell (任务12的完成情况)."""
        return f"{called(self.task)}的{_TITLES[self.field]}"

    @property
    def words(self) -> str:
        """The words themselves, long ones cut."""
        return _short((self.task.text if self.field == "text" else self.task.progress)[slice(*self.span)])

    @property
    def source(self) -> Source:
        """The cell that the words came from, its offset advanced to them; the row where the table has no such cell."""
        start = self.span[0]
        for part in self.task.parts:
            if part.field == self.field and part.span[0] <= start < part.span[1]:
                return _advanced(part.source, start - part.span[0])
        cell = self.task.cells.get(self.field)
        return self.task.source if cell is None else _advanced(cell, start)


class Entry(NamedTuple):
    """A cell in a line of an allocation table; ``label`` is the line's."""

    task: Task
    label: str
    share: Share

    @property
    def name(self) -> str:
        """What messages call the cell: its line and the area, or total, of its column."""
        line = f"{called(self.task)}“{self.label}”" if self.label else called(self.task)
        return f"{line}的{self.share.area}"

    @property
    def words(self) -> str:
        """The figure as written."""
        return _short(self.share.written)

    @property
    def source(self) -> Source:
        """The cell."""
        return self.share.source


Place = Words | Entry


def of_target(task: Task, reading: Reading) -> Words:
    """The words of a target that stands in the task text."""
    return Words(task, "text", reading.target.span)


def called(task: Task) -> str:
    """What messages call a task: its number, or its row where it has none."""
    return f"任务{task.id}" if task.id else f"第{task.source.row}行的任务"


def spoken(places: Sequence[Place]) -> str:
    """The places in words; a cell is named once: 任务3的完成情况“整改率81%”与“发现隐患25处”、“已整改20处”."""
    said, name = [], ""
    for one in places:
        said.append(f"“{one.words}”" if one.name == name else f"{one.name}“{one.words}”")
        name = one.name
    return f"{said[0]}与{'、'.join(said[1:])}" if len(said) > 1 else said[0]


def _advanced(cell: Source, by: int) -> Source:
    return cell if cell.offset is None else cell.model_copy(update={"offset": cell.offset + by})


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"
