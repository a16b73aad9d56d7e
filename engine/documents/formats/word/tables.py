"""The tables of a Word document in their order: which belong together, and which words stand above them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from engine.documents.formats.word.grid import Grid, grid
from engine.documents.formats.word.numbers import automatic_numbers
from engine.documents.formats.word.package import Package
from engine.documents.formats.word.text import paragraph_text
from engine.documents.formats.word.xml import TABLE, Element, blocks
from engine.documents.rows import Row, Table
from engine.documents.tables.header import Header, find, vocabulary
from engine.model import Problem, Source

_NEAR = 500  # characters above a table that are kept, and the short lines before those, for a title may state its date
_TITLE = 40


class _Found(NamedTuple):
    """A table with its header, which a table that goes on with it shares; ``rows`` may still grow."""

    table: Table
    rows: list[Row]
    width: int
    header: Header | None


def tables(parts: Package, path: str) -> tuple[list[Table], list[Problem]]:
    """Every table that holds text, those within cells after the one around them, and what was met in them.

    A table right below another one, with as many columns and without a header of its own, goes on with that one:
    its rows follow there, with the numbers that they have in their own table.
    """
    reader = _Reader(parts, path)
    above: list[str] = []
    for block in blocks(parts.body):
        if block.tag == TABLE:
            reader.read(block, above)
            above = []
        elif text := paragraph_text(block).strip():
            above.append(text)
    return [found.table for found in reader.found if found.rows], reader.problems


class _Reader:
    """Reads one table after another; ``_last`` is the one that the next may go on with."""

    def __init__(self, parts: Package, path: str) -> None:
        self.found: list[_Found] = []
        self.problems: list[Problem] = []
        self._path, self._words = path, vocabulary()
        self._numbers = automatic_numbers(parts.body, parts.numbering)
        self._ordinal = 0
        self._last: _Found | None = None

    def read(self, table: Element, above: Sequence[str]) -> None:
        """Read the next table of the document itself; ``above`` are the paragraphs since the one before."""
        self._ordinal += 1
        before = None if above else self._last
        self._last = self._add(table, f"第{self._ordinal}张表", f"表{self._ordinal}", above, before)

    def _add(
        self, table: Element, title: str, sheet: str, above: Sequence[str] = (), before: _Found | None = None
    ) -> _Found:
        read = grid(table, sheet, self._path, self._numbers)
        self.problems += read.problems
        header = find(read.rows, self._words)
        if before and _goes_on(read, header, before):
            self._note("table-continued", _continued(title, before), sheet, 1)
            found = before
        else:
            rows: list[Row] = []
            found = _Found(Table(rows, title, _words_above(above)), rows, read.width, header)
            self.found.append(found)
        found.rows.extend(self._numbered(read, found.header, title, sheet))
        for ordinal, inner in enumerate(read.inner, start=1):
            self._add(inner, f"{title}内的第{ordinal}张表", f"{sheet}内表{ordinal}")
        return found

    def _numbered(self, read: Grid, header: Header | None, title: str, sheet: str) -> list[Row]:
        """The rows with the automatic numbers of the column of numbers: the one with that header, else the first."""
        column = header.columns.get("id", 0) if header else 0
        counted = {line: text for (line, place), text in read.numbers.items() if place == column + 1}
        lines = [row.line for row in read.rows if row.line in counted]
        if lines:
            ends = [f"第{line}行是“{counted[line]}”" for line in dict.fromkeys((lines[0], lines[-1]))]
            message = f"{title}第{column + 1}列的序号是 Word 的自动编号,不是文字,已按编号规则算出:{','.join(ends)}。"
            self._note("table-auto-numbers", message, sheet, lines[0], column + 1)
        return [_with_number(row, column, counted.get(row.line)) for row in read.rows]

    def _note(self, code: str, message: str, sheet: str, row: int, column: int | None = None) -> None:
        source = Source(path=self._path, sheet=sheet, row=row, column=column)
        self.problems.append(Problem(code=code, severity="note", message=message, source=source))


def _goes_on(read: Grid, header: Header | None, before: _Found) -> bool:
    alike = bool(read.rows) and read.width == before.width
    return alike and _names_tasks(before.header) and header is None


def _names_tasks(header: Header | None) -> bool:
    return header is not None and "text" in header.columns


def _continued(title: str, before: _Found) -> str:
    return f"{title}紧接{before.table.name},列数相同,又没有表头,已作为它的续表读取。"


def _with_number(row: Row, column: int, number: str | None) -> Row:
    if number is None:
        return row
    cell = row.cells[column]._replace(text=number)
    return row._replace(cells=(*row.cells[:column], cell, *row.cells[column + 1 :]))


def _words_above(paragraphs: Sequence[str]) -> str:
    """The paragraphs nearest to a table, and before them those that are short enough for a title."""
    room, kept = _NEAR, []
    for text in reversed(paragraphs):
        room -= len(text)
        if room >= 0 or len(text) <= _TITLE:
            kept.append(text)
    return "\n".join(reversed(kept))
