"""Rows under a header to Tasks: every row that holds anything becomes a Task, or a Problem that names its line."""

from __future__ import annotations

from collections.abc import Iterator

from engine.documents.layout import Layout
from engine.documents.rows import Row, Table
from engine.documents.tables.aside import aside
from engine.documents.tables.columns import unread
from engine.documents.tables.fitting import fitted, glimpse, problem, unusable
from engine.documents.tables.header import TITLES, Header, Words, repeated
from engine.documents.tables.headings import heading, in_digits
from engine.documents.tables.joining import Joiner
from engine.documents.tables.merged_tasks import at_once
from engine.documents.tables.settled import settled
from engine.documents.tables.titles import below
from engine.documents.tables.unit_columns import joined
from engine.model import Problem, Source, Task

_FIELDS = ("text", "progress", "units", "due")
_WRITTEN = ("id", "units", "category", "due")
"""The fields that are taken from their cell as written."""


def entries(table: Table, header: Header, words: Words, layout: Layout, path: str) -> Iterator[Task | Problem]:
    """The Tasks of the rows below the header, in order, with the Problems met on the way; an empty number stays ""."""
    yield from unread(header, table.rows, path)
    yield from at_once(_rows(table, header, words, path))


def _rows(table: Table, header: Header, words: Words, path: str) -> Iterator[Task | Problem]:
    section = _Section(table, header, path)
    for index, row in below(table.rows, header.row, header.last):
        if section.heads(row):
            continue
        if row.fault:
            yield problem("row-quotes", "warning", row, path, f"{row.fault}。", "请补上缺少的引号。")
        if row.blank:
            continue
        again = repeated(table.rows, index, section.header, words)
        if again:
            yield from section.joiner.problems()
            section = _Section(table, settled(again, table.rows), path, section.category)
            yield problem("row-header", "note", row, path, f"第{row.line}行又是表头,以下各行按它读取。")
            continue
        yield from section.entry(row)
    yield from section.joiner.problems()


class _Section:
    """The rows below one header; ``category`` is the heading that was met last."""

    def __init__(self, table: Table, header: Header, path: str, category: str = "") -> None:
        self.header = header
        self.category = category
        self.joiner = Joiner(header, path)
        self._table = table
        self._digits = in_digits(table.rows, header)
        self._path = path

    def heads(self, row: Row) -> bool:
        """Whether a row belongs to the header itself."""
        return row.sheet == self.header.row.sheet and self.header.row.line <= row.line <= self.header.last

    def entry(self, row: Row) -> Iterator[Task | Problem]:
        """The Task of a row, or what is wrong with it."""
        title = heading(row, self.header, self._digits)
        fault = unusable(row, self.header, self._path) or aside(row, self.header, self._path)
        if title and (fault is None or fault.code == "row-unused"):
            yield from self._heading(row, title)
            return
        if fault:
            yield fault
            return
        row, misfit = fitted(row, self.header, self._table.text, self._path)
        if misfit:
            yield misfit
        task = self._task(row)
        if task.text or task.progress:
            yield from _gaps(task, row, self.header, self._path)
            yield task
            return
        message = f"第{row.line}行没有任务内容,未计入:“{glimpse(row)}”。"
        advice = "如是分组标题或说明可不理会;如是任务,请补上内容。"
        yield problem("row-unused", "warning", row, self._path, message, advice)

    def _heading(self, row: Row, title: str) -> Iterator[Problem]:
        """A note on a heading, once where it is merged over several rows."""
        self.category = title
        if all(cell.anchor is None or cell.anchor[0] == row.line for cell in row.cells if cell.text):
            message = f"第{row.line}行“{title}”是分组标题,以下任务归入该组。"
            yield problem("row-heading", "note", row, self._path, message)

    def _task(self, row: Row) -> Task:
        columns = self.header.columns
        texts = {field: row.cells[columns[field]].text for field in _WRITTEN if field in columns}
        units = texts.get("units", "")
        if self.header.co:
            units = joined(units, [row.cells[column].text for column in self.header.co])
        said = self.joiner.joined(row)
        return Task(
            id=texts.get("id", ""),
            text=said.text,
            progress=said.progress,
            units=units,
            source=row.source(self._path),
            cells=self._places(row),
            category=texts.get("category") or self.category,
            parts=said.parts,
            due=texts.get("due", ""),
        )

    def _places(self, row: Row) -> dict[str, Source]:
        """Where each field stands; a progress that only columns of figures tell of stands in the first of them."""
        columns = dict(self.header.columns)
        for field in ("achieved", "completion"):
            if field in columns:
                columns.setdefault("progress", columns[field])
        return {field: row.cell_source(self._path, columns[field]) for field in _FIELDS if field in columns}


def _gaps(task: Task, row: Row, header: Header, path: str) -> Iterator[Problem]:
    """What a usable row lacks.  A column that the whole table lacks is reported once, at the header."""
    if not task.text:
        message = f"第{row.line}行的任务内容为空,所填的数和完成情况无法评定。"
        yield problem("row-no-text", "warning", row, path, message, "请补上任务内容。")
    for field, code in (("progress", "row-no-progress"), ("units", "row-no-units")):
        if field in task.cells and not getattr(task, field):
            yield problem(code, "note", row, path, f"第{row.line}行的{TITLES[field]}为空。")
