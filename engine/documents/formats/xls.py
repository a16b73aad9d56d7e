"""The reader of Excel 97-2003 workbooks (.xls): values by python-calamine, everything else by their records."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from engine.documents.formats.workbooks.biff_book import BookRecords
from engine.documents.formats.workbooks.biff_sheet import Broken, SheetRecords
from engine.documents.formats.workbooks.cell_values import shown
from engine.documents.formats.workbooks.format_codes import GENERAL
from engine.documents.formats.workbooks.merged import MERGES, Span, clipped
from engine.documents.formats.workbooks.ole import stream
from engine.documents.formats.workbooks.sheets import AREA, Sheet, table, too_large
from engine.documents.formats.workbooks.shown import Shown
from engine.documents.formats.zips import damaged
from engine.documents.rows import Contents, Table
from engine.model import Problem, Source

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_PANIC = "PanicException"  # what a fault within the library raises: it cannot be imported, and is no Exception
_FULL = AREA // 4
"""The most cells of all sheets: here blank ones take memory too."""


def contents(data: bytes, path: str) -> Contents:
    """The sheets of a workbook that hold anything, hidden ones too; an error and no table where it cannot be read."""
    book = stream(data, ("Workbook", "Book"))
    try:
        records = BookRecords(book or b"")
        if records.locked:
            return Contents(problems=(_locked(path),))
        return _workbook(data, records, path)
    except (Broken, struct.error, IndexError):
        return Contents(problems=(damaged(path),))


def _workbook(data: bytes, records: BookRecords, path: str) -> Contents:
    from python_calamine import CalamineWorkbook

    area = 0
    for number, sheet in enumerate(records.sheets, start=1):
        area += sheet.area
        if area > _FULL or sheet.merges > MERGES:
            return Contents(problems=(too_large(path, f"第{number}张", _FULL),))
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return _tables(book, records, path)
    except BaseException as error:
        if isinstance(error, Exception) or type(error).__name__ == _PANIC:
            return Contents(problems=(damaged(path),))
        raise


def _tables(book: CalamineWorkbook, records: BookRecords, path: str) -> Contents:
    from python_calamine import SheetVisibleEnum

    if len(book.sheets_metadata) != len(records.sheets):
        raise Broken
    tables: list[Table] = []
    problems: list[Problem] = []
    for number, (about, record) in enumerate(zip(book.sheets_metadata, records.sheets, strict=True)):
        values = book.get_sheet_by_index(number)
        merges = clipped(_spans(values), record.last_row, record.last_column)
        if sum(span.area for span in merges) > AREA:
            return Contents(problems=(too_large(path, about.name, AREA),))
        hidden = about.visible != SheetVisibleEnum.Visible
        rows = _rows(values, record, records.epoch)
        sheet = Sheet(about.name, hidden, rows, merges, record.hidden_rows, record.hidden_columns)
        found, remarks = table(sheet, path)
        tables += [found] if found else []
        problems += remarks
    return Contents(tables, problems)


def _spans(values: CalamineSheet) -> Iterator[Span]:
    for (top, left), (bottom, right) in values.merged_cell_ranges or ():
        yield Span(top + 1, left + 1, bottom + 1, right + 1)


def _rows(values: CalamineSheet, record: SheetRecords, epoch: datetime) -> Iterator[tuple[int, dict[int, Shown]]]:
    """The rows from the first one; error values, which the library gives as blanks, are put back."""
    errors: dict[int, dict[int, Shown]] = {}
    for (number, at), name in record.errors.items():
        errors.setdefault(number, {})[at] = Shown("", "error", name)
    first, left = values.start or (0, 0)
    for number, row in enumerate(values.to_python(), start=first + 1):
        cells = {
            at: shown(value, record.formats.get((number, at), GENERAL), epoch)
            for at, value in enumerate(row, start=left + 1)
            if value != ""
        }
        yield number, cells | errors.get(number, {})


def _locked(path: str) -> Problem:
    return Problem(
        code="file-locked",
        severity="error",
        message="文件设有打开密码,无法读取。",
        source=Source(path=path),
        suggestion="请用 WPS 或 Office 打开,取消密码后另存一份再试。",
    )
