"""What a PDF may ask of the reader while it is read: counted as work, page by page."""

from __future__ import annotations

from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import stream_value
from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent

from engine.documents.formats.printed.rules import TooMany

PAGES = 500
"""The most pages that are read."""
PAGE_WORK, FILE_WORK = 50_000, 1_000_000
"""The most work of a page and of a file: a character or a line is one (about 0.1 ms), fifty bytes of instructions are
one, a drawing that is used again is fifty beside what it draws."""
_BYTES = _AGAIN = 50


class Budget:
    """The work left to spend on a file."""

    def __init__(self) -> None:
        self.left = FILE_WORK

    def draw(self, page: Page) -> None:
        """Let pdfminer lay out a page, for pdfplumber to use.

        Raises:
            TooMany: the page, or the file by now, asks for more than is granted.
        """
        canvas = _Canvas(page.pdf.rsrcmgr, pageno=page.page_number, laparams=None)
        canvas.left = granted = min(PAGE_WORK, self.left)
        try:
            _Pen(page.pdf.rsrcmgr, canvas).process_page(page.page_obj)
        finally:
            self.left -= granted - max(canvas.left, 0)
        page._layout = canvas.get_result()


class _Canvas(PDFPageAggregatorWithMarkedContent):
    left = 0

    def spend(self, work: int) -> None:
        self.left -= work
        if self.left < 0:
            raise TooMany

    def render_char(self, *args: Any, **options: Any) -> float:
        self.spend(1)
        return super().render_char(*args, **options)

    def render_image(self, *args: Any, **options: Any) -> None:
        self.spend(1)
        super().render_image(*args, **options)

    def paint_path(self, *args: Any, **options: Any) -> None:
        self.spend(1)
        super().paint_path(*args, **options)


class _Pen(PDFPageInterpreter):
    """pdfminer's interpreter, which pays for each stream of instructions before it carries it out."""

    device: _Canvas

    def execute(self, streams: Any) -> None:
        self.device.spend(_AGAIN + sum(len(stream_value(one).get_data()) for one in streams) // _BYTES)
        super().execute(streams)
