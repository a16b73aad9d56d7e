"""Tables that split totals among areas: where the total and the areas stand, and the line of shares that a row is."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import takewhile
from typing import NamedTuple

from engine.documents.rows import Row, Table
from engine.documents.tables.figures import figure as with_unit
from engine.documents.tables.figures import is_rate
from engine.documents.tables.header import Header
from engine.documents.tables.shares import figure, is_share, says_none
from engine.documents.tables.titles import Titles, below
from engine.documents.tables.unit_columns import joined
from engine.model import Allocation, Problem, Share

_FEWEST = 2  # areas
_NO_AREA = re.compile(
    "[0-9%]|季度|年度|上年|去年|半年|全年|当年|月份|率$|值$|比例|比重|占比|增幅|增速|累计|计划|完成|投资|资金|进度|备注"
    "|说明|时限|时间|联系|负责|责任|分管|领导|电话|小计|^单位|类型|规模|数量|金额"
)
"""What no name of an area holds: the title is that of a period, a ratio, a remark."""


class Split(NamedTuple):
    """The columns of a table that splits totals, from 0: that of the total, those of the areas from left to right.

    ``header`` is its header, in which the columns of areas are no others, though a title over them may be a field's.
    """

    header: Header
    total: int
    areas: tuple[int, ...]

    @property
    def titles(self) -> tuple[Titles, ...]:
        """The titles of the areas' columns, from top to bottom each; none where the header lost them."""
        titles = self.header.titles
        return tuple(titles[column] if column < len(titles) else () for column in self.areas)

    def named(self, names: Sequence[str]) -> Split:
        """The same, with these names for titles of the areas' columns."""
        titles = dict(enumerate(self.header.titles)) | {
            column: (name,) for column, name in zip(self.areas, names, strict=True)
        }
        return self._replace(
            header=self.header._replace(titles=tuple(titles.get(n, ()) for n in range(max(titles) + 1)))
        )


def split_of(table: Table, header: Header) -> Split | None:
    """Where a table splits totals: columns of figures beside that of the total, each for an area; None elsewhere."""
    total = header.columns.get("total")
    if total is None:
        return None
    rows = [row for _, row in below(table.rows, header.row, header.last)]
    known = _known(rows, header)
    width = max((row.width for row in rows), default=0)
    for columns in (range(total + 1, max(width, header.width)), range(total - 1, -1, -1)):
        found = sorted(takewhile(lambda column: _is_area(column, rows, header, known), columns))
        if len(found) >= _FEWEST:
            return Split(_without(found, header), total, tuple(found))
    return None


def _known(rows: Sequence[Row], header: Header) -> set[int]:
    """The columns of fields; a title that spans the areas (任务分解) makes no such column of them."""
    spanned = {
        column
        for column, titles in enumerate(header.titles)
        if len(titles) > 1 and column in (header.columns.get("label"), header.columns.get("category"))
    }
    spanned = {column for column in spanned if _holds_shares(rows, column)}
    return {*header.columns.values(), *header.co, *(column for column, _ in header.figures)} - spanned


def _without(areas: Sequence[int], header: Header) -> Header:
    titles = {header.title(column) for column in areas}
    return header._replace(
        columns={field: column for field, column in header.columns.items() if column not in areas},
        unused=tuple(one for one in header.unused if one[1] not in titles),
    )


def _is_area(column: int, rows: Sequence[Row], header: Header, known: Container[int]) -> bool:
    title = header.title(column)
    unused = {other for field, other in header.unused if field not in ("label", "category")}
    if column in known or _NO_AREA.search(title) or title in unused:
        return False
    return _holds_shares(rows, column) or bool(title and not any(_texts(rows, column)))


def _holds_shares(rows: Sequence[Row], column: int) -> bool:
    """Whether at least half of what stands in a column are figures, or say that there is none."""
    held = [is_share(text) or with_unit(text) is not None for text in _texts(rows, column)]
    return 2 * sum(held) >= len(held) > 0


def _texts(rows: Sequence[Row], column: int) -> Iterator[str]:
    return (row.cells[column].text for row in rows if column < len(row.cells) and row.cells[column].text)


def allocation(row: Row, at: Split, path: str) -> Allocation | None:
    """The line of shares that a row gives, its areas called by their titles; None where it gives none at all."""
    if not any(row.cells[column].text for column in (at.total, *at.areas)):
        return None
    return Allocation(
        label=text_of(row, at.header, "label"),
        total=_share(row, at.total, "".join(at.header.title(at.total).split()), path),
        shares=tuple(_share(row, column, at.header.title(column), path) for column in at.areas),
        units=units_of(row, at.header),
        source=row.source(path),
    )


def _share(row: Row, column: int, area: str, path: str) -> Share:
    written = row.cells[column].text
    return Share(area=area, written=written, value=_count(written), source=row.cell_source(path, column))


def _count(written: str) -> Decimal | None:
    """The figure of a cell, be it with its unit (900张); a bound or a change is none."""
    found = None if figure(written) is not None else with_unit(written)
    if found is None:
        return figure(written)
    plain = not (found.before or found.bound or found.moves or is_rate(found.unit))
    return figure(found.number) if plain else None


def text_of(row: Row, header: Header, field: str) -> str:
    """The cell of a field, "" where the table or the row has none."""
    column = header.columns.get(field, len(row.cells))
    return row.cells[column].text if column < len(row.cells) else ""


def units_of(row: Row, header: Header) -> str:
    """The units of a row, those of columns for co-responsible ones behind the leads."""
    lead = text_of(row, header, "units")
    return joined(lead, [row.cells[column].text for column in header.co]) if header.co else lead


def unread(line: Allocation) -> Iterator[Problem]:
    """A warning for each cell of a line that is no figure and does not say that there is none."""
    shares: Iterable[Share] = (line.total, *line.shares)
    for share in shares:
        if share.value is None and not says_none(share.written):
            message = f"第{line.source.row}行的“{share.area}”一格不是数,按空白处理:“{share.written[:20]}”。"
            suggestion = "请在这一格只写数字,没有任务的写“/”。"
            yield _warning("cell-share", message, share, suggestion)
    if line.total.value is None and any(share.value is not None for share in line.shares):
        message = f"第{line.source.row}行没有合计数(“{line.total.area}”一格),这一行不能作为目标。"
        yield _warning("cell-no-total", message, line.total, "请补上合计数。")


def _warning(code: str, message: str, share: Share, suggestion: str) -> Problem:
    return Problem(code=code, severity="warning", message=message, source=share.source, suggestion=suggestion)
