"""The parts of a workbook (.xlsx) that are looked at before its sheets are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.documents.formats.workbooks.merged import clipped
from engine.documents.formats.workbooks.sheet_xml import Broken, SheetXml
from engine.documents.formats.workbooks.sheets import AREA, too_large
from engine.model import Problem, Source

if TYPE_CHECKING:
    from openpyxl.reader.excel import ExcelReader

_SMALL = ("[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml")
_MARKS = 500_000
"""The most ``<`` of a small part: Excel itself ends at 64,000 cell styles."""
Scanned = list[tuple[str, SheetXml]]
"""The worksheets in order: title, and what the XML says."""
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"


def unfit(reader: ExcelReader, path: str) -> Problem | None:
    """Why a workbook cannot be read although its archive is in order."""
    for name in _SMALL:
        part = reader.archive.read(name) if name in reader.valid_files else b""
        if part.count(b"<") > _MARKS:
            message = f"工作簿的部件“{name}”过于庞大,不予读取。"
            suggestion = "请把工作表复制到新的工作簿中另存,清除多余的样式和名称。"
            return _error("file-bomb", message, path, suggestion)
        if _STRICT in part:
            message = "工作簿以“Strict Open XML 电子表格”格式保存,无法读取。"
            return _error("file-strict", message, path, "请用 Excel 另存为普通的“Excel 工作簿(.xlsx)”后再试。")
    return None


def styles(reader: ExcelReader, path: str) -> Problem | None:
    """Read the styles into the workbook; a warning where they are broken, which does texts and figures no harm."""
    from openpyxl.styles.stylesheet import apply_stylesheet

    try:
        apply_stylesheet(reader.archive, reader.wb)
    except Exception:  # whatever openpyxl makes of broken styles
        message = "工作簿的样式已损坏,看不到数字格式:百分比按小数、日期按序号读取。"
        suggestion = "请用 Excel 或 WPS 打开文件,另存一份再试。"
        return _error("file-styles", message, path, suggestion).model_copy(update={"severity": "warning"})
    return None


def scanned(reader: ExcelReader) -> Scanned:
    """The title of each worksheet with what its XML says."""
    archive, found = reader.archive, Scanned()
    parts = [(sheet.name, rel.target) for sheet, rel in reader.parser.find_sheets() if "chartsheet" not in rel.Type]
    if len({target for _, target in parts}) < len(parts):
        raise Broken
    for title, target in parts:
        xml = SheetXml()
        with archive.open(target) as stream:
            xml.read(stream)
        found.append((title, xml))
    return found


def oversized(sheets: Scanned, path: str) -> Problem | None:
    """The error of the sheet with which the workbook is too large; merged areas are cut to what the sheets hold."""
    area = 0
    for title, xml in sheets:
        xml.merges = clipped(xml.merges, xml.last_row, xml.last_column)
        area += xml.area + sum(span.area for span in xml.merges)
        if area > AREA or xml.overfull:
            return too_large(path, title, AREA)
    return None


def _error(code: str, message: str, path: str, suggestion: str) -> Problem:
    return Problem(code=code, severity="error", message=message, source=Source(path=path), suggestion=suggestion)
