"""What a file is, told by its bytes and not by its name, and the reader of each format."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

from engine.documents.formats.decode import decode
from engine.documents.rows import Contents
from engine.documents.tables.header import Words
from engine.model import Problem, Source

_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|table|div|meta)\b", re.IGNORECASE)
_STREAMS = {"EncryptedPackage": "locked", "WordDocument": "doc", "Workbook": "xls", "Book": "xls"}
_PARTS = {b"xl/workbook.xml": "xlsx", b"word/document.xml": "docx"}
NAMES = {
    "xlsx": "Excel 工作簿(.xlsx)",
    "xls": "Excel 97-2003 工作簿(.xls)",
    "docx": "Word 文档(.docx)",
    "doc": "Word 97-2003 文档(.doc)",
    "pdf": "PDF 文档(.pdf)",
    "html": "网页(.html)",
    "text": "文本(.txt、.csv、.tsv、.md)",
}
"""What each format is called in messages."""
_SUFFIXES = {
    "xlsx": (".xlsx", ".xlsm"),
    "xls": (".xls", ".et"),
    "docx": (".docx", ".docm"),
    "doc": (".doc", ".wps"),
    "pdf": (".pdf",),
    "html": (".html", ".htm", ".shtml", ".xhtml", ".mht"),
    "text": ("", ".txt", ".csv", ".tsv", ".tab", ".md"),
}


def contents(data: bytes, path: str, words: Words) -> Contents:
    """The tables of a file.  ``words`` are the header words, by which the layout of plain text is told."""
    kind = _kind(data)
    if kind in _READERS:
        return _noted(_READERS[kind](data, path), kind, path)
    if kind:
        return Contents(problems=(_refusal(kind, path),))
    text, remark = decode(data, path)
    if text is None:
        return Contents(problems=(remark,) if remark else ())
    found = _of_text(text, path, words)
    return found._replace(problems=(*((remark,) if remark else ()), *found.problems))


def _of_text(text: str, path: str, words: Words) -> Contents:
    if _HTML.match(text):
        from engine.documents.formats import html

        return _noted(html.contents(text, path), "html", path)
    from engine.documents.formats import text as plain

    return _noted(plain.contents(text, path, words), "text", path)


def _kind(data: bytes) -> str | None:
    """The format of a binary file, "locked" or "unknown" where it is none that can be read; None for text."""
    if data.startswith(_ZIP):
        return next((kind for part, kind in _PARTS.items() if part in data), "zip")
    if data.startswith(_OLE):
        return next((kind for name, kind in _STREAMS.items() if name.encode("utf-16-le") in data), "ole")
    return "pdf" if _PDF in data[:1024] else None


def _xlsx(data: bytes, path: str) -> Contents:
    from engine.documents.formats import xlsx

    return xlsx.contents(data, path)


def _xls(data: bytes, path: str) -> Contents:
    from engine.documents.formats import xls

    return xls.contents(data, path)


def _docx(data: bytes, path: str) -> Contents:
    from engine.documents.formats import docx

    return docx.contents(data, path)


def _doc(data: bytes, path: str) -> Contents:
    from engine.documents.formats import doc

    return doc.contents(data, path)


def _pdf(data: bytes, path: str) -> Contents:
    from engine.documents.formats import pdf

    return pdf.contents(data, path)


_READERS: dict[str, Callable[[bytes, str], Contents]] = {
    "xlsx": _xlsx,
    "xls": _xls,
    "docx": _docx,
    "doc": _doc,
    "pdf": _pdf,
}


def _noted(found: Contents, kind: str, path: str) -> Contents:
    """The contents, with a note where the file's name says it is something else."""
    suffix = PurePath(path).suffix.lower()
    if suffix in _SUFFIXES[kind] or (kind == "text" and not any(suffix in some for some in _SUFFIXES.values())):
        return found
    note = Problem(
        code="file-suffix",
        severity="note",
        message=f"文件名以 {suffix or '无扩展名'} 结尾,内容却是{NAMES[kind]},已按内容读取。",
        source=Source(path=path),
        suggestion="请核对是否选错了文件;如无误,改正扩展名即可。",
    )
    return found._replace(problems=(note, *found.problems))


def _refusal(kind: str, path: str) -> Problem:
    if kind == "locked":
        return Problem(
            code="file-locked",
            severity="error",
            message="文件设有打开密码,无法读取。",
            source=Source(path=path),
            suggestion="请用 WPS 或 Office 打开,取消密码后另存一份再试。",
        )
    return Problem(
        code="file-format",
        severity="error",
        message=f"认不出文件的格式:它是{'压缩包' if kind == 'zip' else '二进制文件'},但不是可以读取的工作簿或文档。",
        source=Source(path=path),
        suggestion=f"可以读取:{'、'.join(NAMES.values())}。请从原系统重新导出为其中一种。",
    )
