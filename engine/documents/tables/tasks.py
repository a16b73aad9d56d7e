"""Rows under a header to Tasks: every row that holds anything becomes a Task, or a Problem that names its line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.documents.layout import Layout
from engine.documents.rows import Cell, Row, Table
from engine.documents.tables.header import TITLES, Header, Words, recognise
from engine.documents.tables.unit_columns import joined
from engine.model import Problem, Severity, Task

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_FIELDS = ("text", "progress", "units")


def entries(table: Table, header: Header, words: Words, layout: Layout, path: str) -> Iterator[Task | Problem]:
    """The Tasks of the rows below the header, in order, with the Problems met on the way; an empty number stays ""."""
    for index, row in enumerate(table.rows):
        if row.line <= header.last:
            continue
        if row.fault:
            yield _problem("row-quotes", "warning", row, path, f"{row.fault}。", "请补上缺少的引号。")
        if row.blank:
            continue
        again = recognise(table.rows, index, words)
        if again and len(again.columns) > 2:
            header = again
            yield _problem("row-header", "note", row, path, f"第{row.line}行又是表头,以下各行按它读取。")
            continue
        yield from _entry(row, header, table.text, path)


def _entry(row: Row, header: Header, text: str | None, path: str) -> Iterator[Task | Problem]:
    unusable = _unusable(row, header, path)
    if unusable:
        yield unusable
        return
    row, misfit = _fitted(row, header, text, path)
    if misfit:
        yield misfit
    task = _task(row, header, path)
    if not (task.text or task.progress):
        message = f"第{row.line}行没有任务内容,未计入:“{_glimpse(row)}”。"
        yield _problem("row-unused", "warning", row, path, message, "如是分组标题或说明可不理会;如是任务,请补上内容。")
        return
    yield from _gaps(task, row, header, path)
    yield task


def _unusable(row: Row, header: Header, path: str) -> Problem | None:
    """A row with control characters, or a line that is no row of the table at all."""
    control = next((found for cell in row.cells if (found := _CONTROL.search(cell.text))), None)
    if control:
        message = f"第{row.line}行含有控制字符 U+{ord(control[0]):04X},这一行未计入。"
        return _problem("row-control", "error", row, path, message, "请删去该字符,或从原文件重新复制这一行。")
    if len(row.cells) == 1 and header.width > 1:
        message = f"第{row.line}行没有分成各列,未计入:“{_glimpse(row)}”。"
        return _problem("row-unused", "warning", row, path, message, "如是标题或说明可不理会;如是任务,请按表头分列。")
    return None


def _fitted(row: Row, header: Header, text: str | None, path: str) -> tuple[Row, Problem | None]:
    """The row cut or filled to the header's width; ``text`` is the text that its delimiters stand in, if any.

    A surplus comes from a delimiter within a long text: the columns before the progress are counted from the left,
    those after it from the right, and what is left between is the progress.
    """
    width = header.width
    if text is None:
        return _framed(row, width, path)
    cells = row.cells[: max(width, row.width)]
    surplus = len(cells) - width
    if surplus == 0:
        return row._replace(cells=cells), None
    if surplus < 0:
        filled = cells + (Cell("", cells[-1].end, cells[-1].end),) * -surplus
        message = f"第{row.line}行只有{len(cells)}格,表头有{width}格,缺少的按空白处理。"
        return row._replace(cells=filled), _problem("row-short", "warning", row, path, message, "请补齐这一行。")
    field = "progress" if "progress" in header.columns else "text"
    at = header.columns.get(field, 0)
    start, end = cells[at].start, cells[at + surplus].end
    merged = (*cells[:at], Cell(text[start:end], start, end), *cells[at + surplus + 1 :])
    message = f"第{row.line}行有{len(cells)}格,比表头多{surplus}格,多出的并入“{TITLES[field]}”。"
    suggestion = "请核对这一行:单元格内不要出现分隔符,或用英文双引号括住该单元格(CSV)。"
    return row._replace(cells=merged), _problem("row-long", "warning", row, path, message, suggestion)


def _framed(row: Row, width: int, path: str) -> tuple[Row, Problem | None]:
    """The row of a format that has real cells: those beyond the header have no title, so they are told and left out."""
    cells = row.cells[:width] + (Cell(""),) * (width - len(row.cells))
    beyond = "、".join(cell.text for cell in row.cells[width:] if cell.text)
    if not beyond:
        return row._replace(cells=cells), None
    message = f"第{row.line}行第{width + 1}列起没有列名,未读取:“{_short(beyond)}”。"
    note = _problem("row-untitled", "warning", row, path, message, "如应读取,请给这一列写上列名。")
    return row._replace(cells=cells), note


def _task(row: Row, header: Header, path: str) -> Task:
    cells = {field: row.cells[column] for field, column in header.columns.items()}
    texts = {field: cells[field].text if field in cells else "" for field in ("id", *_FIELDS)}
    if header.co:
        texts["units"] = joined(texts["units"], [row.cells[column].text for column in header.co])
    places = {field: row.cell_source(path, header.columns[field]) for field in _FIELDS if field in cells}
    return Task(
        id=texts["id"],
        text=texts["text"],
        progress=texts["progress"],
        units=texts["units"],
        source=row.source(path),
        cells=places,
    )


def _gaps(task: Task, row: Row, header: Header, path: str) -> Iterator[Problem]:
    """What a usable row lacks.  A column that the whole table lacks is reported once, at the header."""
    if not task.text:
        message = f"第{row.line}行的任务内容为空,只有完成情况,无法评定。"
        yield _problem("row-no-text", "warning", row, path, message, "请补上任务内容。")
    for field, code in (("progress", "row-no-progress"), ("units", "row-no-units")):
        if field in header.columns and not getattr(task, field):
            yield _problem(code, "note", row, path, f"第{row.line}行的{TITLES[field]}为空。")


def _glimpse(row: Row) -> str:
    return _short(" ".join(dict.fromkeys(cell.text for cell in row.cells if cell.text)))


def _short(words: str) -> str:
    return words if len(words) <= 20 else words[:20] + "…"


def _problem(
    code: str, severity: Severity, row: Row, path: str, message: str, suggestion: str | None = None
) -> Problem:
    return Problem(code=code, severity=severity, message=message, source=row.source(path), suggestion=suggestion)
