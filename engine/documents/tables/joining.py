"""The columns of figures of one table: which unit each of their cells has, and what a row says with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from engine.documents.rows import Row
from engine.documents.tables.completions import completion
from engine.documents.tables.figures import Figure, figure, hides_a_figure, is_unit
from engine.documents.tables.goals import progress_pieces, text_pieces
from engine.documents.tables.header import Header
from engine.documents.tables.headline import headline, unit_behind
from engine.documents.tables.parts import Piece, put_together
from engine.documents.tables.remarks import Remarks
from engine.documents.tables.shares import says_none
from engine.documents.tables.values import Value, Words
from engine.documents.tables.words import FIGURES
from engine.model import Part, Problem

_SHARE = re.compile("(?:率|比重|占比|比例)(?:[(\uff08].*)?$")
"""The end of an indicator that is itself a share."""


class Joined(NamedTuple):
    """The text and the progress of a row; ``parts`` says what of them came from which cell, where figures did."""

    text: str
    progress: str
    parts: tuple[Part, ...] = ()


class Joiner:
    """Joins the figures of a table's rows to their texts, and remembers what there is to say of the columns."""

    def __init__(self, header: Header, path: str) -> None:
        self._columns = header.columns
        self._figures = header.figures
        self._titles = ["".join(header.title(column).split()) for column in range(header.width)]
        self._headed = header.titles
        self._said = {column: headline(header.titles[column]) for column, _ in header.figures}
        if "progress" in header.columns and self._figures:
            place = header.columns["progress"]
            self._said[place] = headline(header.titles[place])._replace(words="")
        self._joins = {column for column, _ in header.figures} | {header.columns.get("completion", -1)}
        self._path = path
        self._remarks = Remarks()

    def joined(self, row: Row) -> Joined:
        """The text and the progress of a row, which has as many cells as the header is wide."""
        told = row.cells[self._columns["progress"]].text if "progress" in self._columns else ""
        if not self._figures and "completion" not in self._columns:
            return Joined(row.cells[self._columns["text"]].text, told)
        name = self._words(row, self._columns["text"])
        progress = self._words(row, self._columns["progress"]) if told else None
        goals, values = (list(self._values(row, field, name.text)) for field in FIGURES)
        if progress and not values and goals and figure(told) and "进度" not in progress.title:
            values, progress = [self._value(row, self._columns["progress"], name.text)], None
        if goals and not _SHARE.search(name.text):
            values = [value.moved_like(goals[0]) for value in values]
        text, promised = put_together("text", text_pieces(name, goals))
        done, achieved = put_together("progress", progress_pieces(name, values, progress, self._completion(row)))
        promised = promised if len(promised) > bool(name.text) else ()
        achieved = achieved if len(achieved) > bool(progress) else ()
        for field, parts in ((text, promised), (done, achieved)):
            self._remarks.joined(row, field, parts, self._joins)
        return Joined(text, done, (*promised, *achieved))

    def problems(self) -> Iterator[Problem]:
        """What there is to say of the rows joined so far."""
        return self._remarks.problems()

    def _words(self, row: Row, column: int) -> Words:
        return Words(row.cells[column].text, row.cell_source(self._path, column), self._titles[column])

    def _values(self, row: Row, field: str, name: str) -> Iterator[Value]:
        for column, own in self._figures:
            text = row.cells[column].text
            if own == field and text and not says_none(text):
                yield self._value(row, column, name)

    def _value(self, row: Row, column: int, name: str) -> Value:
        """The cell of a column of figures, or one with a bare figure in a column of progress (91% among sentences)."""
        cell = self._words(row, column)
        found = figure(cell.text)
        unit, origin = self._unit(row, column, found, name) if found and not found.unit else ("", "")
        if found is None and hides_a_figure(cell.text):
            self._remarks.unread(cell)
        return Value(cell, self._said[column], found, unit, origin)

    def _completion(self, row: Row) -> Piece | None:
        """The share of the year's goal that a row states in a column of its own; one that is no share is told."""
        column = self._columns.get("completion")
        if column is None or says_none(row.cells[column].text):
            return None
        cell = self._words(row, column)
        found = completion(cell, "".join(self._headed[column]))
        if found is None:
            self._remarks.unread(cell)
        return found

    def _unit(self, row: Row, column: int, bare: Figure, name: str) -> tuple[str, str]:
        """The unit of a bare number and where it stands, both "" where it has none.

        The row's own unit, in its column of units or behind its name, comes before that in the title, which is for all
        rows; but a title with an indicator of its own (投资(万元)) is about something else than the row's unit.
        """
        own = self._of_row, self._of_name
        for way in (self._of_title, *own) if self._said[column].words else (*own, self._of_title):
            unit, origin = way(row, column, name)
            if unit and bare.takes(unit):
                return unit, origin
        if not self._settled(row):
            self._remarks.bare(column, row.cell_source(self._path, column), self._titles[column], bare.number)
        return "", ""

    def _of_row(self, row: Row, column: int, name: str) -> tuple[str, str]:
        """The unit in the row's column of units, if it is one that we know."""
        place = self._columns.get("measure")
        if place is None or not is_unit(row.cells[place].text):
            return "", ""
        return row.cells[place].text, f"第{place + 1}列“{self._titles[place]}”"

    def _of_title(self, row: Row, column: int, name: str) -> tuple[str, str]:
        said = self._said[column]
        return said.unit, f"表头“{''.join(said.unit_from.split())}”"

    def _of_name(self, row: Row, column: int, name: str) -> tuple[str, str]:
        return unit_behind(name)[1], f"第{self._columns['text'] + 1}列“{name}”"

    def _settled(self, row: Row) -> bool:
        """Whether the column of units says that there is none, or one that we do not know, which is told."""
        place = self._columns.get("measure")
        text = row.cells[place].text if place is not None else ""
        if place is not None and text and not says_none(text) and not is_unit(text):
            self._remarks.unknown(text, row.cell_source(self._path, place), self._titles[place])
        return bool(text) and not is_unit(text)
