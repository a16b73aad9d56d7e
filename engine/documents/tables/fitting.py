"""Rows cut or filled to the width of their header, or said to be unusable."""

from __future__ import annotations

import re

from engine.documents.rows import Cell, Row
from engine.documents.tables.header import TITLES, Header
from engine.model import Problem, Severity

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def unusable(row: Row, header: Header, path: str) -> Problem | None:
    """A row with control characters, or a line that is no row of the table at all."""
    control = next((found for cell in row.cells if (found := _CONTROL.search(cell.text))), None)
    if control:
        message = f"第{row.line}行含有控制字符 U+{ord(control[0]):04X},这一行未计入。"
        return problem("row-control", "error", row, path, message, "请删去该字符,或从原文件重新复制这一行。")
    if len(row.cells) == 1 and header.width > 1:
        message = f"第{row.line}行没有分成各列,未计入:“{glimpse(row)}”。"
        return problem("row-unused", "warning", row, path, message, "如是标题或说明可不理会;如是任务,请按表头分列。")
    return None


def fitted(row: Row, header: Header, text: str | None, path: str) -> tuple[Row, Problem | None]:
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
        return row._replace(cells=filled), problem("row-short", "warning", row, path, message, "请补齐这一行。")
    field = "progress" if "progress" in header.columns else "text"
    at = header.columns.get(field, 0)
    start, end = cells[at].start, cells[at + surplus].end
    merged = (*cells[:at], Cell(text[start:end], start, end), *cells[at + surplus + 1 :])
    message = f"第{row.line}行有{len(cells)}格,比表头多{surplus}格,多出的并入“{TITLES[field]}”。"
    suggestion = "请核对这一行:单元格内不要出现分隔符,或用英文双引号括住该单元格(CSV)。"
    return row._replace(cells=merged), problem("row-long", "warning", row, path, message, suggestion)


def _framed(row: Row, width: int, path: str) -> tuple[Row, Problem | None]:
    """The row of a format that has real cells: those beyond the header have no title, so they are told and left out."""
    cells = row.cells[:width] + (Cell(""),) * (width - len(row.cells))
    beyond = "、".join(cell.text for cell in row.cells[width:] if cell.text)
    if not beyond:
        return row._replace(cells=cells), None
    message = f"第{row.line}行第{width + 1}列起没有列名,未读取:“{_short(beyond)}”。"
    note = problem("row-untitled", "warning", row, path, message, "如应读取,请给这一列写上列名。")
    return row._replace(cells=cells), note


def glimpse(row: Row) -> str:
    """The first words of a row, for messages."""
    return _short(" ".join(dict.fromkeys(cell.text for cell in row.cells if cell.text)))


def problem(code: str, severity: Severity, row: Row, path: str, message: str, suggestion: str | None = None) -> Problem:
    """A Problem with a row."""
    return Problem(code=code, severity=severity, message=message, source=row.source(path), suggestion=suggestion)


def _short(words: str) -> str:
    return words if len(words) <= 20 else words[:20] + "…"
