"""Titles as they stand above the columns of a table: the rows that they fill, and the header word in each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache

from engine.documents.rows import Row

LONGEST = 20
"""Characters of a title (twice this with blanks): a text that ends in …目标任务 is none."""

Titles = tuple[str, ...]
"""The titles of one column, from top to bottom."""

_NOISE = re.compile(r"[\s\u200b\ufeff★☆*:]|\([^()]*\)")
_FIGURE = re.compile(r"[-+]?[\d.,%%/]+")
_AND = re.compile("[及和与、/]")
_WHEN = re.compile(r"(?:截[至止]|[到至底末份年月日前\d~—–-]|[一二三四]季度|上半年|全年|年度|目前|当前|累计|实际|已)+")
_PART = re.compile(
    rf"(?:{_WHEN.pattern})?(?:牵头|配合|主办|协办|责任|总量|数量|金额|总数|指标|名称|目标|计划|完成|情况|投资|比?(?:同比|上年|去年)?"
    r"(?:增长|增速|增幅|增减|降幅)[率%±]*)*(?:单位|部门|情况|进度|值|数|[%±])?"
)
"""The title of a part of what the header has above it: of a period, a role, a growth."""
_NO_TITLE = re.compile("[,;。]|^(?:上年|去年|上一年|上期|同期|基期|本月|当月|本季|下一步|下步|下阶段|下月|存在|未完成)")
"""A sentence; or a title that begins with another time than that of the table, or with what is still to be done."""


@lru_cache(maxsize=4096)
def squeezed(title: str) -> str:
    """A title without blanks, marks and remarks in brackets: 主 要 工 作 任 务 → 主要工作任务."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", title))


def below(rows: Sequence[Row], first: Row, last: int) -> Iterator[tuple[int, Row]]:
    """The rows below a header that begins with the row ``first`` and ends with line ``last``, each with its index.

    A table that goes on in the next one of a document, or on the next page, counts its lines anew there.
    """
    start = next((index for index, row in enumerate(rows) if row == first), len(rows))
    for index in range(start, len(rows)):
        row = rows[index]
        if row.line > last or row.sheet != first.sheet:
            yield index, row


def block(rows: Sequence[Row], index: int, words: Container[str]) -> list[Row]:
    """A header's first row with the rows below it that hold titles too: 完成情况 above 1-6月 and 全年."""
    return [rows[index], *_more(rows, index, words)]


def _more(rows: Sequence[Row], index: int, words: Container[str]) -> Iterator[Row]:
    for row in rows[index + 1 :]:
        if not _continues(row, rows[index], words):
            return
        yield row


def _continues(row: Row, first: Row, words: Container[str]) -> bool:
    """Whether a row goes on with a header: a cell of it is merged with one above, or it fills with a title what that
    left blank."""
    if any(cell.anchor and first.line <= cell.anchor[0] < row.line for cell in row.cells):
        return True
    above = [bool(cell.text) for cell in first.cells[: len(row.cells)]]
    above += [False] * (len(row.cells) - len(above))
    held = [(cell.text, under) for cell, under in zip(row.cells, above, strict=True) if cell.text]
    fills = any(not under for _, under in held) and not (row.cells[0].text or (row.cells[1:2] and row.cells[1].text))
    fills = fills and first.width > 1 and all(len(text) <= LONGEST and not _FIGURE.fullmatch(text) for text, _ in held)
    return fills and any(squeezed(text) in words or _PART.fullmatch(squeezed(text)) for text, _ in held)


def by_column(rows: Sequence[Row]) -> tuple[Titles, ...]:
    """The titles of every column from top to bottom; a merged cell counts once."""
    width = max(len(row.cells) for row in rows)
    columns = [[row.cells[column].text for row in rows if column < len(row.cells)] for column in range(width)]
    return tuple(tuple(dict.fromkeys(text for text in texts if text)) for texts in columns)


def word_of(title: str, words: Mapping[str, object], whole: Container[str], none: Container[str]) -> str | None:
    """The header word that a squeezed title holds.

    It ends in it, for there a Chinese noun has its head (任务完成情况); or its first part does (责任单位及责任人); or
    it begins with it (完成情况说明).  Words of ``whole`` may only have a time before them (1-6月完成), and a title that
    ends in a word of ``none`` (完成时限) is no field's.
    """
    if title in words:
        return title
    if len(title) > LONGEST or _NO_TITLE.search(title):
        return None
    tail = _tail(title, words, whole, none)
    first = "" if tail in words else _tail(_AND.split(title)[0], words, whole, none)
    found = next((word for word in (tail, first) if word in words), None)
    if found or tail:
        return found
    return next((title[:size] for size in range(len(title) - 1, 3, -1) if title[:size] in words), None)


def _tail(title: str, words: Mapping[str, object], whole: Container[str], none: Container[str]) -> str:
    """The longest word that a title ends in, be it a field's or none's; "" without any."""
    for size in range(len(title), 0, -1):
        tail = title[-size:]
        if tail in none or (tail in words and (tail not in whole or _only_time(title[:-size]))):
            return tail
    return ""


def _only_time(ahead: str) -> bool:
    return not ahead or _WHEN.fullmatch(ahead) is not None
