"""PDF documents: the ruled tables on their pages."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import islice

import pdfplumber
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfplumber.page import Page
from pdfplumber.pdf import PDF

from engine.documents.formats.printed import page as printed_page
from engine.documents.formats.printed import remarks as printed_remarks
from engine.documents.formats.printed import rows as printed_rows
from engine.documents.formats.printed.limits import PAGES, Budget
from engine.documents.formats.printed.page import Sheet
from engine.documents.formats.printed.rules import TooMany
from engine.documents.formats.printed.runs import runs
from engine.documents.rows import Contents, Table


def contents(data: bytes, path: str) -> Contents:
    """The tables of a PDF that are ruled with lines, as Word, WPS, Excel and LibreOffice print them.

    A table that goes on over several pages is one table.  Its rows are counted page by page: the page is the sheet
    that Sources name (第3页).  Text wrapped in a cell is one line again.  Words outside of tables are not read, save
    those just above one.
    """
    refusal = printed_remarks.of_bytes(data, path)
    if refusal:
        return Contents(problems=(refusal,))
    with _quiet():
        try:
            return _read(data, path)
        except Exception as error:  # pdfminer raises dozens of kinds for what is damaged, each where it met it
            return Contents(problems=(printed_remarks.of_failure(error, path),))


def _read(data: bytes, path: str) -> Contents:
    pdf = pdfplumber.open(BytesIO(data))
    sheets = list(_sheets(pdf))
    problems = list(printed_remarks.of_pages(sheets, _stated(pdf), path))
    if any(problem.severity == "error" for problem in problems):
        return Contents(problems=problems)
    tables: list[Table] = []
    for run in runs(sheets):
        rows, remarks = printed_rows.rows(run, path)
        tables += [Table(rows, run.name, run.blocks[0].above)] if rows else []
        problems += remarks
    return Contents(tables, problems)


def _sheets(pdf: PDF) -> Iterator[Sheet]:
    """The pages up to the first one beyond the limit; those that ask for too much work are empty."""
    budget = Budget()
    for number, page in enumerate(islice(PDFPage.create_pages(pdf.doc), PAGES + 1), start=1):
        if number > PAGES:
            yield Sheet(number, left_out=True)
            return
        try:
            yield _sheet(pdf, page, number, budget)
        except TooMany:
            yield Sheet(number, left_out=True)


def _sheet(pdf: PDF, page: PDFPage, number: int, budget: Budget) -> Sheet:
    """A page as it is meant to be read: turned, where most of its text stands on its side."""
    shown = Page(pdf, page, number)
    budget.draw(shown)
    turn = printed_page.turn(shown)
    if turn:
        shown.close()
        page.rotate = (page.rotate + turn) % 360
        page.attrs["Rotate"] = page.rotate
        shown = Page(pdf, page, number)
        budget.draw(shown)
    sheet = printed_page.read(shown)
    shown.close()
    return sheet


def _stated(pdf: PDF) -> int:
    """The number of pages that the file says it has; 0 where it does not say."""
    pages = resolve1(pdf.doc.catalog.get("Pages"))
    count = resolve1(pages.get("Count")) if isinstance(pages, dict) else 0
    return count if isinstance(count, int) else 0


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep pdfminer's log messages and warnings from the user's screen: what matters is told as Problems."""
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)
