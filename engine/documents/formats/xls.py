"""The reader of Excel 97-2003 workbooks (.xls): every sheet a table, its cells as a person sees them.

xlrd reads the sheets one after the other; ``ole`` and ``biff`` see to it that no bytes keep it from coming to an end.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from xlrd import XL_CELL_BOOLEAN, XL_CELL_ERROR, error_text_from_code, open_workbook

from engine.documents.formats.workbooks.biff import locked, needed
from engine.documents.formats.workbooks.cell_values import shown
from engine.documents.formats.workbooks.format_codes import GENERAL, builtin
from engine.documents.formats.workbooks.merged import MERGES, Span, clipped
from engine.documents.formats.workbooks.ole import stream
from engine.documents.formats.workbooks.sheets import AREA, Sheet, table, too_large
from engine.documents.formats.workbooks.shown import Shown
from engine.documents.formats.zips import damaged
from engine.documents.rows import Contents, Table
from engine.model import Problem, Source

_FULL = AREA // 4
"""The most cells of all sheets: here blank ones before the last of a row take time and memory too."""
_EPOCHS = (datetime(1899, 12, 30), datetime(1904, 1, 1))


class _Silence(io.TextIOBase):
    """Where the library writes its remarks."""

    def write(self, text: str, /) -> int:
        return len(text)


def contents(data: bytes, path: str) -> Contents:
    """The sheets of a workbook that hold anything, hidden ones too; an error and no table where it cannot be read."""
    records = stream(data, ("Workbook", "Book")) or b""
    if locked(records):
        return Contents(problems=(_locked(path),))
    try:
        records = needed(records)
        book = open_workbook(
            file_contents=records, logfile=_Silence(), formatting_info=True, on_demand=True, ragged_rows=True
        )
        return _tables(book, path)
    except Exception:  # whatever the library makes of a broken file
        return Contents(problems=(damaged(path),))


# Any: the library has no annotations.
def _tables(book: Any, path: str) -> Contents:
    tables: list[Table] = []
    problems: list[Problem] = []
    area = 0
    for number in range(book.nsheets):
        values = book.sheet_by_index(number)
        sheet = _sheet(values, book)
        area += sum(max(values.row_len(row), 1) for row in range(values.nrows)) + sum(
            span.area for span in sheet.merges
        )
        if area > _FULL or len(sheet.merges) > MERGES:
            return Contents(problems=(too_large(path, sheet.title, _FULL),))
        found, remarks = table(sheet, path)
        tables += [found] if found else []
        problems += remarks
        book.unload_sheet(number)
    return Contents(tables, problems)


def _sheet(values: Any, book: Any) -> Sheet:
    spans = (Span(top + 1, left + 1, bottom, right) for top, bottom, left, right in values.merged_cells)
    last_row = max((row + 1 for row in range(values.nrows) if any(values.row_types(row))), default=0)
    last_column = max(map(values.row_len, range(values.nrows)), default=0)
    return Sheet(
        values.name,
        values.visibility != 0,
        _rows(values, book),
        clipped(spans, last_row, last_column),
        {row + 1 for row, about in values.rowinfo_map.items() if about.hidden},
        {column + 1 for column, about in values.colinfo_map.items() if about.hidden},
    )


def _rows(values: Any, book: Any) -> Iterator[tuple[int, dict[int, Shown]]]:
    own = {one.format_key: one.format_str for one in book.format_list}  # the formats that the file itself defines
    codes = {style.xf_index: own.get(style.format_key) or builtin(style.format_key) for style in book.xf_list}
    epoch = _EPOCHS[book.datemode]
    for row in range(values.nrows):
        cells = zip(values.row_types(row), values.row_values(row), strict=True)
        yield (
            row + 1,
            {
                at + 1: _shown(kind, value, codes.get(values.cell_xf_index(row, at), GENERAL), epoch)
                for at, (kind, value) in enumerate(cells)
                if value != ""
            },
        )


def _shown(kind: int, value: Any, code: str, epoch: datetime) -> Shown:
    if kind == XL_CELL_ERROR:
        return Shown("", "error", error_text_from_code.get(value, "#ERR!"))
    return shown(bool(value) if kind == XL_CELL_BOOLEAN else value, code, epoch)


def _locked(path: str) -> Problem:
    return Problem(
        code="file-locked",
        severity="error",
        message="文件设有打开密码,无法读取。",
        source=Source(path=path),
        suggestion="请用 WPS 或 Office 打开,取消密码后另存一份再试。",
    )
