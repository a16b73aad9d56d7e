"""The pipeline: a document, a rule book and a date -> a Report.

Rows are read and judged one by one, so that a bad row costs only itself; comparisons between tasks are settled in
between.  Nothing here reads the clock: the date is the caller's, or else the one that the document states.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from engine import __version__, reading, rules
from engine.documents import Document, read
from engine.graph import roles, standings
from engine.model import DocumentInfo, Problem, Reading, Report, Source, TargetResult, Task, TaskResult
from engine.rules import RuleBook


class Outcome(NamedTuple):
    """What came of a run: a report, or None and the problems that stood in its way."""

    report: Report | None
    problems: tuple[Problem, ...]


def run(path: str | Path, as_of: date | None = None, rules_path: str | Path | None = None) -> Outcome:
    """Assess the table in a file.

    ``as_of`` is the date at which it is judged; without one, the date that the document states.  ``rules_path`` is
    the rules file, the packaged default without one.  No report, but the reasons, where the rules are invalid, the
    file cannot be read, or no date is known.
    """
    book, faults = _rule_book(rules_path)
    if book is None:
        return Outcome(None, faults)
    document = read(path)
    day = as_of or document.as_of
    if not document.tasks:
        return Outcome(None, document.problems)
    if day is None:
        return Outcome(None, (*document.problems, _no_date(document)))
    report = _report(document, day, book, (*faults, *_another_year(document, day)))
    return Outcome(report, report.problems)


def run_text(target: str, progress: str, as_of: date, rules_path: str | Path | None = None) -> TaskResult:
    """Judge one task given as two texts.

    Raises ValueError where the rules file is invalid: here it is named by a program, not found in a document.
    """
    book, faults = _rule_book(rules_path)
    if book is None:
        raise ValueError("\n".join(fault.message for fault in faults))
    task = Task(id="1", text=target, progress=progress, units="", source=Source(path="(文本)"))
    return _assessed([task], as_of, book)[0]


def _rule_book(path: str | Path | None) -> tuple[RuleBook | None, tuple[Problem, ...]]:
    return (rules.default(), ()) if path is None else rules.load(path)


def _report(document: Document, as_of: date, book: RuleBook, faults: tuple[Problem, ...]) -> Report:
    results = _assessed(document.tasks, as_of, book)
    return Report(
        document=DocumentInfo(path=document.path, sha256=document.sha256, as_of=as_of),
        rules=book.info,
        engine=__version__,
        tasks=tuple(results),
        units=standings(results, book.points.lead_weight, book.points.co_weight),
        problems=(*document.problems, *faults, *_too_long(document.tasks)),
    )


def _another_year(document: Document, day: date) -> list[Problem]:
    """A warning where the table is judged at a date of another year than the one it states."""
    if document.as_of is None or document.as_of.year == day.year:
        return []
    return [
        Problem(
            code="date-differs",
            severity="warning",
            message=f"评判日期{day}与 {document.path} 表头写明的{document.as_of}不在同一年",
            source=Source(path=document.path),
            suggestion="请核对 --as-of;不写 --as-of 就按表头的日期评判",
        )
    ]


def _too_long(tasks: Sequence[Task]) -> list[Problem]:
    """A warning for each task of which only a part was read."""
    return [
        Problem(
            code="row-too-long",
            severity="warning",
            message=f"任务{task.id}太长:{what}",
            source=task.source,
            suggestion="请把这一行拆成几行再评",
        )
        for task in tasks
        if (what := reading.unread(task))
    ]


def _assessed(tasks: Sequence[Task], as_of: date, book: RuleBook) -> list[TaskResult]:
    """The judgement of every task, in their order."""
    synonyms = {entry.name: entry.also for entry in book.indicators if entry.also}
    read_tasks = [[_by_policy(one, book) for one in reading.read(task, as_of)] for task in tasks]
    settled = reading.settled(tasks, read_tasks, synonyms)
    return [_task_result(task, own, as_of, book) for task, own in zip(tasks, settled, strict=True)]


def _by_policy(one: Reading, book: RuleBook) -> Reading:
    """The reading with the kind and direction that the rules set for its indicator."""
    target = book.apply_indicators(one.target)
    return one if target is one.target else one.model_copy(update={"target": target})


def _task_result(task: Task, readings: Sequence[Reading], as_of: date, book: RuleBook) -> TaskResult:
    results = tuple(TargetResult(reading=one, verdict=book.judge(one, as_of)) for one in readings)
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


def _no_date(document: Document) -> Problem:
    return Problem(
        code="no-date",
        severity="error",
        message=f"不知道 {document.path} 按哪一天评判:没有指定评判日期,文件表头之前也没有写明截止日期",
        source=Source(path=document.path),
        suggestion="请用 --as-of 给出日期,例如 --as-of 2023-06-30",
    )
