"""The rows of a table that was printed over several pages: rows that a page cuts are put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.documents.formats.grid import merged
from engine.documents.formats.pdf_page import Area
from engine.documents.formats.pdf_parts import Part, Places, keys, parts
from engine.documents.formats.pdf_runs import Run
from engine.documents.formats.pdf_text import Line, joined
from engine.documents.rows import Cell, Row
from engine.model import Problem, Source


class _Spot(NamedTuple):
    """A cell of the table: its lines, its first place (row and column from 1), whether it reaches over rows."""

    lines: list[Line]
    place: tuple[int, int]
    tall: bool


class _Printed(NamedTuple):
    """A row: the pages that it stands on, and the cell that covers each column."""

    pages: list[int]
    spots: list[_Spot | None]


_Spots = dict[tuple[int, float], _Spot]
"""The cells of a page by their first row and left side there."""


def rows(run: Run, path: str) -> tuple[list[Row], list[Problem]]:
    """The rows of a table with what there is to say of them.

    ``Row.line`` counts the rows of the table from 1 through all of its pages, a row cut by the end of a page once and
    a repeated header not at all; ``Row.sheet`` is the page on which the row begins.
    """
    found = parts(run)
    key = keys(found)
    printed: list[_Printed] = []
    for part in found:
        _append(printed, part, key)
    numbered = [_row(line, row) for line, row in enumerate(printed, start=1)]
    filled = [row for row in numbered if not row.blank]
    return filled, [*_headers(found, path), *_cuts(printed, path), *merged(filled, path)]


def _append(printed: list[_Printed], part: Part, key: Sequence[int]) -> None:
    """Add the rows of a page, the first of which may go on with the last row of the page before."""
    spots: _Spots = {}
    cut = 0
    if printed and part.rows:
        cut = _goes_on(part.rows[0], printed[-1], key)
        spots = _carried(part.rows[0], printed[-1], len(printed), cut)
        printed[-1].pages.extend([part.page] * cut)
    offset = len(printed) + 1 - part.first - cut  # from the number of a row on its page, from 0, to that in the table
    for row in part.rows[cut:]:
        covering = [_spot(area, column, offset, spots) if area else None for column, area in enumerate(row)]
        printed.append(_Printed([part.page], covering))


def _goes_on(row: Places, above: _Printed, key: Sequence[int]) -> bool:
    """Whether a row at the top of a page goes on with the row above: a key column is blank that is filled there, and
    no cell merged over several rows makes it so."""
    for column in key:
        area, spot = row[column], above.spots[column]
        if spot and spot.lines and not spot.tall and not (area and (area.lines or area.down > 1)):
            return any(other and other.lines for other in row)
    return False


def _carried(row: Places, above: _Printed, line: int, cut: bool) -> _Spots:
    """The cells at the top of a page that go on with those above: all of a cut row, and blank ones of merged areas."""
    spots: _Spots = {}
    for area, spot in zip(row, above.spots, strict=True):
        if not area or not spot or (area.row, area.left) in spots:
            continue
        merges = spot.lines and not area.lines and (spot.tall or area.down > 1)
        if cut or merges:
            spot.lines.extend(area.lines)
            spots[area.row, area.left] = spot._replace(tall=bool(merges) or area.down > 1)
    return spots


def _spot(area: Area, column: int, offset: int, spots: _Spots) -> _Spot:
    spot = _Spot(list(area.lines), (area.row + offset, column + 1), area.down > 1)
    return spots.setdefault((area.row, area.left), spot)


def _row(line: int, row: _Printed) -> Row:
    cells = [_cell(spot, (line, column)) for column, spot in enumerate(row.spots, start=1)]
    return Row(line, None, tuple(cells), sheet=f"第{row.pages[0]}页")


def _cell(spot: _Spot | None, place: tuple[int, int]) -> Cell:
    if spot is None:
        return Cell("")
    return Cell(joined(spot.lines).strip(), anchor=None if spot.place == place else spot.place)


def _headers(found: Sequence[Part], path: str) -> Iterator[Problem]:
    pages = [part.page for part in found if part.repeated]
    if pages:
        message = f"第{'、'.join(map(str, pages))}页重复的表头没有计入行数。"
        source = Source(path=path, sheet=f"第{pages[0]}页")
        yield Problem(code="table-repeated-header", severity="note", message=message, source=source)


def _cuts(printed: Sequence[_Printed], path: str) -> Iterator[Problem]:
    for line, (pages, _) in enumerate(printed, start=1):
        if len(pages) > 1:
            message = f"第{line}行从第{pages[0]}页续到第{pages[-1]}页,已接成一行。"
            source = Source(path=path, sheet=f"第{pages[0]}页", row=line)
            yield Problem(code="row-cut", severity="note", message=message, source=source)
