"""The header of a table, found by its words: which column holds the number, the task, the progress, the units."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from engine.documents.rows import Row

TITLES = {
    "id": "序号",
    "text": "主要工作任务",
    "progress": "完成情况",
    "units": "牵头单位",
    "goal": "目标值",
    "achieved": "完成值",
    "measure": "计量单位",
    "category": "事项分类",
    "label": "任务分解",
    "total": "全市目标任务",
}
"""What each field is called in messages."""

CORE = ("id", "text", "progress", "units")
"""The fields of every table; the others are columns that some tables have beside them."""

WORDS: dict[str, tuple[str, ...]] = {
    "id": ("序号", "编号"),
    "text": (
        *("主要工作任务", "工作任务", "目标任务", "重点任务", "任务内容", "工作内容", "重点工作", "工作目标"),
        *("事项名称", "项目名称", "指标名称", "任务", "目标", "工作事项", "重点事项", "实事项目", "指标"),
    ),
    "progress": (
        *("完成情况", "进展情况", "推进情况", "落实情况", "工作进展", "完成进度", "工作进度", "推进进度"),
        *("形象进度", "进展", "进度"),
    ),
    "units": (
        *("牵头单位", "牵头部门", "主办单位", "主办部门", "责任单位", "责任部门", "承办单位", "负责单位"),
        *("配合单位", "配合部门", "协办单位", "协办部门", "参与单位"),
    ),
    "goal": (
        *("目标值", "目标数", "指标值", "计划数", "任务数", "目标任务数", "年度目标", "全年目标", "年度计划"),
        *("全年计划", "计划投资", "计划值", "目标量", "任务量"),
    ),
    "achieved": (
        *("完成值", "完成数", "实际值", "实际完成", "实际完成值", "实际完成数", "累计完成", "累计完成值"),
        *("完成投资", "完成量", "实绩", "现状值", "当前值"),
    ),
    "measure": ("计量单位", "指标单位"),
    "category": ("事项分类", "项目分类", "任务分类", "事项类别", "项目类别"),
    "label": ("任务分解", "分解任务", "建设内容"),
    "total": (
        *("全市目标任务", "全市目标", "全市任务", "全市", "全县目标任务", "全县", "全区目标任务", "全区"),
        *("目标任务总数", "合计", "总计", "总数", "总量"),
    ),
}
"""Header words by field, the more telling first: where two columns fit a field, the earlier word wins."""

_WHOLE = {"进度", "全市", "全县", "全区", "指标", "合计", "总计", "总数", "总量"}
"""Words that must be the whole title: 序时进度 is a column of figures, 全市排名 none of totals."""
_LONGEST = 20  # the cells of a header are short (twice this with blanks): a text that ends in …目标任务 is none
_LOOKED_AT = 500  # rows; a header that stands lower is none
_NOISE = re.compile(r"[\s\u200b\ufeff★☆*::]|\([^()]*\)")
_FIGURE = re.compile(r"[-+]?[\d.,,%%/]+")

Words = Mapping[str, tuple[int, str]]
"""Header words with their rank (0 is best) and field."""


class Header(NamedTuple):
    """Where the fields stand.

    ``row`` is the first row of the header and ``last`` the line of its last one; ``titles`` are the titles of every
    column, those of several rows from top to bottom.  ``columns`` counts from 0; ``co`` are further unit columns,
    beside the leading one; ``unused`` are (field, title) of further columns that would fit a field too.
    """

    row: Row
    last: int
    titles: tuple[tuple[str, ...], ...]
    columns: dict[str, int]
    co: tuple[int, ...]
    unused: tuple[tuple[str, str], ...]

    @property
    def width(self) -> int:
        """The number of columns up to the last one with a title."""
        return max((number for number, titles in enumerate(self.titles, start=1) if titles), default=0)

    @property
    def rank(self) -> tuple[bool, int]:
        """Which of two headers is the better one: that with a task column, then that with more fields."""
        return "text" in self.columns, len(self.columns)

    def title(self, column: int) -> str:
        """The title that stands right above a column, as written."""
        titles = self.titles[column] if column < len(self.titles) else ()
        return titles[-1] if titles else ""


def vocabulary(named: Mapping[str, str] | None = None) -> Words:
    """The header words.  ``named`` gives the title of a column by field and replaces our words for that field."""
    words = WORDS | {field: (squeezed(title),) for field, title in (named or {}).items()}
    return {word: (rank, field) for field, some in words.items() for rank, word in enumerate(some)}


def find(rows: Sequence[Row], words: Words) -> Header | None:
    """The first header that names the task and one field more, else that which names most fields; None without any."""
    best: Header | None = None
    for index in range(min(len(rows), _LOOKED_AT)):
        found = recognise(rows, index, words)
        if found and (best is None or found.rank > best.rank):
            best = found
        if best and "text" in best.columns and len(best.columns) > 1:
            break
    return best


def recognise(rows: Sequence[Row], index: int, words: Words) -> Header | None:
    """The fields that a row, with the rows of titles below it, names if it can be a header: a title by itself must
    be the very word."""
    row = rows[index]
    if any(len(cell.text) > 2 * _LONGEST for cell in row.cells) or _fields(_titles([row]), words) is None:
        return None
    block = [row, *_more_titles(rows, index)]
    titles = _titles(block)
    found = _fields(titles, words)
    return Header(row, block[-1].line, titles, *found) if found else None


def squeezed(title: str) -> str:
    """A title without blanks, marks and remarks in brackets: 主 要 工 作 任 务 → 主要工作任务."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", title))


