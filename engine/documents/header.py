"""The header of a table, found by its words: which column holds the number, the task, the progress, the units."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from engine.documents.rows import Row

TITLES = {"id": "序号", "text": "主要工作任务", "progress": "完成情况", "units": "牵头单位"}
"""What each field is called in messages."""

WORDS: dict[str, tuple[str, ...]] = {
    "id": ("序号", "编号"),
    "text": (
        *("主要工作任务", "工作任务", "目标任务", "重点任务", "任务内容", "工作内容", "重点工作", "工作目标"),
        *("任务", "目标", "工作事项", "重点事项"),
    ),
    "progress": (
        *("完成情况", "进展情况", "推进情况", "落实情况", "工作进展", "完成进度", "工作进度", "推进进度"),
        *("进展", "进度"),
    ),
    "units": (
        *("牵头单位", "牵头部门", "主办单位", "主办部门", "责任单位", "责任部门", "承办单位", "负责单位"),
        *("配合单位", "配合部门", "协办单位", "协办部门", "参与单位"),
    ),
}
"""Header words by field, the more telling first: where two columns fit a field, the earlier word wins."""

_ALONE = {"进度"}  # 序时进度 and 计划进度 are columns of figures, not of progress texts
_LONGEST = 20  # the cells of a header are short (twice this with blanks): a text that ends in …目标任务 is none
_NOISE = re.compile(r"[\s\u200b\ufeff★☆*::]|\([^()]*\)")

Words = Mapping[str, tuple[int, str]]
"""Header words with their rank (0 is best) and field."""


class Header(NamedTuple):
    """Where the fields stand.  ``columns`` counts from 0; ``co`` are further unit columns, beside the leading one;
    ``unused`` are (field, title) of further columns that would fit a field too."""

    row: Row
    width: int
    columns: dict[str, int]
    co: tuple[int, ...]
    unused: tuple[tuple[str, str], ...]

    @property
    def rank(self) -> tuple[bool, int]:
        """Which of two headers is the better one: that with a task column, then that with more fields."""
        return "text" in self.columns, len(self.columns)


def vocabulary(named: Mapping[str, str] | None = None) -> Words:
    """The header words.  ``named`` gives the title of a column by field and replaces our words for that field."""
    words = WORDS | {field: (squeezed(title),) for field, title in (named or {}).items()}
    return {word: (rank, field) for field, some in words.items() for rank, word in enumerate(some)}


def find(rows: Iterable[Row], words: Words) -> Header | None:
    """The first row that names the task and one field more, else the row that names most fields; None without any."""
    best: Header | None = None
    for row in rows:
        found = recognise(row, words)
        if found and (best is None or found.rank > best.rank):
            best = found
        if best and "text" in best.columns and len(best.columns) > 1:
            break
    return best


def recognise(row: Row, words: Words) -> Header | None:
    """The fields that a row names, if it can be a header: a title by itself must be the very word."""
    if any(len(cell.text) > 2 * _LONGEST for cell in row.cells):
        return None
    titles = [squeezed(cell.text) for cell in row.cells]
    named = [(_word(title, words), column) for column, title in enumerate(titles)]
    fits = sorted((*words[word], column) for word, column in named if word)
    if not fits or (len(fits) == 1 and titles[fits[0][2]] not in words):
        return None
    columns: dict[str, int] = {}
    for _, field, column in fits:
        columns.setdefault(field, column)
    others = [(column, field) for _, field, column in fits if columns[field] != column]
    co = tuple(sorted(column for column, field in others if field == "units"))
    unused = tuple((field, row.cells[column].text) for column, field in others if field != "units")
    return Header(row, row.width, columns, co, unused)


def squeezed(title: str) -> str:
    """A title without blanks, marks and remarks in brackets: 主 要 工 作 任 务 → 主要工作任务."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", title))


def _word(title: str, words: Words) -> str | None:
    """The word that a title ends in, for there a Chinese noun has its head (任务完成情况), or else begins with."""
    if len(title) > _LONGEST:
        return None
    for size in range(len(title), 0, -1):
        if title[-size:] in words and (title[-size:] not in _ALONE or size == len(title)):
            return title[-size:]
    return next((title[:size] for size in range(len(title) - 1, 3, -1) if title[:size] in words), None)
