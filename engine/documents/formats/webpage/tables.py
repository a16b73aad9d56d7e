"""The tables of a web page: which of them hold data, and what their cells reach over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from engine.documents.formats.grid import Span
from engine.documents.formats.webpage.text import visible

_GROUPS = {"thead": 0, "tbody": 1, "tfoot": 2}
_DOWN, _ACROSS = 65534, 1000  # the largest spans that HTML knows (HTML Standard, 4.9.11)
_NUMBER = re.compile(r"\s*(\d{1,9})")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


class Line(NamedTuple):
    """A row: the head, body or foot that it stands in, its cells, and whether the page hides it."""

    group: HtmlElement | None
    cells: list[HtmlElement]
    hidden: bool


class Found:
    """A table of the page: its element, the table it stands in, and its own lines in the order they are shown.

    ``nested`` are the lines in whose cells other tables stand.
    """

    def __init__(self, element: HtmlElement, parent: Found | None) -> None:
        self.element, self.parent = element, parent
        self.lines: list[Line] = []
        self.nested: set[int] = set()
        self.holds_data = False
        self.contains_data = False

    def settle(self) -> None:
        """Tell whether it holds data, those within it being settled; and put head first and foot last."""
        self.holds_data = max((len(line.cells) for line in self.lines), default=0) > 1
        if self.contains_data:
            plain = sum(len(line.cells) > 1 and n not in self.nested for n, line in enumerate(self.lines))
            self.holds_data = 2 * plain > len(self.lines)
        if self.parent:
            self.parent.contains_data |= self.holds_data or self.contains_data
        self.lines.sort(key=lambda line: _GROUPS.get(line.group.tag, 1) if line.group is not None else 1)

    def spans(self) -> Iterator[list[Span]]:
        """The cells of every line with their reach, which ends with the group of rows."""
        last = self._last_of_groups()
        for number, line in enumerate(self.lines):
            room = last[number] - number + 1
            yield [_span(cell, room) for cell in line.cells]

    def hidden(self) -> set[int]:
        """The numbers, from 1, of the lines that the page does not show."""
        return {number for number, line in enumerate(self.lines, start=1) if line.hidden}

    def _last_of_groups(self) -> list[int]:
        last = list(range(len(self.lines)))
        for number in range(len(self.lines) - 2, -1, -1):
            if self.lines[number].group is self.lines[number + 1].group:
                last[number] = last[number + 1]
        return last


def data_tables(root: HtmlElement) -> list[Found]:
    """The tables that hold data, in the order of the page: those with two columns or more, if no such table stands
    within.  A table that contains others still counts where most of its rows are rows of cells without a table: then
    the tables in its cells are text of these cells.
    """
    found = _outline(root)
    chosen: set[Found] = set()
    within: set[Found] = set()
    for table in reversed(found):
        table.settle()
    for table in found:
        if table.parent in within or table.parent in chosen:
            within.add(table)
        elif table.holds_data:
            chosen.add(table)
    return [table for table in found if table in chosen]


def _outline(root: HtmlElement) -> list[Found]:
    """Every table with its own rows and cells, outer ones before inner ones."""
    found: list[Found] = []
    open_tables: list[Found] = []
    hidden = 0  # elements that are open and hide what stands in them
    for event, element in etree.iterwalk(root, events=("start", "end")):
        hidden += _hides(element) * (1 if event == "start" else -1)
        if element.tag == "table" and event == "end":
            open_tables.pop()
        elif event == "start" and element.tag == "table":
            found.append(_opened(element, open_tables[-1] if open_tables else None))
            open_tables.append(found[-1])
        elif event == "start" and open_tables and element.tag in ("tr", "td", "th"):
            _add(open_tables[-1].lines, element, hidden > 0)
    return found


def _opened(element: HtmlElement, parent: Found | None) -> Found:
    if parent:
        parent.nested.add(len(parent.lines) - 1)
    return Found(element, parent)


def _add(lines: list[Line], element: HtmlElement, hidden: bool) -> None:
    if element.tag == "tr" or not lines:  # cells may stand in a table without a row of their own
        group = element.getparent()
        lines.append(Line(group if group is not None and group.tag in _GROUPS else None, [], hidden))
    if element.tag != "tr":
        lines[-1].cells.append(element)


def _span(cell: HtmlElement, room: int) -> Span:
    down = _number(cell.get("rowspan"), 1)
    across = _number(cell.get("colspan"), 1) or 1
    return Span(visible(cell), min(down or _DOWN, _DOWN, room), min(across, _ACROSS))


def _number(written: str | None, otherwise: int) -> int:
    match = _NUMBER.match(written or "")
    return int(match[1]) if match else otherwise


def _hides(element: HtmlElement) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))
