"""A page flattened to one cell a paragraph: its paragraphs, and how cells are made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.documents.rows import Cell, Row, lines, trimmed
from engine.model import Problem, Severity, Source
from engine.units import narrow

_NUMBER = re.compile(r"\(?([0-9]{1,6})\)?[.、]?")
_NOTE = re.compile(r"(?:备?注|说明|附[件注表]?)\s*[0-9一二三四五六七八九十]*\s*:|附件\s*[0-9一二三四五六七八九十]*$")
_PAGE = re.compile(r"[-—–―]\s*[0-9]{1,4}\s*[-—–―]|第\s*[0-9]{1,4}\s*页[,/]?(?:\s*共\s*[0-9]{1,4}\s*页)?")
_HEADING = re.compile(r"\(?[一二三四五六七八九十]{1,3}[)、.]|第[一二三四五六七八九十]{1,3}[章节类项部]")
_ENDS = tuple("。!?;")
_CLOSING = '”’")』」'
_INVISIBLE = "\u200b\ufeff"
_LONGEST_HEADING = 40  # characters
_LONGEST_PAGE = 20


class Paragraph(NamedTuple):
    """A line that holds something: its number, its text without blanks around it, and where that begins."""

    line: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.start + len(self.text)


class Body(NamedTuple):
    """What was read of a table: its rows, the header first, and Problems; ``read`` is how many paragraphs behind the
    header belong to it."""

    rows: list[Row]
    problems: list[Problem]
    read: int


class Place(NamedTuple):
    """The file and the table (表2; None where there is but one) that Problems are about."""

    path: str
    sheet: str | None = None

    def problem(
        self, code: str, severity: Severity, line: int, message: str, suggestion: str | None = None, column: int = 0
    ) -> Problem:
        """A Problem at a line, and at the cell of a column from 1 where one is given."""
        source = Source(path=self.path, sheet=self.sheet, row=line, column=column or None)
        return Problem(code=code, severity=severity, message=message, source=source, suggestion=suggestion)


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The lines of a text that hold anything visible and are no mark of a page (- 3 -, 第3页)."""
    for line in lines(text):
        cell = trimmed(line.text, line.offset)
        if cell.text.strip(_INVISIBLE) and cell.start is not None and not _is_page(cell.text):
            yield Paragraph(line.number, cell.start, cell.text)


def _is_page(text: str) -> bool:
    return len(text) <= _LONGEST_PAGE and _PAGE.fullmatch(narrow(text)) is not None


def number(text: str) -> int | None:
    """The number that a paragraph is, if it is nothing else: 12, (3), 7."""
    found = _NUMBER.fullmatch(narrow(text)) if len(text) <= 9 else None
    return int(found[1]) if found else None


def is_note(text: str) -> bool:
    """Whether a paragraph begins what stands below a table: 注:…, 附件1."""
    return _NOTE.match(narrow(text[:20])) is not None


def is_heading(text: str) -> bool:
    """Whether a paragraph is a numbered heading: 一、…, (二)…, no sentence."""
    return len(text) <= _LONGEST_HEADING and _HEADING.match(narrow(text)) is not None and not ends_sentence(text)


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends with a text; quotes and brackets may close behind its mark."""
    return narrow(text[-4:]).rstrip(_CLOSING).endswith(_ENDS)


def cell_of(parts: Sequence[Paragraph], text: str, line: int, column: int) -> Cell:
    """The cell that paragraphs make in a column (from 0) of the row that begins in a line.

    Where they stand on another line, that is its anchor, so that its Source leads there.
    """
    first = parts[0]
    anchor = None if first.line == line else (first.line, column + 1)
    return Cell(text, first.start, parts[-1].end, anchor)
