"""What was understood of a document, as tables in the terminal: its tasks, and the lines that split totals by area."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from engine.documents import Document
from engine.explain.places import place_of
from engine.explain.speech import Language, render, say
from engine.explain.visible import cells, visible
from engine.model import Allocation, Task
from engine.reports.grid import Column, console, grid, parted, plain, print_line
from engine.reports.summary import no_column, problem_lines

if TYPE_CHECKING:
    from rich.table import Table

Row = Mapping[str, str]
"""The cells of one line by the names of their columns; an area's column is called by its number."""

_CAPS = {"id": 8, "category": 16, "units": 16, "place": 14, "label": 16, "total": 10}
"""The widest that a column becomes; the texts of a task take what is left."""

_ROOMY = 120
"""Columns of a terminal from which on the names of areas have place for three characters in a line."""

_WIDEST_AREA = 10

_TEXTS = ("text", "progress")
_NARROWEST_TEXT = 10
_LINES = 4
"""Lines of a cell that are shown: CSV and JSON give all of it."""


def print_document(document: Document, file: TextIO, lang: Language = "zh", width: int | None = None) -> None:
    """Print the tasks of a document, its allocation tables and its problems to `file`; `width` is in columns."""
    target = console(file, width)
    print_line(target, _heading(document, lang))
    target.print(_tasks(document.tasks, lang, target.width))
    lines = [(task, line) for task in document.tasks for line in task.allocations]
    for areas, own in groupby(lines, key=lambda line: tuple(share.area for share in line[1].shares)):
        for table in _allocations(list(own), areas, lang, target.width):
            print_line(target, "")
            target.print(table)
    for text in _summary(document, len(lines), lang):
        print_line(target, text)


def _heading(document: Document, lang: Language) -> str:
    if document.as_of is None:
        return say(lang, "read.undated", path=document.path)
    return say(lang, "read.title", path=document.path, as_of=document.as_of.isoformat())


def _summary(document: Document, lines: int, lang: Language) -> Iterator[str]:
    key = "read.lines" if lines else "read.tasks"
    yield say(lang, key, count=len(document.tasks), lines=lines)
    yield from no_column(document.tasks, lang)
    yield from problem_lines("summary.problems", document.problems, lang)


def _tasks(tasks: Iterable[Task], lang: Language, width: int) -> Table:
    """One row a task; a column that no task has anything in is left out."""
    rows = [_task(task, lang) for task in tasks]
    names = [name for name in rows[0] if any(row[name] for row in rows)]
    columns = {name: Column(say(lang, f"read.{name}"), 0) for name in names}
    widths = _widths(rows, columns)
    texts = [name for name in _TEXTS if name in names]
    room = width - sum(widths[name] for name in names if name not in texts) - len(names) + 1
    widths |= {name: max(_NARROWEST_TEXT, room // len(texts)) for name in texts}
    return _table(rows, {name: column._replace(width=widths[name]) for name, column in columns.items()})


def _task(task: Task, lang: Language) -> Row:
    return {
        "id": _shown(task.id),
        "category": _shown(task.category),
        "text": _shown(task.text),
        "progress": _shown(task.progress),
        "units": _shown(task.units),
        "place": render(place_of(task.source), lang),
    }


def _allocations(
    lines: Sequence[tuple[Task, Allocation]], areas: Sequence[str], lang: Language, width: int
) -> Iterator[Table]:
    """One row a line; where the areas do not fit side by side, they go on in another table below."""
    rows = [_line(task, line, lang) for task, line in lines]
    names = ("id", "label", "total", "units", "place")
    columns = {name: Column(say(lang, f"read.{name}"), 0, name == "total") for name in names}
    widths = _widths(rows, columns)
    figures = max((cells(row[str(n)]) for row in rows for n in range(len(areas))), default=0)
    each = max(6 if width >= _ROOMY else 4, min(_WIDEST_AREA, figures))
    room = max(1, (width - sum(widths.values()) - len(names) + 1) // (each + 1))
    columns = {name: column._replace(width=widths[name]) for name, column in columns.items()}
    for first in range(0, max(1, len(areas)), room):
        block = range(first, min(first + room, len(areas)))
        shares = {str(n): Column("\n".join(parted(_shown(areas[n]), each)), each, True) for n in block}
        before, after = (dict(list(columns.items())[part]) for part in (slice(0, 3), slice(3, None)))
        yield _table(rows, before | shares | after)


def _line(task: Task, line: Allocation, lang: Language) -> Row:
    return {
        "id": _shown(task.id),
        "label": _shown(line.label),
        "total": _shown(line.total.written),
        **{str(n): _shown(share.written) for n, share in enumerate(line.shares)},
        "units": _shown(line.units),
        "place": render(place_of(line.source), lang),
    }


def _widths(rows: Sequence[Row], columns: Mapping[str, Column]) -> dict[str, int]:
    """Each column as wide as its content, up to a cap."""
    return {
        name: min(_CAPS.get(name, 0), max(cells(column.title), *(cells(row[name]) for row in rows)))
        for name, column in columns.items()
    }


def _table(rows: Sequence[Row], columns: Mapping[str, Column]) -> Table:
    table = grid(list(columns.values()))
    for row in rows:
        table.add_row(*(plain(_cell(row[name], column)) for name, column in columns.items()))
    return table


def _cell(text: str, column: Column) -> str:
    """Words in so many lines at most; figures are never cut."""
    if column.figures:
        return text
    lines = parted(text[: _LINES * column.width + 1], column.width)
    if len(lines) > _LINES:
        lines[_LINES - 1 :] = [parted(lines[_LINES - 1], column.width - 1)[0] + "…"]
    return "\n".join(lines)


def _shown(text: str) -> str:
    return visible(text.replace("\n", " "))
