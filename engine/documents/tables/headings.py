"""Rows that head a section of a table (一、经济发展): they name the category of the tasks below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.documents.rows import Cell, Row
from engine.documents.tables.header import Header
from engine.units import quantities

_NUMERAL = "[一二三四五六七八九十百]+"
_MARK = re.compile(rf"第?{_NUMERAL}[、.\uff0e章节篇]|[(\uff08]{_NUMERAL}[)\uff09]")
_ORDINAL = re.compile(rf"[(\uff08]?{_NUMERAL}[)\uff09、.\uff0e]?")
_REMARK = re.compile("注|备注|说明|单位|填|[^:\uff1a]*[:\uff1a]")
_LONGEST = 40  # characters: a longer row is a sentence


def heading(row: Row, header: Header, rows: Sequence[Row]) -> str | None:
    """The heading that a row is, None where it is not clearly one.

    It is one merged cell, or a first cell alone with a numeral before it (一、…, (一)…); or it is numbered 一 in a
    table that numbers its tasks 1, 2, 3.  A row with a figure promises something and is none.
    """
    held = [(column, cell) for column, cell in enumerate(row.cells) if cell.text]
    if len(held) > 2 and not (held[0][1].anchor or held[1][1].anchor):
        return None
    words = _merged(row, held) or _marked(held) or _numbered(held, header, rows)
    short = words is not None and len(words) <= _LONGEST
    return "".join(words.split()) if words and short and not quantities(words) else None


def _merged(row: Row, held: Sequence[tuple[int, Cell]]) -> str | None:
    """The words of a row whose cells all repeat one merged cell, unless they are a remark."""
    anchors = {cell.anchor or (row.line, column + 1) for column, cell in held}
    words = held[0][1].text
    return words if len(held) > 1 and len(anchors) == 1 and not _REMARK.match(words) else None


def _marked(held: Sequence[tuple[int, Cell]]) -> str | None:
    column, cell = held[0]
    return cell.text if len(held) == 1 and column == 0 and _MARK.match(cell.text) else None


def _numbered(held: Sequence[tuple[int, Cell]], header: Header, rows: Sequence[Row]) -> str | None:
    """一 | 经济发展: number and words and nothing else."""
    number, text = header.columns.get("id"), header.columns.get("text")
    if [column for column, _ in held] != [number, text] or not _ORDINAL.fullmatch(held[0][1].text):
        return None
    ids = (row.cells[number].text for row in rows if number is not None and number < len(row.cells))
    return "、".join(cell.text for _, cell in held) if any(one[:1].isdecimal() for one in ids) else None
