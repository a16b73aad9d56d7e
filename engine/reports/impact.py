"""The impact of an edit of the rules in the terminal: how many tasks move, which, why, and what else changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

from engine.explain.speech import Language
from engine.explain.visible import cells, visible
from engine.model import Problem
from engine.reports.grid import Column, console, grid, plain, print_line
from engine.reports.impact_parts import DocumentView, Fact, Files, FlagView, Mark, TaskView, UnitView, View
from engine.reports.impact_phrases import clauses, listed, say
from engine.reports.impact_view import view
from engine.reports.summary import problem_lines
from engine.trials.impact_records import Impact, Shift

if TYPE_CHECKING:
    from rich.table import Table

_LONGEST = 60
"""Characters of a task or clause that are shown; the page and JSON give all of it."""

_MOST = 20
"""Places that are named in a list; the page and JSON give all of them."""


def print_impact(
    impact: Impact,
    file: TextIO,
    files: Files,
    problems: Sequence[Problem] = (),
    lang: Language = "zh",
    width: int | None = None,
) -> None:
    """Print an impact to `file`; `files` are the two rules files as they are to be cited.  `width` is in columns."""
    shown = view(impact, files, lang)
    target = console(file, width)
    for line in _head(shown):
        print_line(target, visible(line))
    if shown.matrix:
        target.print(_matrix(shown))
    for line in _body(shown):
        print_line(target, visible(line))
    for line in problem_lines("summary.problems", tuple(problems), lang):
        print_line(target, line)


def _head(shown: View) -> Iterator[str]:
    facts = [Fact(say(shown.lang, key), book) for key, book in zip(("old", "new"), shown.books, strict=True)]
    facts += [Fact(say(shown.lang, "document"), one.title) for one in shown.documents]
    yield from _aligned(facts, "")
    yield ""
    yield from shown.headline
    if shown.matrix:
        yield from ("", say(shown.lang, "matrix"))


def _matrix(shown: View) -> Table:
    titles = [say(shown.lang, "matrix.corner"), *(say(shown.lang, f"status.{one}") for one in shown.statuses)]
    widest = max(map(cells, titles))
    table = grid([Column(title, widest, place > 0) for place, title in enumerate(titles)])
    for title, row in zip(titles[1:], shown.matrix, strict=True):
        table.add_row(plain(title), *(plain(str(cell.tasks or "-")) for cell in row))
    return table


def _body(shown: View) -> Iterator[str]:
    for document in shown.documents:
        lines = list(_document(document, shown.lang))
        if lines and len(shown.documents) > 1:
            yield from ("", document.title)
        yield from lines
    yield from ("", say(shown.lang, "rules"))
    if not shown.differences:
        yield f"  {say(shown.lang, 'rules.none')}"
    for name, words, place in shown.differences:
        yield f"  {name}  {words}" + (f"  [{place}]" if place else "")


def _document(one: DocumentView, lang: Language) -> Iterator[str]:
    for group in one.groups:
        yield from ("", group.title, *_tasks(group.tasks, lang))
    if one.stays:
        yield from ("", say(lang, "stays", count=len(one.stays)), *_tasks(one.stays, lang))
    for key, lines in _sections(one, lang):
        if lines:
            yield from ("", say(lang, key), *(f"  {line}" for line in lines))


def _sections(one: DocumentView, lang: Language) -> Iterator[tuple[str, list[str]]]:
    """The further parts of a document by the key of their title, each with its lines."""
    yield "points", [line for line in (clauses(lang, one.totals), _some(one.points, lang)) if line]
    yield "units", [f"{unit.name} {_unit(unit, lang)}" for unit in one.units if unit.counts]
    yield "unit.points", _lines(_some([f"{u.name} {u.points}" for u in one.units if not u.counts], lang))
    yield "flags", [f"{flag.remark} {_flag(flag, lang)}" for flag in one.flags]
    yield "others", _lines(clauses(lang, one.others))


def _unit(unit: UnitView, lang: Language) -> str:
    scored = [say(lang, "unit.scored", change=unit.points)] if unit.points else []
    return clauses(lang, [unit.counts, *scored])


def _lines(text: str) -> list[str]:
    return [text] if text else []


def _some(words: Sequence[str], lang: Language) -> str:
    """The first words of a list, and how many there are in all."""
    told = listed(lang, words[:_MOST])
    return say(lang, "more", items=told, count=len(words)) if len(words) > _MOST else told


def _flag(flag: FlagView, lang: Language) -> str:
    both = (("come", flag.come), ("gone", flag.gone))
    return clauses(lang, (say(lang, f"flags.{k}", count=len(ids), ids=_some(ids, lang)) for k, ids in both if ids))


def _tasks(tasks: Iterable[TaskView], lang: Language) -> Iterator[str]:
    for task in tasks:
        yield f"  {task.id} {_short(task.text)}"
        known = (("lead", task.lead), ("points", task.points))
        facts = [Fact(say(lang, f"label.{key}"), words) for key, words in known if words]
        yield from _aligned([*facts, *task.facts], "    ")
        for target in task.targets:
            yield f"    {target.id} “{_short(target.clause)}” {_move(target.mark, lang)}"
            yield from _aligned(target.facts, "      ")


def _move(mark: Shift[Mark], lang: Language) -> str:
    return say(lang, "moves", before=mark.before.words, now=mark.now.words)


def _aligned(facts: Sequence[Fact], indent: str) -> Iterator[str]:
    """Labelled lines, what stands behind the labels aligned."""
    width = max((cells(fact.label) for fact in facts), default=0)
    for fact in facts:
        yield f"{indent}{fact.label}{' ' * (width - cells(fact.label))}  {fact.words}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
