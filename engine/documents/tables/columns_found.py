"""Columns whose titles are words of a field: which ones fit, how well, and which of them are kept."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from engine.documents.tables.headline import headline
from engine.documents.tables.titles import Titles, squeezed, word_of
from engine.documents.tables.words import FIGURES, NONE, WHOLE, Words

_GROWTH = re.compile(
    "(?:比?(?:同比|上年|去年|同期))*(?:实际|预期)?(?:增长|增速|增幅|增减|升降|下降|降幅)(?:率|幅度|速度)?[%±]*"
)
_FIGURES_UNDER = {"goal": "goal", "text": "goal", "achieved": "achieved", "progress": "achieved"}
"""The field of a growth by that of the title over it."""


class Fit(NamedTuple):
    """A column whose title is a word of a field; the lowest rank is the best."""

    rank: int
    later: bool
    field: str
    column: int


def fitting_columns(titles: Sequence[Titles], words: Words) -> list[Fit] | None:
    """The columns that fit a field, best first; the lowest title of a column counts, one above it only where a field
    has no other.  None where there is none, or only one that is not the very word."""
    plain = [tuple(map(squeezed, column)) for column in titles]
    fits = sorted(_fits(titles, plain, words, -1))
    if not fits or (len(fits) == 1 and plain[fits[0].column][-1] not in words):
        return None
    fits += _growths(plain, words, {fit.column for fit in fits})
    return fits + sorted(_fits(titles, plain, words, 0, fits))


def _growths(plain: Sequence[Titles], words: Words, known: Container[int]) -> Iterator[Fit]:
    """The columns of a growth (增长) under a title of goals (目标) or of what was achieved (完成情况)."""
    for column, own in enumerate(plain):
        if len(own) < 2 or column in known or not _GROWTH.fullmatch(own[-1]):
            continue
        word = word_of(own[0], words, WHOLE, NONE)
        field = _FIGURES_UNDER.get(words[word][1]) if word else None
        if field:
            yield Fit(len(words), False, field, column)


def _fits(
    titles: Sequence[Titles], plain: Sequence[Titles], words: Words, level: int, known: Sequence[Fit] = ()
) -> Iterator[Fit]:
    """The columns whose title at a level is a header word, save those of columns and fields that are known."""
    fields, columns = {fit.field for fit in known}, {fit.column for fit in known}
    for column, own in enumerate(plain):
        word = word_of(own[level], words, WHOLE, NONE) if own and column not in columns else None
        if word and words[word][1] not in fields:
            rank, field = words[word]
            yield Fit(rank, field in FIGURES and _of_part(titles[column], field), field, column)


def _of_part(titles: Titles, field: str) -> bool:
    """Whether a goal is one for a part of the year (上半年目标), or a value one of a month alone (5月完成)."""
    said = headline(titles)
    return bool(said.period) if field == "goal" else not said.since_january


def best_columns(fits: Iterable[Fit]) -> dict[str, int]:
    """The column of each field that fits it best."""
    columns: dict[str, int] = {}
    for fit in fits:
        columns.setdefault(fit.field, fit.column)
    return columns


def figure_columns(fits: Iterable[Fit], titles: Sequence[Titles]) -> tuple[tuple[int, str], ...]:
    """The columns of figures by their place; of those whose titles say the same, only the first that fits."""
    said: dict[tuple[str, str, str], Fit] = {}
    for fit in fits:
        if fit.field in FIGURES:
            own = headline(titles[fit.column])
            said.setdefault((fit.field, own.words, own.year if fit.field == "achieved" else ""), fit)
    return tuple(sorted((fit.column, fit.field) for fit in said.values()))
