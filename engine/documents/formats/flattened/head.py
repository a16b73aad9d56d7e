"""The header of a flattened table: a run of short paragraphs from the title of the numbers to the first number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from engine.documents.formats.flattened.paragraphs import Paragraph, cell_of, is_heading, number
from engine.documents.rows import Cell, Row
from engine.documents.tables.header import Header, Words, recognise, squeezed
from engine.units import narrow

_LONGEST = 40  # characters of a title
_MOST = 80  # titles


class Head(NamedTuple):
    """A header: its paragraphs from ``first`` up to but without ``last``, the row and the columns that they make.

    ``headings`` are those between the titles and the first number.
    """

    first: int
    last: int
    row: Row
    header: Header
    headings: tuple[Paragraph, ...]


def heads(found: Sequence[Paragraph], words: Words) -> Iterator[Head]:
    """Every header among the paragraphs of a text; a header names the task, and a row follows it."""
    index = 0
    while index < len(found):
        head = _head(found, index, words) if _numbers(found[index].text, words) else None
        if head:
            yield head
        index = head.last if head else index + 1


def _head(found: Sequence[Paragraph], first: int, words: Words) -> Head | None:
    last = _end(found, first, words)
    if last is None or last + 1 == len(found):
        return None
    headings = list(takewhile(lambda part: is_heading(part.text), reversed(found[first:last])))[::-1]
    titles = tuple(_titles(found[first : last - len(headings)], words))
    row = Row(found[first].line, found[first].start, titles)
    header = recognise([row], 0, words)
    if header is None or "text" not in header.columns or header.columns.get("id") != 0:
        return None
    return Head(first, last, row, header, tuple(headings))


def _end(found: Sequence[Paragraph], first: int, words: Words) -> int | None:
    """The first number behind a run of titles; None where something else ends the run."""
    for index in range(first + 1, min(len(found), first + _MOST)):
        text = found[index].text
        if number(text) is not None:
            return index
        if len(text) > _LONGEST or _numbers(text, words):
            return None
    return None


def _titles(parts: Sequence[Paragraph], words: Words) -> Iterator[Cell]:
    """The titles: a remark in brackets belongs to the one before it, and so does the rest of a broken header word."""
    groups: list[list[Paragraph]] = []
    for part in parts:
        if groups and _goes_on(groups[-1], part, words):
            groups[-1].append(part)
        else:
            groups.append([part])
    for column, group in enumerate(groups):
        yield cell_of(group, "".join(part.text for part in group), parts[0].line, column)


def _goes_on(group: Sequence[Paragraph], part: Paragraph, words: Words) -> bool:
    """Whether a paragraph belongs to the title before it; 目标 above 任务 are two columns, 责任 above 单位 is one."""
    before = "".join(one.text for one in group)
    if len(before) + len(part.text) > _LONGEST:
        return False
    if narrow(part.text).startswith("("):
        return True
    fields = [words.get(squeezed(title), (0, ""))[1] for title in (before, part.text, before + part.text)]
    return fields[2] != "" and fields[0] in ("", fields[1])


def _numbers(title: str, words: Words) -> bool:
    """Whether a title is that of a column of numbers (序号)."""
    return len(title) <= _LONGEST and words.get(squeezed(title), (0, ""))[1] == "id"
