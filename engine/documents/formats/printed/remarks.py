"""What there is to say of a PDF as a whole and of its pages: why it cannot be read, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pdfminer.pdfdocument import PDFEncryptionError

from engine.documents.formats.printed.limits import PAGES
from engine.documents.formats.printed.page import Sheet
from engine.documents.formats.printed.streams import EXPANDED, expanded
from engine.model import Problem, Severity, Source

_AGAIN = "请从原系统重新导出,或用 WPS、浏览器打开后重新打印成 PDF。"
_SHOWN = 10  # pages that a message names
_ORIGINAL = "请尽量使用原来的 Excel 或 Word 文件。"


def of_bytes(data: bytes, path: str) -> Problem | None:
    """Why a file is not parsed at all: its end is missing, a part is damaged, or it would expand to too much."""
    if data.rfind(b"%%EOF") < data.rfind(b"endobj"):
        return _problem("file-truncated", "error", path, "PDF 文件不完整,结尾部分缺失。", "请重新下载或复制这个文件。")
    size, damaged = expanded(data)
    if size > EXPANDED:
        message = f"PDF 的内容解压后超过 {EXPANDED // 2**20} MB 的上限,未读取。"
        return _problem("file-expands", "error", path, message, _ORIGINAL)
    if damaged and b"/Encrypt" not in data:  # what is encrypted looks damaged before it is decrypted
        return _problem("file-damaged", "error", path, f"PDF 文件有{damaged}处内容损坏,读出的表会不完整。", _AGAIN)
    return None


def of_failure(error: Exception, path: str) -> Problem:
    """Why parsing failed.  pdfplumber wraps the exceptions of pdfminer."""
    causes = (error, *error.args)
    if any(isinstance(cause, PDFEncryptionError) for cause in causes):
        return _problem("file-locked", "error", path, "PDF 设有打开密码,无法读取。", "请取消密码后另存一份再试。")
    kind = next((type(cause).__name__ for cause in reversed(causes) if isinstance(cause, Exception)), "")
    return _problem("file-damaged", "error", path, f"PDF 文件已损坏,无法读取({kind})。", _AGAIN)


def of_pages(sheets: Sequence[Sheet], stated: int, path: str) -> Iterator[Problem]:
    """What there is to say of the pages; ``stated`` is the number of pages that the file says it has."""
    if len(sheets) < min(stated, PAGES) or not sheets:
        message = f"PDF 写明有{stated}页,只找到{len(sheets)}页,文件不完整。"
        yield _problem("file-damaged", "error", path, message, _AGAIN)
    elif not any(sheet.shown or sheet.left_out for sheet in sheets):
        message = "PDF 中没有文字,应是扫描件或图片。"
        yield _problem("file-scanned", "error", path, message, f"请先做文字识别(OCR),再转为 Excel 或 Word;{_ORIGINAL}")
    elif not any(block.columns > 1 for sheet in sheets for block in sheet.blocks):
        yield from _left_out(sheets, path)
        where = "读取的各页" if any(sheet.left_out for sheet in sheets) else "PDF "
        message = f"{where}中没有画有表格线的表格。"
        yield _problem("file-no-table", "error", path, message, f"没有表格线的表无法可靠地分列;{_ORIGINAL}")
    else:
        yield from _left_out(sheets, path)
        yield from _unread(sheets, path)


def _left_out(sheets: Sequence[Sheet], path: str) -> Iterator[Problem]:
    beyond = [sheet for sheet in sheets if sheet.left_out and sheet.number > PAGES]
    heavy = [sheet for sheet in sheets if sheet.left_out and sheet.number <= PAGES]
    if beyond:
        message = f"PDF 超过{PAGES}页的上限,第{PAGES}页以后未读取。"
        yield _problem("file-too-many-pages", "warning", path, message, "请拆分成几个文件分别读取。")
    if heavy:
        message = f"{_pages(heavy)}的线条或文字过多,这{len(heavy)}页未读取。"
        yield _problem("page-too-complex", "warning", path, message, _ORIGINAL)


def _unread(sheets: Sequence[Sheet], path: str) -> Iterator[Problem]:
    scanned = [sheet for sheet in sheets if sheet.pictures and not sheet.shown]
    if scanned:
        message = f"{_pages(scanned)}只有图片,没有文字,未读取。"
        yield _problem("page-scanned", "warning", path, message, "如其中有表格,请先做文字识别(OCR)。")
    aslant = [sheet for sheet in sheets if sheet.aslant]
    if aslant:
        message = f"{_pages(aslant)}有倾斜的文字(如水印),共{sum(sheet.aslant for sheet in aslant)}个字,未读取。"
        yield _problem("page-aslant", "warning", path, message, "如是水印可不理会;如是表格内容,请使用原来的文件。")
    nameless = [sheet for sheet in sheets if sheet.nameless]
    if nameless:
        count = sum(sheet.nameless for sheet in nameless)
        message = f"{_pages(nameless)}有{count}个字在 PDF 中没有编码,以“\ufffd”代替。"
        yield _problem("page-nameless", "warning", path, message, f"复制这些字也会是乱码;{_ORIGINAL}")
    bare = [sheet for sheet in sheets if sheet.shown and not sheet.blocks]
    if bare:
        message = f"{_pages(bare)}没有表格,其中{sum(sheet.outside for sheet in bare)}个字未读取。"
        yield _problem("page-no-table", "note", path, message, "如其中有没画表格线的表,请使用原来的文件。")


def listed(pages: Sequence[int]) -> str:
    """The pages as messages name them: 第2、5页; the first few of many and their number."""
    shown = "、".join(map(str, pages[:_SHOWN]))
    return f"第{shown}页" if len(pages) <= _SHOWN else f"第{shown}页等{len(pages)}页"


def _pages(sheets: Sequence[Sheet]) -> str:
    return listed([sheet.number for sheet in sheets])


def _problem(code: str, severity: Severity, path: str, message: str, suggestion: str) -> Problem:
    source = Source(path=path)
    return Problem(code=code, severity=severity, message=message, source=source, suggestion=suggestion)
