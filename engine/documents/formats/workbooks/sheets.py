"""A worksheet, as a library gives it, becomes a Table: merged cells are filled, what is unusual becomes a Problem."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from engine.documents.formats.workbooks.cell_remarks import Remarks
from engine.documents.formats.workbooks.merged import Merged, Span
from engine.documents.formats.workbooks.places import cited, letters
from engine.documents.formats.workbooks.shown import Shown
from engine.documents.rows import Cell, Row, Table
from engine.model import Problem, Source

AREA = 20_000_000
"""The most cells of all sheets of a file, counting each row up to its last cell and each merged area whole."""
_BLANK = Cell("")


class Sheet(NamedTuple):
    """A worksheet.  ``rows`` are (number, cells by column) of all rows in order, both from 1, blank cells left out."""

    title: str
    hidden: bool
    rows: Iterable[tuple[int, dict[int, Shown]]]
    merges: Sequence[Span] = ()
    hidden_rows: Collection[int] = ()
    hidden_columns: Collection[int] = ()


def table(sheet: Sheet, path: str) -> tuple[Table | None, list[Problem]]:
    """The Table of a sheet, None where it holds nothing, and what there is to say of it."""
    remarks, merged = Remarks(sheet.title, path), Merged(sheet.merges)
    rows: list[Row] = []
    for number, cells in sheet.rows:
        if not cells and not merged.covers(number):
            continue
        remarks.take(number, cells)
        row = _row(merged.filled(number, cells), number, sheet.title)
        if row:
            rows.append(row)
    problems = [*_hidden(sheet, rows, path), *merged.notes(sheet.title, path), *remarks.problems()]
    return (Table(rows, name=f"工作表“{sheet.title}”") if rows else None), problems


def too_large(path: str, title: str, most: int) -> Problem:
    """The error of a sheet with which a file has more than ``most`` cells."""
    return Problem(
        code="sheet-too-large",
        severity="error",
        message=f"工作表“{title}”太大:连同空白的行列超过 {most // 10_000} 万个单元格,或合并区域过多;整个文件不予读取。",
        source=Source(path=path, sheet=title),
        suggestion="请删去表格右侧和下方多余的行列(含远处的零星内容和过大的合并区域),另存后再试。",
    )


def _row(cells: dict[int, Cell], number: int, title: str) -> Row | None:
    """A row up to its last cell that holds anything; of two cells at least, for it is no line that was not divided."""
    width = max((column for column, cell in cells.items() if cell.text), default=0)
    if not width:
        return None
    held = tuple(cells.get(column, _BLANK) for column in range(1, max(width, 2) + 1))
    return Row(number, None, held, sheet=title)


def _hidden(sheet: Sheet, rows: Sequence[Row], path: str) -> Iterable[Problem]:
    if not rows:
        return
    if sheet.hidden:
        yield _note("sheet-hidden", f"工作表“{sheet.title}”是隐藏的,已照常读取。", Source(path=path, sheet=sheet.title))
    lines = [row.line for row in rows if row.line in sheet.hidden_rows]
    if lines:
        message = f"工作表“{sheet.title}”有{len(lines)}行是隐藏的(第{cited(map(str, lines))}行),已照常读取。"
        yield _note("sheet-hidden-rows", message, Source(path=path, sheet=sheet.title, row=lines[0]))
    width = max(row.width for row in rows)
    columns = [column for column in range(1, width + 1) if column in sheet.hidden_columns]
    if columns:
        message = f"工作表“{sheet.title}”有{len(columns)}列是隐藏的({cited(map(letters, columns))}列),已照常读取。"
        yield _note("sheet-hidden-columns", message, Source(path=path, sheet=sheet.title, column=columns[0]))


def _note(code: str, message: str, source: Source) -> Problem:
    suggestion = "如其中的内容不应计入,请删去后再试。"
    return Problem(code=code, severity="note", message=message, source=source, suggestion=suggestion)
