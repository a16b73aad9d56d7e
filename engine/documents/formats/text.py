"""Plain text: a table with delimiters, or a page flattened to one cell a line; the header that is found decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from engine.documents.formats import pipes, quoted
from engine.documents.rows import Contents, Row, Table
from engine.documents.tables.header import CORE, Header, Words, find

READERS: Mapping[str, Callable[[str], Iterator[Row]]] = {
    "|": pipes.rows,
    "\t": partial(quoted.rows, delimiter="\t"),
    ",": partial(quoted.rows, delimiter=","),
}
"""The reader of each delimiter.  Rows carry their place; a reader raises nothing and leaves out no line."""


def contents(text: str, path: str, words: Words) -> Contents:
    """The table of a text as the reader gives it that finds the best header.

    A page flattened to one cell a line has no delimiters, so no reader of those finds more than one title.
    """
    header, rows = _delimited(text, words)
    if header is None or len(header.columns) < 2:
        from engine.documents.formats import flattened_page

        flattened = flattened_page.contents(text, path, words)
        if flattened.tables:
            return flattened
    return Contents(tables=(Table(rows, text=text),))


def _delimited(text: str, words: Words) -> tuple[Header | None, list[Row]]:
    best: tuple[Header | None, list[Row]] = (None, [])
    for delimiter, reader in READERS.items():
        if delimiter in text or delimiter == "|":  # a table of one column has no delimiter: any reader will do
            rows = list(reader(text))
            header = find(rows, words)
            if not best[1] or (header and (best[0] is None or header.rank > best[0].rank)):
                best = header, rows
            if header and set(CORE) <= set(header.columns):
                break
    return best
