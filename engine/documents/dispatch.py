"""From a path or a string to a Document: bytes, text, rows, Tasks."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from engine.documents.columns import column_problems, no_tasks
from engine.documents.decode import decode
from engine.documents.files import load
from engine.documents.formats import table, unknown_format
from engine.documents.header import vocabulary
from engine.documents.numbering import numbered
from engine.documents.stated import stated_date
from engine.documents.tasks import entries
from engine.model import Problem, Record, Task

_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character: may stand in a Python string, but never in UTF-8


class Document(Record):
    """A table as it was read: its rows as Tasks, and every Problem met.

    ``sha256`` is of the file's bytes, "" where they could not be read; ``as_of`` is the date that the lines above the
    table state, None where they state none.
    """

    path: str
    sha256: str
    as_of: date | None = None
    tasks: tuple[Task, ...] = ()
    problems: tuple[Problem, ...] = ()


def read(path: str | Path, columns: Mapping[str, str] | None = None) -> Document:
    """The table in a text file: pipes, tabs or CSV, in UTF-8, UTF-16 with a byte-order mark or GB18030.

    ``columns`` names the column of a field ("id", "text", "progress", "units") where its title is an unusual one.
    A file that cannot be read gives a Document without tasks and an error Problem; nothing is raised.
    """
    shown = _whole(str(path))
    data = load(Path(path), shown)
    if isinstance(data, Problem):
        return Document(path=shown, sha256="", problems=(data,))
    document = Document(path=shown, sha256=hashlib.sha256(data).hexdigest())
    foreign = unknown_format(shown)
    if foreign:
        return _filled(document, problems=(foreign,))
    text, remark = decode(data, shown)
    document = _filled(document, problems=(remark,) if remark else ())
    return document if text is None else _with_tasks(document, text, columns)


def read_text(text: str, path: str = "(文本)", columns: Mapping[str, str] | None = None) -> Document:
    """The table in a string; ``path`` is what its Sources say, ``sha256`` is that of the string in UTF-8."""
    clean = _whole(text)
    digest = hashlib.sha256(clean.encode()).hexdigest()
    return _with_tasks(Document(path=_whole(path), sha256=digest), clean, columns)


def _with_tasks(document: Document, text: str, columns: Mapping[str, str] | None) -> Document:
    words = vocabulary(columns)
    header, rows = table(text, words)
    problems = [*document.problems, *column_problems(header, document.path)]
    if header is None or "text" not in header.columns:
        return _filled(document, problems=tuple(problems))
    found = list(entries(rows, header, words, text, document.path))
    tasks, renamed = numbered([entry for entry in found if isinstance(entry, Task)], column="id" in header.columns)
    if not tasks:
        problems.append(no_tasks(header, document.path))
    problems += sorted([*(entry for entry in found if isinstance(entry, Problem)), *renamed], key=_line)
    return _filled(document, as_of=stated_date(text[: header.row.offset]), tasks=tasks, problems=tuple(problems))


def _filled(document: Document, **fields: object) -> Document:
    return document.model_copy(update=fields)


def _line(problem: Problem) -> int:
    return problem.source.row or 0 if problem.source else 0


def _whole(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)
