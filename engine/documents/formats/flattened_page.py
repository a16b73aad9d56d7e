"""The reader of a page that was flattened to text with one cell a paragraph: its tables, found by their headers."""

from __future__ import annotations

from collections.abc import Sequence

from engine.documents.formats.flattened import rows, shares
from engine.documents.formats.flattened.head import Head, heads
from engine.documents.formats.flattened.paragraphs import Body, Paragraph, Place, ends_sentence, paragraphs
from engine.documents.rows import Contents, Table
from engine.documents.tables.header import Words
from engine.model import Problem
from engine.units import narrow

_LONGEST_TITLE = 40  # characters


def contents(text: str, path: str, words: Words) -> Contents:
    """Every table of a flattened page; none where no paragraph is the title of a column of numbers (序号)."""
    found = list(paragraphs(text))
    tables: list[Table] = []
    problems: list[Problem] = []
    every = list(heads(found, words))
    ends = (*(head.first for head in every), len(found))
    behind = 0
    for ordinal, (head, end) in enumerate(zip(every, ends[1:], strict=True), start=1):
        place = Place(path, f"表{ordinal}" if len(every) > 1 else None)
        body = _body(head, found[head.last : end], place)
        above = [one.text for one in found[behind : head.first]]
        name = _name(ordinal, above) if place.sheet else None
        tables.append(Table(tuple(body.rows), name, "\n".join(above)))
        problems += body.problems
        behind = head.last + body.read
    return Contents(tuple(tables), tuple(problems))


def _body(head: Head, found: Sequence[Paragraph], place: Place) -> Body:
    return shares.read(head, found, place) or rows.read(head, found, place)


def _name(ordinal: int, above: Sequence[str]) -> str:
    """What messages call a table: 第2张表“…”, with the title that stands right above it."""
    last = above[-1] if above else ""
    title = "" if len(last) > _LONGEST_TITLE or ends_sentence(last) or narrow(last).endswith((":", ")")) else last
    return f"第{ordinal}张表“{title}”" if title else f"第{ordinal}张表"