_Titles = tuple[str, ...]
_Found = tuple[dict[str, int], tuple[int, ...], tuple[tuple[str, str], ...]]


def _more_titles(rows: Sequence[Row], index: int) -> Iterator[Row]:
    """The rows below a header's first that hold titles too: 完成情况 above 1-6月 and 全年."""
    for row in rows[index + 1 :]:
        if not _continues(row, rows[index]):
            return
        yield row


def _continues(row: Row, first: Row) -> bool:
    """Whether a row goes on with a header: a cell of it is merged with one above, or it fills what that left blank."""
    if any(cell.anchor and first.line <= cell.anchor[0] < row.line for cell in row.cells):
        return True
    above = [bool(cell.text) for cell in first.cells[: len(row.cells)]]
    above += [False] * (len(row.cells) - len(above))
    held = [(cell.text, under) for cell, under in zip(row.cells, above, strict=True) if cell.text]
    fills = any(not under for _, under in held) and not (row.cells[0].text or (row.cells[1:2] and row.cells[1].text))
    return fills and first.width > 1 and all(len(text) <= _LONGEST and not _FIGURE.fullmatch(text) for text, _ in held)


def _titles(block: Sequence[Row]) -> tuple[_Titles, ...]:
    """The titles of every column from top to bottom; a merged cell counts once."""
    width = max(len(row.cells) for row in block)
    columns = [[row.cells[column].text for row in block if column < len(row.cells)] for column in range(width)]
    return tuple(tuple(dict.fromkeys(text for text in texts if text)) for texts in columns)


def _fields(titles: Sequence[_Titles], words: Words) -> _Found | None:
    """The columns of the fields; the lowest title of a column counts, one above it only where a field has no other."""
    squeezed_titles = [tuple(map(squeezed, column)) for column in titles]
    fits = sorted(_fits(squeezed_titles, words, -1))
    if not fits or (len(fits) == 1 and squeezed_titles[fits[0][2]][-1] not in words):
        return None
    fits += sorted(_fits(squeezed_titles, words, 0, {field for _, field, _ in fits}))
    columns: dict[str, int] = {}
    for _, field, column in fits:
        columns.setdefault(field, column)
    if "text" not in columns and "goal" in columns:
        columns["text"] = columns.pop("goal")
    others = [(column, field) for _, field, column in fits if columns.get(field, column) != column]
    co = tuple(sorted(column for column, field in others if field == "units"))
    unused = tuple((field, titles[column][-1]) for column, field in others if field != "units")
    return columns, co, unused


def _fits(
    titles: Sequence[_Titles], words: Words, level: int, known: Iterable[str] = ()
) -> Iterator[tuple[int, str, int]]:
    """(rank, field, column) of the columns whose title at a level is a header word of a field not yet known."""
    for column, own in enumerate(titles):
        word = _word(own[level], words) if own else None
        if word and words[word][1] not in known:
            yield (*words[word], column)


def _word(title: str, words: Words) -> str | None:
    """The word that a title ends in, for there a Chinese noun has its head (任务完成情况), or else begins with."""
    if len(title) > _LONGEST:
        return None
    for size in range(len(title), 0, -1):
        if title[-size:] in words and (title[-size:] not in _WHOLE or size == len(title)):
            return title[-size:]
    return next((title[:size] for size in range(len(title) - 1, 3, -1) if title[:size] in words), None)
