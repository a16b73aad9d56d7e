"""The formats that can be read, and which of them a text is in: that whose header is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from engine.documents import pipes, quoted
from engine.documents.header import TITLES, Header, Words, find
from engine.documents.rows import Row
from engine.model import Problem, Source

SUFFIXES = ("", ".txt", ".csv", ".tsv", ".tab", ".md")
"""File name endings of tables in text form."""

READERS: Mapping[str, Callable[[str], Iterator[Row]]] = {
    "|": pipes.rows,
    "\t": partial(quoted.rows, delimiter="\t"),
    ",": partial(quoted.rows, delimiter=","),
}
"""The reader of each delimiter.  Rows carry their place; a reader raises nothing and leaves out no line."""


def table(text: str, words: Words) -> tuple[Header | None, list[Row]]:
    """The best header that any reader finds, with the rows as that reader gives them."""
    best: tuple[Header | None, list[Row]] = (None, [])
    for delimiter, reader in READERS.items():
        if delimiter in text or delimiter == "|":  # a table of one column has no delimiter: any reader will do
            rows = list(reader(text))
            header = find(rows, words)
            if header and (best[0] is None or header.rank > best[0].rank):
                best = header, rows
            if header and len(header.columns) == len(TITLES):
                break
    return best


def unknown_format(path: str) -> Problem | None:
    """The Problem with a file whose ending is of no readable format; None where it can be read."""
    suffix = Path(path).suffix.lower()
    if suffix in SUFFIXES:
        return None
    return Problem(
        code="file-format",
        severity="error",
        message=f"暂不能读取 {suffix} 格式。目前可以读取:竖线或制表符分隔的文本(.txt、.md、.tsv)和 CSV(.csv)。",
        source=Source(path=path),
        suggestion="请用 WPS 或 Excel 打开原文件,另存为“CSV UTF-8(逗号分隔)”后重试。",
    )
