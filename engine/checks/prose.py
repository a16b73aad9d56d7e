"""A task's cell as the checks read it: its sentences, and the figures that count in each with what they measure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from engine.checks.places import Field, Words
from engine.checks.wording import among
from engine.model import Quantity, Reading, Task
from engine.reading import LONGEST_CELL
from engine.reading.cells import Cell, cell
from engine.reading.clauses import mask, split
from engine.reading.frames import Frame, frames
from engine.reading.indicators import Phrase, phrase
from engine.reading.measures import Measured, measure
from engine.units import narrow, quantities

_HAS = re.compile("已|共|实现|完成|有")
_PART = re.compile(r"其中|包括|包含|(?<![不内])含(?=[^量有])")

_RATIO_ASIDE = re.compile(
    r"(\d[^\d,。;、()\s]{1,6})\(((?:(?:投资|任务|总体)?完成(?:率|比例)|占(?:年度|全年)?(?:目标|任务|计划)+)[^\d()]{0,4}[\d.]+%)\)"
)
"""A ratio in brackets right behind an amount: 3665万元(完成率71%)."""


class Mention(NamedTuple):
    """A figure that counts, with what it measures.  ``number`` is its place among the figures of the cell."""

    frame: Frame
    measured: Measured
    number: int

    @property
    def quantity(self) -> Quantity:
        """The figure itself."""
        return self.frame.quantity

    @property
    def words(self) -> str:
        """The words of the figure's own list item, names in quotation marks and asides left out."""
        return mask(f"{self.frame.head}┃{self.frame.tail}").replace("\u3000", "")

    @property
    def whole(self) -> Quantity | None:
        """The amount of the same unit that its own words take it from (30个项目中已开工17个), None without one."""
        alike = [one for one in self.frame.qualifiers if one.unit == self.quantity.unit and one.bound == "exact"]
        between = self.frame.head[alike[-1].end - self.frame.head_start :] if alike else ""
        return alike[-1] if among(between) or _HAS.search(between) else None

    @property
    def predicate(self) -> str:
        """Its words without those of the whole that they take it from."""
        if self.whole is None:
            return self.words
        behind = self.frame.head[self.whole.end - self.frame.head_start :]
        return mask(f"{behind[behind.find('中') + 1 :]}┃{self.frame.tail}")

    @property
    def of_part(self) -> bool:
        """Whether the figure is introduced as a part of what was named before (其中…)."""
        return _PART.search(self.frame.before) is not None

    @property
    def is_amount(self) -> bool:
        """Whether it is an amount that was printed as such: no bound, no range, no comparison."""
        return self.measured.measure == "amount" and self.quantity.bound == "exact" and self.quantity.value >= 0


class Prose:
    """One text of a task with half-width signs, taken apart when first asked for.

    A ratio in brackets right behind its amount is read as if it stood behind a comma; offsets hold.
    """

    def __init__(self, task: Task, field: Field) -> None:
        self.task = task
        self.field = field
        plain = narrow((task.text if field == "text" else task.progress)[:LONGEST_CELL])
        self.text = _RATIO_ASIDE.sub(r"\1,\2 ", plain)

    @cached_property
    def cell(self) -> Cell:
        """The text in clauses with their periods."""
        return cell(self.text)

    @cached_property
    def quantities(self) -> list[Quantity]:
        """Every figure of the text, those in names and asides too."""
        return quantities(self.text)

    @cached_property
    def mentions(self) -> list[Mention]:
        """Every figure that counts, in order."""
        found = frames(self.text, split(self.text), self.quantities)
        return [Mention(frame, measure(frame), number) for number, frame in enumerate(found)]

    @cached_property
    def sentences(self) -> list[list[Mention]]:
        """The figures of each sentence that has any."""
        found: list[list[Mention]] = []
        for mention in self.mentions:
            if not found or found[-1][0].frame.clause.sentence != mention.frame.clause.sentence:
                found.append([])
            found[-1].append(mention)
        return found

    def phrase(self, mention: Mention) -> Phrase:
        """Verb and indicator of a figure's own words before it."""
        frame = mention.frame
        return phrase(frame.head, frame.head_start, self.cell.periods[frame.clause.number])

    def place(self, span: tuple[int, int]) -> Words:
        """The place of some words of the text."""
        return Words(self.task, self.field, span)

    def span_of(self, mention: Mention) -> tuple[int, int]:
        """The span of a figure with the words of its list item."""
        start, end = mention.frame.span
        opening = re.match(r"[\s,、;]*", self.text[start:end])
        return start + (opening.end() if opening else 0), end

    def place_of(self, mention: Mention) -> Words:
        """The place of a figure with the words of its list item."""
        return self.place(self.span_of(mention))

    def between(self, mention: Mention, later: Mention) -> str:
        """The masked words from the end of one figure to the start of a later one."""
        return mask(self.text[mention.quantity.end : later.quantity.start])


class Row:
    """A task with its readings and its two texts."""

    def __init__(self, task: Task, readings: Sequence[Reading]) -> None:
        self.task = task
        self.readings = readings
        self.text = Prose(task, "text")
        self.progress = Prose(task, "progress")

    @property
    def both(self) -> tuple[Prose, Prose]:
        """The task text and the progress text."""
        return self.text, self.progress
