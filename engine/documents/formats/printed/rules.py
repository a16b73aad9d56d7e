"""The ruled lines of a PDF page as the cells of its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from pdfplumber.page import Page
from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

Edge = dict[str, Any]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points from the page's top left corner."""

EDGES, CROSSINGS = 1000, 3000
"""The most ruled lines and crossings of a page that is read: a page of 60 rows and 49 columns has 3050 of them."""
_NEAR = 3  # points; lines so near are one, as in pdfplumber's own settings


class TooMany(Exception):
    """A page asks for more than any table needs."""


def cells(page: Page) -> list[list[Box]]:
    """The cells of each table of a page, tables from top to bottom.

    A table that its page leaves open (where a row goes on, or at its sides) is closed first.
    """
    straight = [edge for edge in page.edges if min(edge["x1"] - edge["x0"], edge["bottom"] - edge["top"]) < _NEAR]
    edges = merge_edges(straight, _NEAR, _NEAR, _NEAR, _NEAR) if straight else []
    if len(edges) > EDGES:
        raise TooMany
    crossings = edges_to_intersections(edges, _NEAR, _NEAR)
    if len(crossings) > CROSSINGS:
        raise TooMany
    groups = [*_connected(crossings), *_side_by_side(edges, crossings)]
    closing = [side for group in groups for side in _missing_sides(group)]
    if closing:
        crossings = edges_to_intersections([*edges, *closing], _NEAR, _NEAR)
    found: list[list[Box]] = cells_to_tables(intersections_to_cells(crossings))
    return found


def _connected(crossings: dict[Any, dict[str, list[Edge]]]) -> list[list[Edge]]:
    """The lines in groups that cross each other."""
    group_of: dict[int, list[Edge]] = {}
    for meeting in crossings.values():
        groups = [group_of.get(id(edge), [edge]) for edge in (*meeting["v"], *meeting["h"])]
        merged = groups[0]
        for group in groups[1:]:
            if group is not merged:
                small, merged = sorted((group, merged), key=len)
                merged.extend(small)
        group_of.update((id(edge), merged) for group in groups for edge in group)
    return list({id(group): group for group in group_of.values()}.values())


def _side_by_side(edges: Sequence[Edge], crossings: dict[Any, dict[str, list[Edge]]]) -> Iterator[list[Edge]]:
    """Standing lines that nothing crosses, where at least three are as tall as each other: the columns of a page that
    a single row fills from top to bottom."""
    crossed = {id(edge) for meeting in crossings.values() for edge in meeting["v"]}
    alone = [edge for edge in edges if edge["orientation"] == "v" and id(edge) not in crossed]
    alone.sort(key=lambda edge: (edge["top"], edge["bottom"]))
    for _, group in groupby(alone, key=lambda edge: (round(edge["top"]), round(edge["bottom"]))):
        lines = list(group)
        if len(lines) > 2:
            yield lines


def _missing_sides(group: Sequence[Edge]) -> Iterator[Edge]:
    """The sides of the frame around a group of lines along which it has none."""
    x0, x1 = min(edge["x0"] for edge in group), max(edge["x1"] for edge in group)
    top, bottom = min(edge["top"] for edge in group), max(edge["bottom"] for edge in group)
    lying = [edge["top"] for edge in group if edge["orientation"] == "h"]
    standing = [edge["x0"] for edge in group if edge["orientation"] == "v"]
    for at in (top, bottom):
        if all(abs(at - one) > _NEAR for one in lying):
            yield {"orientation": "h", "x0": x0, "x1": x1, "top": at, "bottom": at}
    for at in (x0, x1):
        if all(abs(at - one) > _NEAR for one in standing):
            yield {"orientation": "v", "x0": at, "x1": at, "top": top, "bottom": bottom}
