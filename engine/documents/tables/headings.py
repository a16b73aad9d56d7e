"""Rows that head a section of a table (一、经济发展): they name the category of the tasks below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.documents.rows import Cell, Row
from engine.documents.tables.header import Header
from engine.documents.tables.merged import is_one_cell, own_cells
from engine.units import narrow, quantities

_NUMERAL = "[一二三四五六七八九十百]+"
_MARK = re.compile(rf"第?{_NUMERAL}[、.章节篇]|\({_NUMERAL}\)")
_ORDINAL = re.compile(rf"\(?{_NUMERAL}[)、.]?")
_NOTE = re.compile("注|备注|说明|单位|填|[^:]*:|.*[。;!?]")
_IN_BRACKETS = re.compile(r"(?<=.)\([^()]*\)")
"""A remark behind the words; brackets that come first hold a numeral."""
_LONGEST = 40  # characters: a longer row is a sentence


def heading(row: Row, header: Header, digits: bool) -> str | None:
    """The heading that a row is, None where it is not clearly one.

    It is one merged cell, or a first cell alone with a numeral before it (一、…, (一)…); or it is numbered 一 in a
    table that numbers its tasks 1, 2, 3.  A row with a figure promises something and is none, unless the figure stands
    in a remark in brackets: 一、经济发展(2项).  ``digits`` says whether the table numbers its tasks so.
    """
    held = own_cells(row)
    if not 1 <= len(held) <= 2:
        return None
    words = _merged(row, held) or _marked(row, held) or _numbered(held, header, digits)
    short = words is not None and len(words) <= _LONGEST
    return "".join(words.split()) if words and short and not quantities(_plain(words)) else None


def in_digits(rows: Sequence[Row], header: Header) -> bool:
    """Whether the number of any row begins with a digit."""
    number = header.columns.get("id")
    if number is None:
        return False
    return any(row.cells[number].text[:1].isdecimal() for row in rows if number < len(row.cells))


def _plain(words: str) -> str:
    """The words narrow, in one line and without remarks in brackets."""
    return _IN_BRACKETS.sub("", "".join(narrow(words).split()))


def _merged(row: Row, held: Sequence[tuple[int, Cell]]) -> str | None:
    """The words of a row whose cells all repeat one merged cell, unless they are a note."""
    words = held[0][1].text
    return words if is_one_cell(row) and not _NOTE.match(_plain(words)) else None


def _marked(row: Row, held: Sequence[tuple[int, Cell]]) -> str | None:
    column, cell = held[0]
    alone = len(held) == 1 and column == 0 and not is_one_cell(row)
    return cell.text if alone and _MARK.match(narrow(cell.text)) else None


def _numbered(held: Sequence[tuple[int, Cell]], header: Header, digits: bool) -> str | None:
    """一 | 经济发展: number and words and nothing else."""
    number, text = header.columns.get("id"), header.columns.get("text")
    if [column for column, _ in held] != [number, text] or not _ORDINAL.fullmatch(narrow(held[0][1].text)):
        return None
    first, words = (cell.text for _, cell in held)
    joint = "" if first[-1] in ")\uff09、." else "、"
    return f"{first}{joint}{words}" if digits else None
