"""Indicators and boards that never count, because an earlier entry takes every indicator that they fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from engine.rules.book import RuleBook
from engine.rules.file.faults import Place
from engine.rules.lint.notes import Notes
from engine.rules.policy import Board, Indicator, Words

_Entry = TypeVar("_Entry", Indicator, Board)


def note_shadowed(book: RuleBook, notes: Notes) -> None:
    """Note the file's own entries of indicators and boards that stand behind one which takes all of theirs."""
    _note(book.indicators, _takes_all, "指标", notes)
    _note(book.boards, lambda first, later: _wider(first.words, later.words), "排名榜", notes)


def _note(entries: Sequence[_Entry], takes: Callable[[_Entry, _Entry], bool], what: str, notes: Notes) -> None:
    for number, later in enumerate(entries):
        first = next((one for one in entries[:number] if takes(one, later)), None)
        if first is not None and not later.place.file:
            told = f"{what}“{later.name}”永远轮不到:{_line(first.place)}的“{first.name}”已包括它,请删去或调整次序"
            notes.add("rules-unreachable", later.place, told, "error", ())


def _line(place: Place) -> str:
    return f"{place.file}第{place.line}行"


def _takes_all(first: Indicator, later: Indicator) -> bool:
    """Whether one entry takes every indicator of another that has settings for them.  The other names of an indicator
    count wherever they stand."""
    settings = (later.kind, later.direction, later.schedule, later.label)
    if later.also and not any(settings) and later.weight == 1:
        return False
    if later.words:
        return bool(first.words) and _wider(first.words, later.words)
    return all(first.matches(name) for name in (later.name, *later.also))


def _wider(first: Words, later: Words) -> bool:
    """Whether every name that some words fit is sure to fit others, too."""
    any_of, ends = first.any_of, first.ends_with
    return (
        all(_sure(later, (one,)) for one in first.contains)
        and (not any_of or _sure(later, any_of))
        and (not ends or (bool(later.ends_with) and all(word.endswith(ends) for word in later.ends_with)))
    )


def _sure(words: Words, one_of: Sequence[str]) -> bool:
    """Whether every name that the words fit is sure to hold one of some others."""
    held = [any(one in word for one in one_of) for word in words.contains]
    return any(held) or any(
        bool(ways) and all(any(one in word for one in one_of) for word in ways)
        for ways in (words.any_of, words.ends_with)
    )
