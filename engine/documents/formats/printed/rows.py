"""The rows of a table that was printed over several pages: rows that a page cuts are put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.documents.formats.grid import merged
from engine.documents.formats.printed.page import Area
from engine.documents.formats.printed.parts import Part, Places, keys, parts
from engine.documents.formats.printed.remarks import listed
from engine.documents.formats.printed.runs import Run
from engine.documents.formats.printed.text import Line, joined
from engine.documents.rows import Cell, Row
from engine.model import Problem, Source


class _Spot(NamedTuple):
    """A cell of the table: its lines, its first place on the page (row and column from 1), whether it reaches over
    rows.  The lines are shared with the cell that it goes on with from the page before."""

    lines: list[Line]
    place: tuple[int, int]
    tall: bool


class _Printed(NamedTuple):
    """A row: the pages that it stands on, its number on the first of them, and the cell that covers each column."""

    pages: list[int]
    line: int
    spots: list[_Spot | None]


_Spots = dict[tuple[int, float], _Spot]
"""The cells of a page by their first row and left side there."""


def rows(run: Run, path: str) -> tuple[list[Row], list[Problem]]:
    """The rows of a table with what there is to say of them.

    ``Row.sheet`` is the page on which a row begins (第3页); ``Row.line`` counts all rows of tables from 1 down that
    page, a repeated header and the rest of a row from the page before included.
    """
    found = parts(run)
    key = keys(found)
    printed: list[_Printed] = []
    for part in found:
        _append(printed, part, key)
    filled = [row for row in map(_row, printed) if not row.blank]
    return filled, [*_headers(found, path), *_cuts(printed, path), *merged(filled, path)]


def _append(printed: list[_Printed], part: Part, key: Sequence[int]) -> None:
    """Add the rows of a page, the first of which may go on with the last row of the page before."""
    spots: _Spots = {}
    cut = False
    if printed and part.rows:
        cut = _goes_on(part.rows[0], printed[-1], key)
        spots = _carried(part.rows[0], printed[-1], part.line + cut, cut)
        printed[-1].pages.extend([part.page] * cut)
    for line, row in enumerate(part.rows[cut:], start=part.line + cut):
        covering = [_spot(area, line, column, spots) if area else None for column, area in enumerate(row, start=1)]
        printed.append(_Printed([part.page], line, covering))


def _goes_on(row: Places, above: _Printed, key: Sequence[int]) -> bool:
    """Whether a row at the top of a page goes on with the row above: a key column is blank that is filled there, and
    no cell merged over several rows makes it so."""
    for column in key:
        area, spot = row[column], above.spots[column]
        if spot and spot.lines and not spot.tall and not (area and (area.lines or area.down > 1)):
            return any(other and other.lines for other in row)
    return False


def _carried(row: Places, above: _Printed, line: int, cut: bool) -> _Spots:
    """The cells at the top of a page that go on with those above: all of a cut row, and blank ones of merged areas.
    ``line`` is the first row that is not the rest of a cut one."""
    spots: _Spots = {}
    for column, (area, spot) in enumerate(zip(row, above.spots, strict=True), start=1):
        if not area or not spot or (area.row, area.left) in spots:
            continue
        merges = bool(spot.lines) and not area.lines and (spot.tall or area.down > 1)
        if cut or merges:
            spot.lines.extend(area.lines)
            spots[area.row, area.left] = _Spot(spot.lines, (line, column), merges or area.down > 1)
    return spots


def _spot(area: Area, line: int, column: int, spots: _Spots) -> _Spot:
    return spots.setdefault((area.row, area.left), _Spot(list(area.lines), (line, column), area.down > 1))


def _row(row: _Printed) -> Row:
    cells = [_cell(spot, (row.line, column)) for column, spot in enumerate(row.spots, start=1)]
    return Row(row.line, None, tuple(cells), sheet=f"第{row.pages[0]}页")


def _cell(spot: _Spot | None, place: tuple[int, int]) -> Cell:
    if spot is None:
        return Cell("")
    return Cell(joined(spot.lines), anchor=None if spot.place == place else spot.place)


def _headers(found: Sequence[Part], path: str) -> Iterator[Problem]:
    pages = [part.page for part in found if part.repeated]
    if pages:
        message = f"{listed(pages)}重复的表头只读取一次。"
        source = Source(path=path, sheet=f"第{pages[0]}页")
        yield Problem(code="table-repeated-header", severity="note", message=message, source=source)


def _cuts(printed: Sequence[_Printed], path: str) -> Iterator[Problem]:
    for pages, line, _ in printed:
        if len(pages) > 1:
            message = f"第{line}行从第{pages[0]}页续到第{pages[-1]}页,已接成一行。"
            source = Source(path=path, sheet=f"第{pages[0]}页", row=line)
            yield Problem(code="row-cut", severity="note", message=message, source=source)
