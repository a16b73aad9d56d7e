"""The pipeline: a document, a rule book and a date -> a Report.

Rows are read and judged one by one, so that a bad row costs only itself; comparisons between tasks are settled in
between.  Nothing here reads the clock: the date is the caller's, or else the one that the document states.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeAlias

from engine import __version__, rules
from engine.assessor.judging import Texts, judged, read_tasks, results, settled, texts
from engine.assessor.remarks import another_day, no_date, told_at, too_long
from engine.checks import findings
from engine.documents import Document, Layout, read
from engine.graph import standings
from engine.model import Problem, Reading, Report, Source, Task, TaskResult
from engine.rules import Loaded, RuleBook, RulesFile

RulesSource: TypeAlias = str | Path | RulesFile | None

_YEAR = re.compile("((?:19|20)[0-9]{2})年")


class Outcome(NamedTuple):
    """What came of a run: a report, or None and the problems that stood in its way."""

    report: Report | None
    problems: tuple[Problem, ...]


class Checked(NamedTuple):
    """Where a document disagrees with itself: the findings, in how many tasks, and what was wrong with the document.

    ``as_of`` is the date given or stated, None without one.
    """

    document: Document
    as_of: date | None
    tasks: int
    findings: tuple[Problem, ...]
    problems: tuple[Problem, ...]


def run(
    path: str | Path,
    as_of: date | None = None,
    rules_path: RulesSource = None,
    layout: Layout | None = None,
) -> Outcome:
    """Assess the table in a file.

    ``as_of`` is the date at which it is judged; without one, the date that the document states.  ``rules_path`` is
    the rules file (a RulesFile in a program that runs for long), the packaged default without one; ``layout`` what the
    user says of the table's layout.  No report, but the reasons, where the rules are invalid, the file cannot be read,
    or no date is known.
    """
    book, faults = _rule_book(rules_path)
    if book is None:
        return Outcome(None, faults)
    given, problems = read_texts(path, as_of, layout)
    if given is None:
        return Outcome(None, problems)
    report = _report(given, book.on(given.as_of), (*problems, *faults))
    return Outcome(report, report.problems)


def read_texts(
    path: str | Path, as_of: date | None = None, layout: Layout | None = None
) -> tuple[Texts | None, tuple[Problem, ...]]:
    """The table in a file with its texts read and the date that it is judged at, for books to judge; arguments as in
    ``run``.  With what was wrong with the document; None and the reasons where it cannot be judged."""
    document = read(path, layout)
    day = as_of or document.as_of
    if day is None or not document.tasks:
        return None, _refusal(document)
    return texts(document, day), _problems(document, day)


def check(
    path: str | Path, as_of: date | None = None, layout: Layout | None = None
) -> tuple[Checked | None, tuple[Problem, ...]]:
    """Hold a document against itself, without judging it; arguments as in ``run``.  None and the reasons where it
    cannot be read.

    No date is needed: it only tells which years are past, so without one the last year that the tasks name is over.
    """
    document = read(path, layout)
    if not document.tasks:
        return None, document.problems
    given = as_of or document.as_of
    day = given or _end_of_last_year(document.tasks)
    found = findings(document.tasks, _readings(document.tasks, told_at(document, day), rules.default()), day)
    problems = _problems(document, day)
    return Checked(document, given, len(document.tasks), found, problems), problems


def _end_of_last_year(tasks: Sequence[Task]) -> date:
    named = (year for task in tasks for text in (task.text, task.progress) for year in _YEAR.findall(text))
    return date(max(map(int, named), default=1), 12, 31)


def run_text(
    target: str, progress: str, as_of: date, rules_path: RulesSource = None
) -> tuple[TaskResult | None, tuple[Problem, ...]]:
    """Judge one task given as two texts; None and the reasons where the rules file is invalid."""
    book, faults = _rule_book(rules_path)
    if book is None:
        return None, faults
    source = Source(path="(文本)")
    cells = {"text": source, "progress": source}
    task = Task(id="1", text=target, progress=progress, units="", source=source, cells=cells)
    book = book.on(as_of)
    (result,) = results([task], _readings([task], as_of, book), as_of, book)
    return result, faults


def _rule_book(source: RulesSource) -> Loaded:
    if source is None:
        return Loaded(rules.default(), ())
    return source.current() if isinstance(source, RulesFile) else rules.load(source)


def _report(given: Texts, book: RuleBook, problems: tuple[Problem, ...]) -> Report:
    tasks = judged(given, book)
    readings = [tuple(one.reading for one in task.targets) for task in tasks]
    return Report(
        document=given.info,
        rules=book.info,
        engine=__version__,
        tasks=tuple(tasks),
        units=standings(tasks, book.points.lead_weight, book.points.co_weight),
        checks=findings(given.document.tasks, readings, given.as_of),
        problems=problems,
    )


def _readings(tasks: Sequence[Task], as_of: date, book: RuleBook) -> list[tuple[Reading, ...]]:
    return settled(tasks, read_tasks(tasks, as_of), book)


def _problems(document: Document, day: date) -> tuple[Problem, ...]:
    """What was wrong with the document as it was read."""
    return (*document.problems, *another_day(document, day), *too_long(document.tasks))


def _refusal(document: Document) -> tuple[Problem, ...]:
    """Why a document cannot be judged: it has no tasks, or else no date."""
    return (*document.problems, no_date(document)) if document.tasks else document.problems
