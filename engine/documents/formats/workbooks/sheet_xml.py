"""A worksheet part of a workbook, gone through once before it is parsed: how large it is, and what openpyxl does not
tell of a sheet that it reads row by row: merged areas, hidden rows and columns, formulas without a stored value.

Part names and attributes are those of ECMA-376 part 1, 18.3.
"""

from __future__ import annotations

import re
from typing import IO
from xml.parsers import expat

from engine.documents.formats.workbooks.merged import MERGES, Span

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
_LETTERS = re.compile(r"[A-Z]{1,3}")
_DIGITS = "0123456789"
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ROWS, _COLUMNS = 1_048_576, 16_384
_PIECE = 2**18


class Broken(ValueError):
    """A worksheet that no office program would write: rows or cells out of order, or outside of the sheet."""


class SheetXml:
    """What stands in a worksheet part.

    ``last_row`` and ``last_column`` are the last that hold a value; ``area`` counts the cells of each row up to its
    last one, styled blanks included; ``overfull`` says that there are too many merged areas; ``unstored`` are (row,
    column) of formulas without a stored value.
    """

    def __init__(self) -> None:
        self.last_row = self.last_column = self.area = 0
        self.merges: list[Span] = []
        self.overfull = False
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.unstored: set[tuple[int, int]] = set()
        self._row = self._column = 0
        self._label = ""
        self._formula = self._text = False
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._columns: dict[str, int] = {}

    def read(self, stream: IO[bytes]) -> None:
        """Go through a part; ``Broken`` or an ``ExpatError`` where it is no worksheet in order."""
        starts = {
            f"{_MAIN}row": self._on_row,
            f"{_MAIN}c": self._on_cell,
            f"{_MAIN}f": self._on_formula,
            f"{_MAIN}v": self._on_value,
            f"{_MAIN}is": self._on_value,
            f"{_MAIN}col": self._on_columns,
            f"{_MAIN}mergeCell": self._on_merge,
        }

        def start(name: str, attributes: dict[str, str]) -> None:
            handler = starts.get(name)
            if handler:
                handler(attributes)

        self._parser.StartElementHandler = start
        while piece := stream.read(_PIECE):
            self._parser.Parse(piece, False)
        self._parser.Parse(b"", True)
        self.area += self._column

    def _on_row(self, attributes: dict[str, str]) -> None:
        number = int(attributes["r"]) if "r" in attributes else self._row + 1
        if not self._row < number <= _ROWS:
            raise Broken
        self.area += self._column
        self._row, self._label, self._column = number, str(number), 0
        if attributes.get("hidden") in ("1", "true"):
            self.hidden_rows.add(number)

    def _on_cell(self, attributes: dict[str, str]) -> None:
        column = self._placed(attributes["r"]) if "r" in attributes else self._column + 1
        if not self._column < column <= _COLUMNS or not self._row:
            raise Broken
        self._column = column
        if self._formula:
            self._parser.CharacterDataHandler = None
        self._formula, self._text = False, attributes.get("t") == "str"

    def _placed(self, name: str) -> int:
        """The column of a cell, which must stand in the row that it says."""
        letters = name.rstrip(_DIGITS)
        if name[len(letters) :] != self._label:
            raise Broken
        if letters not in self._columns:
            self._columns[letters] = _column(letters)
        return self._columns[letters]

    def _on_formula(self, _: dict[str, str]) -> None:
        self._hold()
        self._formula = True
        self.unstored.add((self._row, self._column))

    def _on_value(self, _: dict[str, str]) -> None:
        self._hold()
        if self._formula and self._text:  # a text may be empty
            self.unstored.discard((self._row, self._column))
        elif self._formula:
            self._parser.CharacterDataHandler = self._on_figure

    def _on_figure(self, text: str) -> None:
        if self._formula and text.strip():
            self.unstored.discard((self._row, self._column))
            self._parser.CharacterDataHandler = None

    def _hold(self) -> None:
        self.last_row = self._row
        self.last_column = max(self.last_column, self._column)

    def _on_columns(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in ("1", "true"):
            columns = range(int(attributes["min"]), min(int(attributes["max"]), _COLUMNS) + 1)
            if not self.hidden_columns.isdisjoint(columns):
                raise Broken
            self.hidden_columns.update(columns)

    def _on_merge(self, attributes: dict[str, str]) -> None:
        self.overfull = len(self.merges) >= MERGES
        if self.overfull:
            return
        first, last = attributes["ref"].replace("$", "").partition(":")[::2]
        top, bottom = (_CELL.fullmatch(name) for name in (first, last or first))
        if not top or not bottom:
            raise Broken
        self.merges.append(Span(int(top[2]), _column(top[1]), int(bottom[2]), _column(bottom[1])))


def _column(letters: str) -> int:
    if not _LETTERS.fullmatch(letters):
        raise Broken
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
