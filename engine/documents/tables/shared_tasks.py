"""The rows of a table that splits totals to Tasks: the rows of one number are lines of one Task."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.documents.layout import Layout
from engine.documents.rows import Row, Table
from engine.documents.tables.allocations import Split, allocation, text_of, units_of, unread
from engine.documents.tables.areas import areas
from engine.documents.tables.aside import aside
from engine.documents.tables.columns import unread as unread_columns
from engine.documents.tables.fitting import fitted, glimpse, problem, unusable
from engine.documents.tables.header import TITLES, Header, Words, repeated
from engine.documents.tables.headings import heading, in_digits
from engine.documents.tables.joining import Joiner
from engine.documents.tables.titles import below
from engine.model import Problem, Source, Task

_READ = frozenset(("id", "text", "progress", "units", "category", "label", "total", "due", "achieved", "completion"))
"""The fields that a Task takes from its rows."""


def entries(table: Table, at: Split, words: Words, layout: Layout, path: str) -> Iterator[Task | Problem]:
    """The Tasks of the rows below the header, in order, with the Problems met on the way; an empty number stays "".

    A row without a number and an item of its own is a further line of the Task above it; one with a number and a label
    but without an item shares the item above.
    """
    joined = _achieved(at.header)
    yield from unread_columns(
        _beside_areas(joined, at), table.rows, path, _READ | ({"measure"} if joined.figures else set())
    )
    joiner = Joiner(joined, path)
    named = areas(at.titles, layout.areas, at.header.row.source(path).model_copy(update={"offset": None}))
    yield from named.problems
    at, category = at.named(named.names), ""
    lines: list[Row] = []
    for row in _rows(table, at.header, words, path):
        if isinstance(row, Problem):
            yield row
        elif isinstance(row, str):
            yield from _task(lines, at, joiner, category, path)
            lines, category = [], row
        elif lines and not _opens(row, lines[-1], at.header):
            lines.append(row)
        else:
            yield from _task(lines, at, joiner, category, path)
            lines = [_with_item(row, lines[-1], at.header) if lines else row]
    yield from _task(lines, at, joiner, category, path)
    yield from joiner.problems()


def _achieved(header: Header) -> Header:
    """The header with those columns of figures alone that tell of the progress: the total is the goal."""
    return header._replace(figures=tuple(one for one in header.figures if one[1] == "achieved"))


def _beside_areas(header: Header, at: Split) -> Header:
    """The header in which the columns of the areas are known too."""
    return header._replace(co=(*header.co, *at.areas))


def _rows(table: Table, header: Header, words: Words, path: str) -> Iterator[Row | str | Problem]:
    """The rows below the header, all as wide as that, the headings among them, and what there is to say about them."""
    digits = in_digits(table.rows, header)
    for index, row in below(table.rows, header.row, header.last):
        if row.fault:
            yield problem("row-quotes", "warning", row, path, f"{row.fault}。", "请补上缺少的引号。")
        if row.blank:
            continue
        if repeated(table.rows, index, header, words):
            yield problem("row-header", "note", row, path, f"第{row.line}行又是表头,未计入。")
            continue
        title, other = heading(row, header, digits), aside(row, header, path)
        if other and (not title or other.code == "row-sum"):
            yield other
        elif title:
            yield title
            yield problem("row-heading", "note", row, path, f"第{row.line}行“{title}”是分组标题,以下任务归入该组。")
        else:
            yield from _row(row, header, table.text, path)


def _row(row: Row, header: Header, text: str | None, path: str) -> Iterator[Row | Problem]:
    """The row as wide as the header; where a delimiter too many may have moved its figures, it is not read."""
    fault = unusable(row, header, path) or _moved(row, header, text, path)
    if fault:
        yield fault
        return
    row, misfit = fitted(row, header, text, path)
    if misfit:
        yield misfit
    yield row


def _moved(row: Row, header: Header, text: str | None, path: str) -> Problem | None:
    if text is None or row.width <= header.width:
        return None
    message = f"第{row.line}行有{row.width}格,比表头多{row.width - header.width}格,各数可能错位,这一行未计入。"
    suggestion = "请核对这一行:单元格内不要出现分隔符(如 1,200 中的逗号),或用英文双引号括住该单元格(CSV)。"
    return problem("row-long", "warning", row, path, message, suggestion)


def _opens(row: Row, above: Row, header: Header) -> bool:
    """Whether a row begins a Task: its number is another than that above it, or it has an item of its own."""
    number = text_of(row, header, "id")
    if number and number != text_of(above, header, "id"):
        return True
    item = text_of(row, header, "text")
    return bool(item) and item != text_of(above, header, "text")


def _with_item(row: Row, above: Row, header: Header) -> Row:
    """The row, with the item of the row above it where it has a label and none of its own."""
    column = header.columns["text"]
    if row.cells[column].text or not text_of(row, header, "label"):
        return row
    cell = above.cells[column]
    cell = cell._replace(anchor=cell.anchor or (above.line, column + 1))
    return row._replace(cells=(*row.cells[:column], cell, *row.cells[column + 1 :]))


def _task(lines: Sequence[Row], at: Split, joiner: Joiner, category: str, path: str) -> Iterator[Task | Problem]:
    """The Task of the rows of one number, where they have an item, and what it lacks; ``category`` is the heading."""
    header = at.header
    if not any(text_of(row, header, "text") for row in lines[:1]):
        for row in lines:
            message = f"第{row.line}行没有任务内容,未计入:“{glimpse(row)}”。"
            yield problem("row-unused", "warning", row, path, message, "如是说明可不理会;如是任务,请补上内容。")
        return
    first = lines[0]
    splits = [line for row in lines if (line := allocation(row, at, path))]
    for line in splits:
        yield from unread(line)
    units = "、".join(dict.fromkeys(cell for row in lines if (cell := units_of(row, header))))
    if "units" in header.columns and not units:
        yield problem("row-no-units", "note", first, path, f"第{first.line}行的{TITLES['units']}为空。")
    said = joiner.joined(first)
    yield Task(
        id=text_of(first, header, "id"),
        text=text_of(first, header, "text"),
        progress=said.progress,
        parts=tuple(part for part in said.parts if part.field == "progress"),
        units=units,
        source=first.source(path),
        cells=_places(lines, header, path),
        category=text_of(first, header, "category") or category,
        due=text_of(first, header, "due"),
        allocations=tuple(splits),
    )


def _places(lines: Sequence[Row], header: Header, path: str) -> dict[str, Source]:
    """The Source of each field: that of its first row that holds it, else of the first row."""
    columns = dict(header.columns)
    if "achieved" in columns:
        columns.setdefault("progress", columns["achieved"])
    return {
        field: next((row for row in lines if row.cells[column].text), lines[0]).cell_source(path, column)
        for field, column in columns.items()
        if field in ("text", "progress", "units", "due")
    }
