"""The reader of Excel workbooks (.xlsx): every sheet a table, its cells as a person sees them.

openpyxl reads the sheets row by row, so that memory goes with what they hold; merged areas, hidden rows and formulas
without a value come from a pass over the XML that first makes sure that a sheet can be read at all.  The parts that a
table has no need of (document properties, names, themes) are not read, so that a fault in them costs nothing.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from engine.documents.formats.workbooks.cell_values import shown
from engine.documents.formats.workbooks.format_codes import GENERAL, builtin
from engine.documents.formats.workbooks.sheet_xml import SheetXml
from engine.documents.formats.workbooks.sheets import Sheet, table
from engine.documents.formats.workbooks.shown import Shown
from engine.documents.formats.workbooks.xlsx_parts import oversized, scanned, styles, unfit
from engine.documents.formats.zips import damaged, refusal
from engine.documents.rows import Contents, Table
from engine.model import Problem

if TYPE_CHECKING:
    from openpyxl.reader.excel import ExcelReader

_CUSTOM = 164  # the first number of a format that the file itself defines


def contents(data: bytes, path: str) -> Contents:
    """The sheets of a workbook that hold anything, hidden ones too; an error and no table where it cannot be read."""
    problem = refusal(data, path)
    if problem:
        return Contents(problems=(problem,))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of features that only matter to who writes the file back
        try:
            return _workbook(data, path)
        except Exception:  # whatever the libraries make of a broken file
            return Contents(problems=(damaged(path),))


def _workbook(data: bytes, path: str) -> Contents:
    from openpyxl.reader.excel import ExcelReader

    reader = ExcelReader(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    problem = unfit(reader, path)
    if problem:
        return Contents(problems=(problem,))
    reader.read_manifest()
    reader.read_strings()
    reader.read_workbook()
    unstyled = styles(reader, path)
    sheets = scanned(reader)
    problem = oversized(sheets, path)
    if problem:
        return Contents(problems=(problem,))
    reader.read_worksheets()
    tables, problems = _tables(reader, [xml for _, xml in sheets], unstyled is None, path)
    return Contents(tables, ([unstyled] if unstyled else []) + problems)


def _tables(
    reader: ExcelReader, parts: Sequence[SheetXml], styled: bool, path: str
) -> tuple[list[Table], list[Problem]]:
    tables: list[Table] = []
    problems: list[Problem] = []
    for worksheet, xml in zip(reader.wb.worksheets, parts, strict=True):
        rows = _rows(worksheet, xml, styled, reader.wb.epoch)
        hidden = worksheet.sheet_state != "visible"
        sheet = Sheet(worksheet.title, hidden, rows, xml.merges, xml.hidden_rows, xml.hidden_columns)
        found, remarks = table(sheet, path)
        tables += [found] if found else []
        problems += remarks
    return tables, problems


# Any: the annotations of openpyxl leave out what is special to sheets that are read row by row.
def _rows(worksheet: Any, xml: SheetXml, styled: bool, epoch: datetime) -> Iterator[tuple[int, dict[int, Shown]]]:
    if not xml.last_row:
        return
    worksheet.reset_dimensions()  # those that a file states are often wrong
    for number, row in enumerate(worksheet.iter_rows(max_row=xml.last_row), start=1):
        cells = {at: _shown(cell, styled, epoch) for at, cell in enumerate(row, start=1) if cell.value is not None}
        if xml.unstored:
            lost = (at for at in range(1, len(row) + 1) if (number, at) in xml.unstored)
            cells.update(dict.fromkeys(lost, Shown("", "unstored")))
        yield number, cells


def _shown(cell: Any, styled: bool, epoch: datetime) -> Shown:
    if cell.data_type == "e":
        return Shown("", "error", str(cell.value))
    if not styled or cell.data_type == "s":
        return shown(cell.value, GENERAL, epoch)
    number = cell.style_array.numFmtId
    return shown(cell.value, builtin(number) if number < _CUSTOM else cell.number_format, epoch)
