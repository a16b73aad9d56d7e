"""Schedules, named thresholds and boards of the file that nothing uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from engine.rules.book import RuleBook
from engine.rules.file.faults import listed
from engine.rules.language.tokens import scan
from engine.rules.lint.notes import Notes
from engine.rules.lint.space import ON_BOARDS
from engine.rules.policy import KINDS, Remark, Rule


def note_unused(books: Sequence[RuleBook], notes: Notes) -> None:
    """Note what none of the books of a file uses; each is what the file says for a stretch of time."""
    _note_schedules(books, notes)
    if books[0].thresholds or books[0].boards:
        used = {one for book in books for one in _used(book)}
        _note_thresholds(books, used, notes)
        _note_boards(books, {name for _, name in used}, notes)


def _note_schedules(books: Sequence[RuleBook], notes: Notes) -> None:
    used = {book.calendar.schedule.name for book in books}
    used |= {entry.schedule.name for book in books for entry in book.indicators if entry.schedule}
    for schedule in books[0].schedules.values():
        if schedule.name not in used and schedule.place and not schedule.place.file:
            what = f"进度安排“{schedule.name}”没有用到:calendar 和 indicators 都没有指定它"
            notes.add("rules-unused", schedule.place, what, "warning", (schedule,))


def _note_thresholds(books: Sequence[RuleBook], used: Set[tuple[str, str]], notes: Notes) -> None:
    for one in books[0].thresholds:
        if (one.scope, one.name) not in used and not one.place.file:
            what = f"界线“{one.name}”没有用到:条件、理由和算式中都没有它,请删去"
            notes.add("rules-unused", one.place, what, "warning", ())


def _note_boards(books: Sequence[RuleBook], used: Set[str], notes: Notes) -> None:
    for board in books[0].boards if used.isdisjoint(ON_BOARDS) else ():
        if not board.place.file:
            what = f"排名榜“{board.name}”没有用到:条件和理由中都没有 {listed(ON_BOARDS)},请删去"
            notes.add("rules-unused", board.place, what, "warning", ())


def _used(book: RuleBook) -> Iterator[tuple[str, str]]:
    """The names that a book uses, each with the scopes of thresholds that it may mean."""
    every = _names(book.verdicts.review) | {name for board in book.boards for name in _words(board.by_text)}
    for kind in KINDS:
        names = _names(book.verdicts.by_kind[kind]) | set(_words(book.points.lagging_text[kind]))
        every |= names
        yield from ((kind, name) for name in names)
    yield from (("all", name) for name in every)
    yield from (("rollup", name) for name in _names([*book.rollup.rules, *book.rollup.review]))


def _names(rules: Iterable[Rule | Remark]) -> set[str]:
    """The names in the conditions and sentences of rules."""
    conditions = {rule.when.text for rule in rules}
    shown = {piece.term for rule in rules for part in rule.because.parts for piece in part.pieces if piece.term}
    return shown | {name for text in conditions for name in _words(text)}


def _words(text: str) -> list[str]:
    return [token.text for token in scan(text)[0] if token.kind == "name"]
