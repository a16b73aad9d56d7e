"""From a path or a string to a Document: bytes, tables, Tasks."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import takewhile
from pathlib import Path

from engine.documents.files import load
from engine.documents.formats import contents
from engine.documents.formats.text import contents as text_contents
from engine.documents.layout import Layout
from engine.documents.rows import Contents, Table
from engine.documents.tables import columns as titles
from engine.documents.tables import shared_tasks
from engine.documents.tables.allocations import split_of
from engine.documents.tables.header import Header, Words, find, vocabulary
from engine.documents.tables.numbering import numbered, renumbered
from engine.documents.tables.stated import stated_date
from engine.documents.tables.tasks import entries
from engine.model import Problem, Record, Task

_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character: may stand in a Python string, but never in UTF-8


class Document(Record):
    """A document as it was read: the rows of its tables as Tasks, and every Problem met.

    ``sha256`` is of the file's bytes, "" where they could not be read; ``as_of`` is the date that the words above the
    tables state, None where they state none.
    """

    path: str
    sha256: str
    as_of: date | None = None
    tasks: tuple[Task, ...] = ()
    problems: tuple[Problem, ...] = ()


def read(path: str | Path, layout: Layout | None = None) -> Document:
    """The tasks of a file: a workbook, a Word or PDF document, a web page, delimited or flattened text.

    A file that cannot be read gives a Document without tasks and an error Problem; nothing is raised.
    """
    shown = _whole(str(path))
    data = load(Path(path), shown)
    if isinstance(data, Problem):
        return Document(path=shown, sha256="", problems=(data,))
    layout = layout or Layout()
    document = Document(path=shown, sha256=hashlib.sha256(data).hexdigest())
    return _with_tasks(document, contents(data, shown, vocabulary(layout.columns)), layout)


def read_text(text: str, path: str = "(文本)", layout: Layout | None = None) -> Document:
    """The tasks of a string; ``path`` is what its Sources say, ``sha256`` is that of the string in UTF-8."""
    clean, shown = _whole(text), _whole(path)
    layout = layout or Layout()
    document = Document(path=shown, sha256=hashlib.sha256(clean.encode()).hexdigest())
    return _with_tasks(document, text_contents(clean, shown, vocabulary(layout.columns)), layout)


def _with_tasks(document: Document, found: Contents, layout: Layout) -> Document:
    words = vocabulary(layout.columns)
    headed = [(table, find(table.rows, words)) for table in found.tables]
    usable = [(table, header) for table, header in headed if header and "text" in header.columns]
    if not usable:
        return _filled(document, problems=(*found.problems, *_none_usable(headed, found, document.path)))
    tasks: list[Task] = []
    problems = [*found.problems, *titles.passed_over(headed, document.path)]
    for number, (table, header) in enumerate(usable, start=1):
        own, faults = _of_table(table, header, words, layout, document.path)
        own, clash = renumbered(own, number, {task.id for task in tasks}, table)
        tasks += own
        problems += [*faults, *clash]
    stated = stated_date("\n".join(_above(table, header) for table, header in usable))
    return _filled(document, as_of=stated, tasks=tuple(tasks), problems=tuple(problems))


def _none_usable(headed: Sequence[tuple[Table, Header | None]], found: Contents, path: str) -> Iterable[Problem]:
    """What to say of a file without one task table: of its best header, unless the reader has said why already."""
    if any(problem.severity == "error" for problem in found.problems):
        return ()
    best = max((header for _, header in headed if header), key=lambda header: header.rank, default=None)
    return titles.column_problems(best, path)


def _of_table(
    table: Table, header: Header, words: Words, layout: Layout, path: str
) -> tuple[tuple[Task, ...], list[Problem]]:
    at = split_of(table, header)
    if at:
        header = at.header
        found = list(shared_tasks.entries(table, at, words, layout, path))
    else:
        found = list(entries(table, header, words, layout, path))
    given = [entry for entry in found if isinstance(entry, Task)]
    tasks, renamed = numbered(given, column="id" in header.columns)
    problems = list(titles.column_problems(header, path))
    if not tasks:
        problems.append(titles.no_tasks(header, path))
    sheets = list(dict.fromkeys(row.sheet for row in table.rows))
    return tasks, problems + sorted(
        [*(one for one in found if isinstance(one, Problem)), *renamed], key=lambda one: _place(one, sheets)
    )


def _above(table: Table, header: Header) -> str:
    """The words above the header: those before the table, and the rows of it that come first."""
    rows = takewhile(lambda row: row is not header.row, table.rows)
    return "\n".join([table.above, *(" ".join(dict.fromkeys(cell.text for cell in row.cells)) for row in rows)])


def _filled(document: Document, **fields: object) -> Document:
    return document.model_copy(update=fields)


def _place(problem: Problem, sheets: Sequence[str | None]) -> tuple[int, int]:
    """Where a problem comes in its table, which may run over several sheets or pages."""
    source = problem.source
    return (sheets.index(source.sheet), source.row or 0) if source and source.sheet in sheets else (0, 0)


def _whole(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)
