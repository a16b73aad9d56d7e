"""The cells that a task is put together from: words with their place, and figures with what their column says."""

from __future__ import annotations

import re
from typing import NamedTuple

from engine.documents.tables.figures import Figure, is_rate
from engine.documents.tables.headline import Headline
from engine.documents.tables.parts import Piece
from engine.model import Source
from engine.units import quantities

_VERB = re.compile("^(?:计划|完成)+")
_MOVE = re.compile("增长|下降|降低")
_RATE = re.compile("增长|增速|增幅|涨幅|降幅|同比|下降|降低|率|比重|占比|比例")


class Words(NamedTuple):
    """The words of one cell, with its place and the title of its column."""

    text: str
    source: Source
    title: str

    def piece(self, text: str | None = None) -> Piece:
        """The words as they stand in the cell, or as ``text`` has them."""
        return Piece(self.text if text is None else text, self.source, self.title)


class Value(NamedTuple):
    """A cell of a column of figures; ``unit`` is what its number lacks, ``unit_from`` says where that stands."""

    cell: Words
    said: Headline
    figure: Figure | None
    unit: str = ""
    unit_from: str = ""

    @property
    def text(self) -> str:
        """What is written for the cell; the sign of a fall is in the word before it (增长 -2.2 → 下降2.2)."""
        if self.figure is None:
            return self.cell.text
        written = self.figure.written(self.unit)
        return written.lstrip("-\uff0d") if self._falls else written

    @property
    def _falls(self) -> bool:
        return self.figure is not None and self.said.words.endswith("增长") and self.figure.number[0] in "-\uff0d"

    @property
    def lacks_words(self) -> bool:
        """Whether it begins with its figure, so that the words of an indicator have to stand before it."""
        return self.figure is not None or any(one.start == 0 for one in quantities(self.cell.text))

    @property
    def is_rate_of_name(self) -> bool:
        """Whether the title names a rate of what the row names (增速, in percent), and nothing by itself (投资)."""
        in_rate = self.figure is not None and is_rate(self.figure.unit or self.unit)
        return in_rate and _RATE.search(self.said.words) is not None

    def indicator(self, ahead: str) -> str:
        """The indicator of the column's title, "" where the words ahead or the cell name it already."""
        words = f"{self.said.words.removesuffix('增长')}下降" if self._falls else self.said.words
        named = ahead.endswith(_VERB.sub("", words)) or self.text.startswith(words)
        return "" if named or (self.figure and self.figure.moves) else words

    def moved_like(self, goal: Value) -> Value:
        """A bare rate as the movement that its goal states: 9% for a goal of 增长8% is 增长9%, -1% is 下降1%."""
        own, aim = self.figure, goal.figure
        move = _MOVE.search(aim.before) if aim else None
        if own is None or aim is None or move is None or own.before or own.moves:
            return self
        if {own.unit or self.unit, aim.unit or goal.unit} - set("%％"):
            return self
        falls = own.number[0] in "-－"
        number = own.number.lstrip("-－")
        return self._replace(figure=own._replace(before="下降" if falls else move[0], number=number, moves=True))

    def piece(self) -> Piece:
        """The cell as it is written."""
        return self.cell.piece(self.text)._replace(unit=self.unit or None, unit_from=self.unit_from or None)
