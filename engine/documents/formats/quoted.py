"""The reader of CSV and of the tab-separated text that spreadsheets save: both may quote a cell (RFC 4180)."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence

from engine.documents.rows import Cell, Line, Row, lines, split, trimmed


def rows(text: str, delimiter: str) -> Iterator[Row]:
    """The records of a quoted table; a quoted cell may hold delimiters and line ends.

    Where the quotes of a record do not pair, its lines are read one by one with quotes as ordinary characters, so
    that an unclosed quote costs no row.  Every line is read at most twice.
    """
    table = list(lines(text))
    reader = csv.reader((line.text for line in table), delimiter=delimiter, strict=True)
    first = 0
    while first < len(table):
        try:
            values = next(reader)
        except csv.Error:
            yield from _unquoted(table[first : reader.line_num], delimiter)
        else:
            head = table[first]
            yield Row(head.number, head.offset, tuple(_placed(values, text, head.offset)))
        first = reader.line_num


def _unquoted(broken: Sequence[Line], delimiter: str) -> Iterator[Row]:
    last = broken[-1].number
    until = f"至第{last}行" if last > broken[0].number else ""
    fault = f"引号不成对,第{broken[0].number}行{until}改为逐行读取,引号按普通字符处理"
    for line in broken:
        yield split(line, delimiter, fault)
        fault = ""


def _placed(values: Sequence[str], text: str, position: int) -> Iterator[Cell]:
    """Each value at its place.  A doubled quote stands for one: such a cell is longer in the text than its value."""
    for value in values:
        quoted = text.startswith('"', position)
        start = position + quoted
        doubled = value.count('"') if quoted else 0
        yield trimmed(value, start, doubled)
        position = start + len(value) + doubled + quoted + 1
