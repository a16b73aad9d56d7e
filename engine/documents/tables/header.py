"""The header of a table, found by its words: which column holds the number, the task, the progress, the units."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from engine.documents.rows import Row
from engine.documents.tables.columns_found import Fit, best_columns, figure_columns, fitting_columns
from engine.documents.tables.merged import is_one_cell
from engine.documents.tables.settled import settled
from engine.documents.tables.titles import LONGEST, Titles, block, by_column, squeezed
from engine.documents.tables.words import ASKED, CORE, STAND_INS, TITLES, WORDS, Words, vocabulary

__all__ = ["CORE", "TITLES", "WORDS", "Header", "Words", "find", "recognise", "squeezed", "vocabulary"]

_LOOKED_AT = 500  # rows; a header that stands lower is none


class Header(NamedTuple):
    """Where the fields stand.

    ``row`` is the first row of the header and ``last`` the line of its last one; ``titles`` are the titles of every
    column, those of several rows from top to bottom.  ``columns`` counts from 0; ``co`` are further unit columns,
    beside the leading one, and ``figures`` all columns of goals and of achieved values as (column, field).
    ``unused`` are (field, title) of further columns that would fit a field too; ``named`` are the fields whose titles
    the user gave, and ``unmet`` those titles of them, as (field, title), that are not there.
    """

    row: Row
    last: int
    titles: tuple[Titles, ...]
    columns: dict[str, int]
    co: tuple[int, ...] = ()
    unused: tuple[tuple[str, str], ...] = ()
    figures: tuple[tuple[int, str], ...] = ()
    named: frozenset[str] = frozenset()
    unmet: tuple[tuple[str, str], ...] = ()

    @property
    def width(self) -> int:
        """The number of columns up to the last one with a title."""
        return max((number for number, titles in enumerate(self.titles, start=1) if titles), default=0)

    @property
    def rank(self) -> tuple[bool, int]:
        """Which of two headers is the better one: that with a task column, then that with more fields."""
        return "text" in self.columns, len(self.columns)

    def title(self, column: int) -> str:
        """The title that stands right above a column, as written."""
        titles = self.titles[column] if column < len(self.titles) else ()
        return titles[-1] if titles else ""

    def shown(self, column: int) -> str:
        """The titles over a column as messages name them, without blanks and line breaks: 目标/增长(%)."""
        titles = self.titles[column] if column < len(self.titles) else ()
        return "/".join("".join(title.split()) for title in titles)


def find(rows: Sequence[Row], words: Words) -> Header | None:
    """The first header that names the task and one field more, else that which names most fields; None without any.

    What a title leaves open (单位: of measure, or of government) is settled by the cells below it.
    """
    best: Header | None = None
    for index in range(min(len(rows), _LOOKED_AT)):
        found = recognise(rows, index, words)
        if found and (best is None or found.rank > best.rank):
            best = found
        if best and "text" in best.columns and len(best.columns) > 1:
            break
    return settled(best, rows) if best else None


def repeated(rows: Sequence[Row], index: int, header: Header, words: Words) -> Header | None:
    """The header that a row below another one is: it repeats most of its titles, or all that it holds are header words;
    None for a row of data, whose number cell may hold anything but a title, although a word of it may be one (完成)."""
    row = rows[index]
    column = header.columns.get("id", len(row.cells))
    number = squeezed(row.cells[column].text) if column < len(row.cells) else ""
    held = [(place, squeezed(cell.text)) for place, cell in enumerate(row.cells) if cell.text]
    if any(sign.isdigit() for sign in number) or not held:
        return None
    same = sum(text in map(squeezed, header.titles[at]) for at, text in held if at < len(header.titles))
    numbers = number in words and words[number][1] == "id"
    if not (numbers or 2 * same > len(held) or all(text in words for _, text in held)):
        return None
    again = recognise(rows, index, words)
    return again if again and len(again.columns) > 2 else None


def recognise(rows: Sequence[Row], index: int, words: Words) -> Header | None:
    """The fields that a row, with the rows of titles below it, names if it can be a header: a title by itself must
    be the very word, and one cell merged over the columns is the title of the table."""
    row = rows[index]
    if is_one_cell(row) or any(len(cell.text) > 2 * LONGEST for cell in row.cells):
        return None
    if fitting_columns(by_column([row]), words) is None:
        return None
    rows_of_titles = block(rows, index, words)
    titles = by_column(rows_of_titles)
    fits = fitting_columns(titles, words)
    return _header(row, rows_of_titles[-1].line, titles, fits, words) if fits else None


def _header(row: Row, last: int, titles: tuple[Titles, ...], fits: Sequence[Fit], words: Words) -> Header:
    columns = best_columns(fits)
    stand_in = next((field for field in STAND_INS if field in columns), None)
    if "text" not in columns and stand_in:
        fits = [fit._replace(field="text") if fit.column == columns[stand_in] else fit for fit in fits]
        columns = best_columns(fits)
    figures = figure_columns(fits, titles)
    kept = {*columns.values(), *(column for column, _ in figures)}
    others = [fit for fit in fits if fit.column not in kept]
    asked = {field: title for title, (rank, field) in words.items() if rank == ASKED}
    return Header(
        row=row,
        last=last,
        titles=titles,
        columns=columns,
        co=tuple(sorted(fit.column for fit in others if fit.field == "units")),
        unused=tuple((fit.field, titles[fit.column][-1]) for fit in others if fit.field != "units"),
        figures=figures,
        named=frozenset(asked),
        unmet=tuple((field, title) for field, title in asked.items() if field not in columns),
    )
