"""A book over time: what holds first, and what another value makes different from a day on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TypeVar

from engine.reports.rulebook.blocks import Table
from engine.rules import RuleBook

T = TypeVar("T")
Row = tuple[str, ...]
FIRST = "起初"


def over_time(book: RuleBook, describe: Callable[[RuleBook], T]) -> list[tuple[date | None, T]]:
    """What a description of the book is first, and each time that it becomes another, from which day on."""
    found: list[tuple[date | None, T]] = []
    for day, each in _periods(book):
        told = describe(each)
        if not found or told != found[-1][1]:
            found.append((day, told))
    return found


def known_over_time(book: RuleBook, names: Callable[[RuleBook], list[T]]) -> tuple[T, ...]:
    """Every name that is known at some time, in the order of the file."""
    return tuple(dict.fromkeys(name for _, each in _periods(book) for name in names(each)))


def told_over_time(book: RuleBook, *sentences: Callable[[RuleBook], str]) -> str:
    """Sentences, and behind each what it becomes later."""
    found = (one for sentence in sentences for one in over_time(book, sentence))
    return "".join(f"自{day_text(day)}起，{told}" if day else told for day, told in found)


def table_over_time(book: RuleBook, head: Row, rows: Callable[[RuleBook], list[Row]], key: int = 1) -> Table:
    """A table whose rows are known by their first ``key`` cells; where one of them changes, all say since when."""
    names = known_over_time(book, lambda each: [row[:key] for row in rows(each)])
    found = [(day, row) for name in names for day, row in over_time(book, partial(_row, rows, name))]
    if not any(day for day, _ in found):
        return Table(head, tuple(row for _, row in found if row))
    dated = (((*row[:key], day_text(day) if day else FIRST, *row[key:])) for day, row in found if row)
    return Table((*head[:key], "自何日起", *head[key:]), tuple(dated))


def day_text(day: date) -> str:
    """2024年1月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


def _periods(book: RuleBook) -> Iterator[tuple[date | None, RuleBook]]:
    yield None, book
    yield from book.later


def _row(rows: Callable[[RuleBook], list[Row]], name: Row, book: RuleBook) -> Row:
    """The row with a name, an empty one where there is none."""
    return next((row for row in rows(book) if row[: len(name)] == name), ())
