"""The rows of a flattened table: a number, then one paragraph a cell, more where a cell is broken, fewer where one is
empty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from engine.documents.formats.flattened.alignment import Kind, Way, aligned
from engine.documents.formats.flattened.broken_units import is_office, joined, names
from engine.documents.formats.flattened.head import Head
from engine.documents.formats.flattened.numbers import starts
from engine.documents.formats.flattened.paragraphs import (
    Body,
    Paragraph,
    Place,
    cell_of,
    ends_sentence,
    is_note,
    number,
)
from engine.documents.rows import Cell, Row
from engine.model import Problem

_KINDS: dict[str, Kind] = {
    **{"text": "task", "progress": "text", "units": "units"},
    **{"goal": "figure", "achieved": "figure", "total": "figure"},
}
_AFTER = 20  # paragraphs behind the last number, beyond a full row, that may still belong to its row


class _Group(NamedTuple):
    """The paragraphs of one row: its number, its cells in order, and those that are no cells of it."""

    number: Paragraph
    cells: list[list[Paragraph]]
    beside: list[Paragraph]
    certain: bool


def read(head: Head, found: Sequence[Paragraph], place: Place) -> Body:
    """The rows below a header.  A paragraph that belongs to no row, a heading or a page number, is a row of one cell.

    The table ends with the row behind which the numbering cannot go on; ``found`` may hold more.
    """
    kinds = _kinds(head)
    bare = not {"figure", "other"} & set(kinds)
    begins = starts(_numbers(found, kinds, bare), len(kinds) + 1, bare)
    groups = [_group(found[one:other], (*kinds, "heading"), bare) for one, other in pairwise(begins)]
    last, size = _last(found[begins[-1] :], kinds)
    groups.append(last)
    rows = [head.row._replace(sheet=place.sheet), *(_beside(part, place.sheet) for part in head.headings)]
    rows += _rows(groups, kinds, place.sheet)
    return Body(rows, [*_gaps(groups, place), *_repairs(groups, rows, head, place)], begins[-1] + size)


def _kinds(head: Head) -> tuple[Kind, ...]:
    """What each column holds, that of the numbers left out."""
    fields = {column: _KINDS.get(field, "other") for field, column in head.header.columns.items()}
    fields |= dict.fromkeys(head.header.co, "units")
    fields |= {column: "figure" for column, _ in head.header.figures}
    return tuple(fields.get(column, "other") for column in range(1, len(head.row.cells)))


def _numbers(found: Sequence[Paragraph], kinds: Sequence[Kind], bare: bool) -> list[int | None]:
    """The number that each paragraph is; one right before a unit is a goal, where a task should follow the number."""
    numbers = [number(one.text) for one in found]
    if bare or kinds[0] != "task" or len(found) < 2:
        return numbers
    goals = [False, *(is_office(one.text) for one in found[2:]), False]
    return [None if goal else own for own, goal in zip(numbers, goals, strict=True)]


def _group(parts: Sequence[Paragraph], kinds: tuple[Kind, ...], bare: bool) -> _Group:
    """A row with another one behind it; where numbers stand in no cell, one within it is that of a page."""
    stray = [bare and number(part.text) is not None for part in parts]
    strays = [part for part, out in zip(parts[1:], stray[1:], strict=True) if out]
    cells = [part for part, out in zip(parts[1:], stray[1:], strict=True) if not out]
    dealt, way = _dealt(cells, kinds)
    return _Group(parts[0], dealt[:-1], strays + dealt[-1], way.certain)


def _last(parts: Sequence[Paragraph], kinds: tuple[Kind, ...]) -> tuple[_Group, int]:
    """The last row, and the number of paragraphs that it takes of those that follow its number."""
    end = next((index for index, part in enumerate(parts) if index and is_note(part.text)), len(parts))
    dealt, way = _dealt(parts[1 : min(end, len(kinds) + _AFTER)], (*kinds, "after"))
    return _Group(parts[0], dealt[:-1], [], way.certain), 1 + sum(way.sizes[:-1])


def _dealt(parts: Sequence[Paragraph], kinds: tuple[Kind, ...]) -> tuple[list[list[Paragraph]], Way]:
    way = aligned([part.text for part in parts], kinds) if parts else Way((0,) * len(kinds), True)
    rest = iter(parts)
    return [[next(rest) for _ in range(size)] for size in way.sizes], way


def _rows(groups: Sequence[_Group], kinds: Sequence[Kind], sheet: str | None) -> Iterator[Row]:
    known = {
        name
        for group in groups
        for kind, parts in zip(kinds, group.cells, strict=True)
        if kind == "units" and len(parts) == 1
        for name in names(parts[0].text)
    }
    for group in groups:
        line = group.number.line
        cells = [cell_of([group.number], group.number.text, line, 0)]
        for column, (kind, parts) in enumerate(zip(kinds, group.cells, strict=True), start=1):
            cells.append(_cell(parts, kind, known, line, column))
        yield Row(line, group.number.start, tuple(cells), sheet=sheet)
        yield from (_beside(part, sheet) for part in group.beside)


def _beside(part: Paragraph, sheet: str | None) -> Row:
    """A paragraph that is a row by itself."""
    return Row(part.line, part.start, (Cell(part.text, part.start, part.end),), sheet=sheet)


def _cell(parts: Sequence[Paragraph], kind: Kind, known: set[str], line: int, column: int) -> Cell:
    if not parts:
        return Cell("")
    texts = [part.text for part in parts]
    text = joined(texts, known) if kind == "units" else _prose(texts)
    return cell_of(parts, text, line, column)


def _prose(texts: Sequence[str]) -> str:
    """One text of several paragraphs: a sentence that is broken goes on, behind a full one the line ends."""
    whole = texts[0]
    for text in texts[1:]:
        whole += ("\n" if ends_sentence(whole) else "") + text
    return whole


def _gaps(groups: Sequence[_Group], place: Place) -> Iterator[Problem]:
    for one, other in pairwise(groups):
        before, after = number(one.number.text) or 0, number(other.number.text) or 0
        if after > before + 1:
            message = f"序号“{one.number.text}”之后是“{other.number.text}”,中间的序号没有找到。"
            suggestion = "请核对原文:缺少的各项可能并入了前一项。"
            yield place.problem("row-gap", "warning", other.number.line, message, suggestion, 1)


def _repairs(groups: Sequence[_Group], rows: Sequence[Row], head: Head, place: Place) -> Iterator[Problem]:
    """What was done to rows that had more or fewer paragraphs than columns."""
    made = {row.line: row for row in rows}
    for group in groups:
        line = group.number.line
        if not group.certain:
            message = f"第{line}行起的一项,段落与各列的对应不能完全确定,按最可能的方式读取。"
            yield place.problem("row-undecided", "warning", line, message, "请对照原文核对这一项的各格。")
        for column, parts in enumerate(group.cells, start=1):
            title = head.header.title(column)
            if len(parts) > 1:
                cell = made[line].cells[column]
                message = f"第{parts[0].line}行起的“{title}”在原文中分成{len(parts)}段,已合并为“{_short(cell.text)}”。"
                yield place.problem("cell-joined", "note", parts[0].line, message, None, column + 1)


def _short(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:14]}…{text[-14:]}"
