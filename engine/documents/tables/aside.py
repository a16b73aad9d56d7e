"""Rows that stand among the tasks of a table and are none: sums, and notes that one cell gives to several columns."""

from __future__ import annotations

import re

from engine.documents.rows import Row
from engine.documents.tables.fitting import glimpse, problem
from engine.documents.tables.header import Header
from engine.documents.tables.merged import place
from engine.documents.tables.titles import squeezed
from engine.model import Problem
from engine.units import narrow

_COUNT = r"共?\d+[项个件条家]?"
_SUM = re.compile(rf"(?:合计|小计|总计|共计|总合计)(?:{_COUNT})?")
_NUMBER = re.compile(_COUNT)
_NOTE = re.compile(r"(?:注|备注|附注|说明|填[报表]\w{0,4}|制表\w{0,2}|审核人?|联系\w{1,2}|数据来源|资料来源)\d*:")
_OTHERS = ("progress", "units", "total", "achieved", "completion")
"""The fields that no cell can hold together with the task itself."""


def aside(row: Row, header: Header, path: str) -> Problem | None:
    """A row of sums, or a note below or among the tasks: what there is to say of it; None for any other row."""
    if _is_sum(row, header):
        return problem("row-sum", "note", row, path, f"第{row.line}行是合计,未计入:“{glimpse(row)}”。")
    if _spans_fields(row, header) or _is_note(row, header):
        message = f"第{row.line}行是表中的说明,未计入:“{glimpse(row)}”。"
        advice = "如是说明可不理会;如是任务,请按表头分列,不要合并单元格。"
        return problem("row-unused", "warning", row, path, message, advice)
    return None


def _is_sum(row: Row, header: Header) -> bool:
    """合计 in the column of the tasks; or in another one that names them, where no task stands beside it."""
    said = {field: squeezed(_text(row, header, field)) for field in ("id", "category", "text", "label")}
    if _SUM.fullmatch(said["text"]):
        return True
    filled = [words for words in said.values() if words]
    if _SUM.fullmatch(said["id"]):
        return not said["text"] or _NUMBER.fullmatch(said["text"]) is not None
    return bool(filled) and all(_SUM.fullmatch(words) for words in filled)


def _spans_fields(row: Row, header: Header) -> bool:
    """Whether one merged cell gives the task and its progress, its units or its total too."""
    column = header.columns.get("text")
    if column is None or not _text(row, header, "text"):
        return False
    others = [header.columns[field] for field in _OTHERS if field in header.columns]
    return any(place(row, other) == place(row, column) for other in others if other < len(row.cells))


def _is_note(row: Row, header: Header) -> bool:
    """注:… in the column of the tasks and nothing else."""
    held = [column for column, cell in enumerate(row.cells) if cell.text]
    words = narrow(_text(row, header, "text"))
    return held == [header.columns.get("text")] and _NOTE.match("".join(words.split())) is not None


def _text(row: Row, header: Header, field: str) -> str:
    column = header.columns.get(field, len(row.cells))
    return row.cells[column].text if column < len(row.cells) else ""
