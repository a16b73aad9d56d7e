"""The reader of tables with ``|`` between the cells, with or without the outer pipes of markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.documents.rows import Row, lines, split

_RULE = re.compile(r":?-+:?")


def rows(text: str) -> Iterator[Row]:
    """The rows of a pipe table; markdown's rule under the header is no row.

    The first line that has a pipe decides whether lines begin with one: only then is the empty cell before it left
    out.  Without that, ``| 绿道10公里 | …`` is a row whose first cell is empty.
    """
    framed: bool | None = None
    for line in lines(text):
        row = split(line, "|")
        if framed is None and len(row.cells) > 1:
            framed = not row.cells[0].text
        if framed and len(row.cells) > 1 and not row.cells[0].text:
            row = row._replace(cells=row.cells[1:])
        if not _is_rule(row):
            yield row


def _is_rule(row: Row) -> bool:
    written = [cell.text for cell in row.cells if cell.text]
    return len(written) > 1 and all(_RULE.fullmatch(text) for text in written)
