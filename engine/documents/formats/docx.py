"""The reader of Word documents (.docx): every table as rows of cells, in the order of the document."""

from __future__ import annotations

from engine.documents.formats import zips
from engine.documents.formats.word.package import Package, package
from engine.documents.formats.word.tables import tables
from engine.documents.formats.word.visible import visible
from engine.documents.rows import Contents
from engine.model import Problem, Source


def contents(data: bytes, path: str) -> Contents:
    """The tables of a document; those without any text are counted but not handed out.

    Revisions are read as accepted, hidden text is left out; either is said in a Problem.
    """
    refusal = zips.refusal(data, path)
    if refusal:
        return Contents(problems=(refusal,))
    parts = package(data, path)
    return _read(parts, path) if isinstance(parts, Package) else Contents(problems=(parts,))


def _read(parts: Package, path: str) -> Contents:
    problems = list(visible(parts.body, path))
    found, more = tables(parts, path)
    if not found:
        return Contents(problems=(*problems, _no_table(path)))
    return Contents(found, (*problems, *more))


def _no_table(path: str) -> Problem:
    return Problem(
        code="file-no-table",
        severity="error",
        message="Word 文档里没有表格,或者表格都是空的。",
        source=Source(path=path),
        suggestion="请把任务写在 Word 表格里,每项任务一行;如果表格是图片或嵌入的 Excel 对象,请改用原来的 Excel 文件。",
    )
