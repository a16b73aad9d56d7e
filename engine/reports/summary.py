"""The lines around the table: what was assessed, how it stands in all, who carries most of what lags, what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.explain.problems import problem_text
from engine.explain.speech import Language, Phrase, phrase, say, term
from engine.model import Problem, Report, Status, TargetResult, Task, TaskResult

_COUNTED: tuple[Status, ...] = ("done", "on_track", "lagging", "unreported", "unrated")

_UNITS = 5
"""Units named in the summary."""

_NOTES = 3
"""Notes of one code that are shown in full."""

_REVIEWS = 20
"""Tasks to review that are named by their numbers."""


def heading(report: Report, lang: Language) -> str:
    """One line: the document, the date it is judged at, and the rules."""
    document, rules = report.document, report.rules
    words = {"path": document.path, "as_of": document.as_of.isoformat(), "rules": rules.name, "version": rules.version}
    return say(lang, "table.title", **words)


def summary(report: Report, lang: Language) -> Iterator[str]:
    """The counts, the units, the tasks to review, then every finding and problem with place and advice."""
    targets = [result for task in report.tasks for result in task.targets]
    wholes, shares = (_statuses(targets, shares=which) for which in (False, True))
    by_words = [task for task in report.tasks if task.basis == "narrative" and task.status != "unrated"]
    yield _counts("summary.tasks", [task.status for task in report.tasks], [task.status for task in by_words], lang)
    yield _counts("summary.targets", wholes, [], lang)
    if shares:
        yield _counts("summary.shares", shares, [], lang)
    yield from no_column((result.task for result in report.tasks), lang)
    yield from _units(report, lang)
    yield from _reviews(report, lang)
    yield from problem_lines("summary.checks", report.checks, lang)
    yield from problem_lines("summary.problems", report.problems, lang)


def _statuses(targets: list[TargetResult], shares: bool) -> list[Status]:
    """How the shares of areas stand, or how all other targets do; those that the rules leave out do not count."""
    counted = (one for one in targets if not one.verdict.left_out)
    return [one.verdict.status for one in counted if (one.reading.target.part_of is not None) == shares]


def _counts(key: str, statuses: list[Status], narrative: list[Status], lang: Language) -> str:
    parts = (_part(status, statuses, narrative) for status in _COUNTED if status in statuses)
    return say(lang, key, count=len(statuses), parts=tuple(parts))


def _part(status: Status, statuses: list[Status], narrative: list[Status]) -> Phrase:
    """How many have a status, and how many of them by their words alone."""
    part = phrase("summary.part", status=term("status", status), count=statuses.count(status))
    words = narrative.count(status)
    return phrase("summary.narrative", part=part, count=words) if words else part


def _units(report: Report, lang: Language) -> Iterator[str]:
    burdened = sorted((unit for unit in report.units if unit.lead.lagging), key=lambda unit: -unit.lead.lagging)
    if burdened:
        named = (phrase("summary.unit", unit=unit.name, count=unit.lead.lagging) for unit in burdened[:_UNITS])
        yield say(lang, "summary.units", units=tuple(named))


def _reviews(report: Report, lang: Language) -> Iterator[str]:
    flagged = [phrase("text", text=task.task.id) for task in report.tasks if _flagged(task)]
    if flagged:
        ids = phrase("summary.ids", ids=tuple(flagged[:_REVIEWS]))
        shown = phrase("summary.more", ids=ids) if len(flagged) > _REVIEWS else ids
        yield say(lang, "summary.review", count=len(flagged), ids=shown)


def _flagged(task: TaskResult) -> bool:
    return bool(task.review or any(result.verdict.review for result in task.targets))


def problem_lines(key: str, problems: tuple[Problem, ...], lang: Language, **fields: int) -> Iterator[str]:
    """How many problems there are, and each with place and advice, notes last; nothing where there are none.

    Of the notes of one code the first few stand for all: a merged cell in every row would bury the one thing to mend.
    """
    if not problems:
        return
    yield say(lang, key, count=len(problems), **fields)
    yield from (problem_text(problem, lang) for problem in problems if problem.severity != "note")
    alike: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.severity == "note":
            alike.setdefault(problem.code, []).append(problem)
    for notes in alike.values():
        yield from (problem_text(note, lang) for note in notes[:_NOTES])
        if len(notes) > _NOTES:
            yield say(lang, "summary.notes", count=len(notes) - _NOTES, code=notes[0].code)


def no_column(tasks: Iterable[Task], lang: Language) -> Iterator[str]:
    """How many tasks stand in a table that has no column for progress."""
    count = sum("progress" not in task.cells for task in tasks)
    if count:
        yield say(lang, "summary.no_column", count=count)
