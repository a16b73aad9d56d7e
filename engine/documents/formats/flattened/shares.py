"""The rows of a flattened allocation table, put together again from what its paragraphs hold, merged cells filled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from engine.documents.formats.flattened.areas import Titles, titles
from engine.documents.formats.flattened.broken_units import joined
from engine.documents.formats.flattened.figures import Line, Lines, lines
from engine.documents.formats.flattened.head import Head
from engine.documents.formats.flattened.merged_cells import filled
from engine.documents.formats.flattened.paragraphs import Body, Paragraph, Place, cell_of, ends_sentence, is_note
from engine.documents.formats.flattened.words import Told, told
from engine.documents.rows import Cell, Row
from engine.model import Problem

_FIELDS = {"id": "number", "category": "category", "text": "item", "label": "label", "units": "lead"}
"""The fields whose cells are words, in the order of the columns, and what a line calls them."""
_FEWEST = 3  # figures, the number with them, of a line that lost some


class _Frame(NamedTuple):
    """What all rows have in common: the fields of their first columns, the titles of the figures behind them."""

    fields: list[str]
    titles: Titles
    head: Head
    place: Place


def read(head: Head, found: Sequence[Paragraph], place: Place) -> Body | None:
    """The rows of a table that splits totals among areas, below a header of as many columns as its lines have cells.

    None where the header names no total, or no lines of figures follow it.  The table ends with its last line of
    figures, or with the unit behind that; ``found`` may hold more.
    """
    columns = head.header.columns
    kept = list(takewhile(lambda part: not is_note(part.text), found))
    cut = lines(kept, head.headings) if "total" in columns and not {"goal", "achieved"} & set(columns) else None
    last = _last(cut) if cut else None
    if cut is None or last is None:
        return None
    own = list(told(cut.lines[: last + 1], cut.lines[last + 1], columns))
    whole = filled(own)
    frame = _Frame([field for field in _FIELDS if field in columns], titles(head, cut.size), head, place)
    rows = [_header(frame), *(_row(line, one.first, frame) for line, one in zip(whole, own, strict=True))]
    end = max(part.line for line in own for cell in line for part in cell)
    behind = cut.lines[last + 1]
    problems = [*_title_notes(frame), *_problems(own, whole, rows[1:], frame), *_unread(behind, place)]
    return Body(rows, problems, sum(part.line <= end for part in found))


def _last(cut: Lines) -> int | None:
    """The last line of the table; figures astray on the page behind it are no line."""
    if not any(len(line.figures) == cut.size for line in cut.lines):
        return None
    counts = (len(line.figures) + (line.number is not None) for line in cut.lines)
    return max(index for index, count in enumerate(counts) if count >= _FEWEST)


def _header(frame: _Frame) -> Row:
    row, columns = frame.head.row, frame.head.header.columns
    cells = [*(row.cells[columns[field]] for field in frame.fields), *frame.titles.cells]
    placed = (_moved(cell, row.line, column) for column, cell in enumerate(cells, start=1))
    return row._replace(cells=tuple(placed), sheet=frame.place.sheet)


def _moved(cell: Cell, line: int, column: int) -> Cell:
    """A title in the column (from 1) that it has now."""
    return cell._replace(anchor=(cell.anchor[0] if cell.anchor else line, column)) if cell.text else cell


def _row(line: Told, first: Paragraph, frame: _Frame) -> Row:
    cells = [_cell(line, field, first.line, column) for column, field in enumerate(frame.fields)]
    figures: Sequence[Paragraph | None] = line.figures
    if len(figures) != len(frame.titles.cells):
        figures = [None] * len(frame.titles.cells)
    for column, part in enumerate(figures, start=len(cells)):
        cells.append(cell_of([part], part.text, first.line, column) if part else Cell(""))
    return Row(first.line, first.start, tuple(cells), sheet=frame.place.sheet)


def _cell(line: Told, field: str, first: int, column: int) -> Cell:
    parts: list[Paragraph] = getattr(line, _FIELDS[field])
    texts = [part.text for part in parts]
    if not parts:
        return Cell("")
    return cell_of(parts, joined(texts) if field == "units" else "".join(texts), first, column)


def _title_notes(frame: _Frame) -> Iterator[Problem]:
    pieces = {cell.text for cell in frame.head.row.cells}
    for cell in frame.titles.cells:
        if cell.text and cell.text not in pieces:
            line = cell.anchor[0] if cell.anchor else frame.head.row.line
            message = f"第{line}行起的列名在原文中分成几段,已合并为“{cell.text}”。"
            yield frame.place.problem("cell-joined", "note", line, message)


def _problems(own: Sequence[Told], whole: Sequence[Told], rows: Sequence[Row], frame: _Frame) -> Iterator[Problem]:
    for line, one, row in zip(own, whole, rows, strict=True):
        yield from _repairs(line, one, row, frame)
        size = len(frame.titles.cells)
        if len(line.figures) != size:
            figures = "、".join(part.text for part in line.figures[: 2 * size]) or "无"
            message = (
                f"第{row.line}行起的一项有{len(line.figures)}个数,应有{size}个,无法判断各属哪一格,未读取:{figures}。"
            )
            yield frame.place.problem("row-figures", "warning", row.line, message, "请对照原文补齐:没有任务的格写“/”。")


def _unread(behind: Line, place: Place) -> Iterator[Problem]:
    """A number with an item behind the last line, but without figures."""
    if behind.number and any(ends_sentence(part.text) for part in behind.words[:2]):
        message = f"第{behind.number.line}行的序号“{behind.number.text}”之后没有各区域的数,这一项未读取。"
        yield place.problem("row-figures", "warning", behind.number.line, message, "请对照原文补齐:没有任务的格写“/”。")


def _repairs(line: Told, whole: Told, row: Row, frame: _Frame) -> Iterator[Problem]:
    """What was put together, and what was taken from the cells above."""
    taken = []
    for column, (field, cell) in enumerate(zip(frame.fields, row.cells, strict=False)):
        parts, title = getattr(line, _FIELDS[field]), frame.head.header.title(frame.head.header.columns[field])
        if len(parts) > 1:
            message = f"第{parts[0].line}行起的“{title}”在原文中分成{len(parts)}段,已合并为“{cell.text}”。"
            yield frame.place.problem("cell-joined", "note", parts[0].line, message, None, column + 1)
        if not parts and getattr(whole, _FIELDS[field]):
            taken.append(title)
    if taken:
        message = f"第{row.line}行起的一项没有写{'、'.join(taken)}(原为合并的单元格),取自同一项或同一类的其他行。"
        yield frame.place.problem("row-filled", "note", row.line, message)
