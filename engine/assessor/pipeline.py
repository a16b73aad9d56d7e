"""The pipeline: a document, a rule book and a date -> a Report.

Rows are read and judged one by one, so that a bad row costs only itself; comparisons between tasks are settled in
between.  Nothing here reads the clock: the date is the caller's, or else the one that the document states.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from engine import __version__, reading, rules
from engine.assessor.remarks import NO_COLUMN, another_day, no_date, told_at, too_long
from engine.checks import findings
from engine.documents import Document, Layout, read
from engine.graph import roles, standings
from engine.model import DocumentInfo, Problem, Reading, Report, Source, TargetResult, Task, TaskResult, Verdict
from engine.rules import RuleBook

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
    rules_path: str | Path | None = None,
    layout: Layout | None = None,
) -> Outcome:
    """Assess the table in a file.

    ``as_of`` is the date at which it is judged; without one, the date that the document states.  ``rules_path`` is
    the rules file, the packaged default without one; ``layout`` what the user says of the table's layout.  No report,
    but the reasons, where the rules are invalid, the file cannot be read, or no date is known.
    """
    book, faults = _rule_book(rules_path)
    if book is None:
        return Outcome(None, faults)
    document = read(path, layout)
    day = as_of or document.as_of
    if day is None or not document.tasks:
        return Outcome(None, _refusal(document))
    report = _report(document, day, book, faults)
    return Outcome(report, report.problems)


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


def run_text(target: str, progress: str, as_of: date, rules_path: str | Path | None = None) -> TaskResult:
    """Judge one task given as two texts.

    Raises ValueError where the rules file is invalid: here it is named by a program, not found in a document.
    """
    book, faults = _rule_book(rules_path)
    if book is None:
        raise ValueError("\n".join(fault.message for fault in faults))
    source = Source(path="(文本)")
    cells = {"text": source, "progress": source}
    task = Task(id="1", text=target, progress=progress, units="", source=source, cells=cells)
    (own,) = _readings([task], as_of, book)
    return _task_result(task, own, as_of, book)


def _rule_book(path: str | Path | None) -> tuple[RuleBook | None, tuple[Problem, ...]]:
    return (rules.default(), ()) if path is None else rules.load(path)


def _report(document: Document, as_of: date, book: RuleBook, faults: tuple[Problem, ...]) -> Report:
    readings = _readings(document.tasks, told_at(document, as_of), book)
    results = [_task_result(task, own, as_of, book) for task, own in zip(document.tasks, readings, strict=True)]
    return Report(
        document=_info(document, as_of),
        rules=book.info,
        engine=__version__,
        tasks=tuple(results),
        units=standings(results, book.points.lead_weight, book.points.co_weight),
        checks=findings(document.tasks, readings, as_of),
        problems=(*_problems(document, as_of), *faults),
    )


def _info(document: Document, as_of: date) -> DocumentInfo:
    return DocumentInfo(path=document.path, sha256=document.sha256, as_of=as_of)


def _readings(tasks: Sequence[Task], as_of: date, book: RuleBook) -> list[tuple[Reading, ...]]:
    """The readings of every task, in their order."""
    synonyms = {entry.name: entry.also for entry in book.indicators if entry.also}
    read_tasks = [[_by_policy(one, book) for one in reading.read(task, as_of)] for task in tasks]
    return reading.settled(tasks, read_tasks, synonyms)


def _by_policy(one: Reading, book: RuleBook) -> Reading:
    """The reading with the kind and direction that the rules set for its indicator."""
    target = book.apply_indicators(one.target)
    return one if target is one.target else one.model_copy(update={"target": target})


def _task_result(task: Task, readings: Sequence[Reading], as_of: date, book: RuleBook) -> TaskResult:
    results = tuple(TargetResult(reading=one, verdict=_judged(one, task, as_of, book)) for one in readings)
    verdict = book.roll_up(task, results)
    return TaskResult(
        task=task,
        roles=roles(task.units, book.units),
        targets=results,
        status=verdict.status,
        grade=verdict.grade,
        light=book.light(verdict.status, verdict.grade),
        basis=verdict.basis,
        because=verdict.because,
        points=verdict.points,
        review=verdict.review,
    )


def _judged(one: Reading, task: Task, as_of: date, book: RuleBook) -> Verdict:
    """The verdict by the rules, which know the target's own words only: not what the table has no column for."""
    verdict = book.judge(one, as_of)
    asked = "progress" in task.cells or verdict.status != "unreported"
    return verdict if asked else verdict.model_copy(update={"because": NO_COLUMN})


def _problems(document: Document, day: date) -> tuple[Problem, ...]:
    """What was wrong with the document as it was read."""
    return (*document.problems, *another_day(document, day), *too_long(document.tasks))


def _refusal(document: Document) -> tuple[Problem, ...]:
    """Why a document cannot be judged: it has no tasks, or else no date."""
    return (*document.problems, no_date(document)) if document.tasks else document.problems
