"""What the titles of a header leave open, settled by the cells below them.

A column 单位 holds units of measure or units of government; a column 目标任务 holds sentences or figures, and so does
a column 进度.  The user's own word for a column is never overruled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from engine.documents.rows import Row
from engine.documents.tables.figures import figure, is_unit
from engine.documents.tables.headline import headline
from engine.documents.tables.shares import says_none
from engine.documents.tables.titles import below, squeezed

if TYPE_CHECKING:
    from engine.documents.tables.header import Header

_SAMPLE = 30
"""Cells of a column that are looked at."""


def settled(header: Header, rows: Sequence[Row]) -> Header:
    """The header with every column in the field that its cells speak for."""
    header = _with_units(header, rows)
    header = _with_named_figures(header, rows)
    header = _with_completion(header, rows)
    return _with_achieved(header, rows)


def _with_units(header: Header, rows: Sequence[Row]) -> Header:
    """A column that is called 单位 and nothing more."""
    open_ones = (column for column in range(header.width) if squeezed(header.title(column)) == "单位")
    column = next((one for one in open_ones if one not in {*header.columns.values(), *header.co}), None)
    if column is None:
        return header
    measures = [is_unit(text) for text in _cells(rows, header, column)]
    field = "measure" if 2 * sum(measures) > len(measures) else "units"
    if not measures or field in header.columns or field in header.named:
        return header
    return header._replace(columns=header.columns | {field: column})


def _with_named_figures(header: Header, rows: Sequence[Row]) -> Header:
    """A task column of mere figures (目标任务: 120) beside one of words (项目名称) is a column of goals."""
    column = header.columns.get("text")
    name = next((title for field, title in header.unused if field == "text"), None)
    if column is None or name is None or "text" in header.named or not _holds_figures(rows, header, column):
        return header
    named = next(one for one in range(header.width) if header.title(one) == name)
    unused = tuple(one for one in header.unused if one != ("text", name))
    figures = tuple(sorted((*header.figures, (column, "goal"))))
    columns = header.columns | {"text": named, "goal": header.columns.get("goal", column)}
    return header._replace(columns=columns, unused=unused, figures=figures)


def _with_completion(header: Header, rows: Sequence[Row]) -> Header:
    """A column that says 完成率 holds figures, else it may tell of the progress; one of 完成进度(%) says the same."""
    columns = dict(header.columns)
    place, told = columns.get("completion"), columns.get("progress")
    if place is not None and "completion" not in header.named and not _has_figures(rows, header, place):
        del columns["completion"]
        return header._replace(columns={"progress": place} | columns)
    percent = told is not None and headline(header.titles[told]).unit in ("%", "\uff05")
    if told is None or place is not None or not percent or "进度" not in header.title(told):
        return header
    if "progress" in header.named or not _holds_figures(rows, header, told):
        return header
    del columns["progress"]
    return header._replace(columns=columns | {"completion": told})


def _with_achieved(header: Header, rows: Sequence[Row]) -> Header:
    """A progress column of mere figures beside a column of goals holds what was achieved."""
    column = header.columns.get("progress")
    if column is None or "goal" not in header.columns or "achieved" in header.columns or "progress" in header.named:
        return header
    if not _holds_figures(rows, header, column):
        return header
    columns = {field: place for field, place in header.columns.items() if field != "progress"} | {"achieved": column}
    return header._replace(columns=columns, figures=tuple(sorted((*header.figures, (column, "achieved")))))


def _holds_figures(rows: Sequence[Row], header: Header, column: int) -> bool:
    cells = list(_cells(rows, header, column))
    return bool(cells) and all(figure(text) for text in cells)


def _has_figures(rows: Sequence[Row], header: Header, column: int) -> bool:
    """Whether at least half of a column are figures, or nothing stands in it."""
    held = [figure(text) is not None for text in _cells(rows, header, column)]
    return 2 * sum(held) >= len(held)


def _cells(rows: Sequence[Row], header: Header, column: int) -> Iterator[str]:
    """The first cells below the header that hold something, merged ones once."""
    found = (row for _, row in below(rows, header.row, header.last) if column < len(row.cells))
    cells = (row.cells[column] for row in found)
    own = (cell.text for cell in cells if cell.text and not cell.anchor and not says_none(cell.text))
    return islice(own, _SAMPLE)
