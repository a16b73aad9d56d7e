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
_OTHER_TIME = re.compile(
    "下半年|(?<!前三)季度|月度|序时|明年|次年|下年|下一年|[两三四五十]年(?!度)|[一二三四五六七八九十]五|中期|中长期|远期|远景"
)
"""What the title of a plan says that is none for the year of the table."""
_FIGURES_UNDER = {"goal": "goal", "text": "goal", "achieved": "achieved", "progress": "achieved"}
"""The field of a growth by that of the title over it."""


class Fit(NamedTuple):
    """A column whose title is a word of a field; the lowest is the best, of several periods the latest.

    ``until`` is the month in which the period of its titles ends, less than 0 (-6), 0 without one.
    """

    rank: int
    later: bool
    until: int
    field: str
    column: int


def fitting_columns(titles: Sequence[Titles], words: Words) -> list[Fit] | None:
    """The columns that fit a field, best first; the lowest title of a column counts, one above it only where a field
    has no other.  None where there is none, or only one that is not the very word."""
    plain = [tuple(map(squeezed, column)) for column in titles]
    fits = _of_the_year(sorted(_fits(titles, plain, words, -1)), titles)
    if not fits or (len(fits) == 1 and plain[fits[0].column][-1] not in words):
        return None
    fits += _growths(plain, words, {fit.column for fit in fits})
    return _of_the_year(fits + sorted(_fits(titles, plain, words, 0, fits)), titles)


def _of_the_year(fits: list[Fit], titles: Sequence[Titles]) -> list[Fit]:
    """The columns that fit, save plans and goals for another time than the table's year, where it has a better column
    for what is to be done: its own goal states an earlier year, or none."""
    years = {fit: headline(titles[fit.column]).year for fit in fits if fit.field == "goal" and fit.rank >= 0}
    others = {fit for fit in years if _OTHER_TIME.search("".join(map(squeezed, titles[fit.column])))}
    others |= {fit for fit in years if fit.later and not headline(titles[fit.column]).since_january}
    own = min((year for fit, year in years.items() if fit not in others), default="")
    others |= {fit for fit, year in years.items() if year > own}
    instead = any(fit.field == "text" or (fit in years and fit not in others) for fit in fits)
    return [fit for fit in fits if fit not in others] if instead else fits


def _growths(plain: Sequence[Titles], words: Words, known: Container[int]) -> Iterator[Fit]:
    """The columns of a growth (增长) under a title of goals (目标) or of what was achieved (完成情况)."""
    for column, own in enumerate(plain):
        if len(own) < 2 or column in known or not _GROWTH.fullmatch(own[-1]):
            continue
        word = word_of(own[0], words, WHOLE, NONE)
        field = _FIGURES_UNDER.get(words[word][1]) if word else None
        if field:
            yield Fit(len(words), False, 0, field, column)


def _fits(
    titles: Sequence[Titles], plain: Sequence[Titles], words: Words, level: int, known: Sequence[Fit] = ()
) -> Iterator[Fit]:
    """The columns whose title at a level is a header word, save those of columns and fields that are known."""
    fields, columns = {fit.field for fit in known}, {fit.column for fit in known}
    for column, own in enumerate(plain):
        word = word_of(own[level], words, WHOLE, NONE) if own and column not in columns else None
        if word and words[word][1] not in fields:
            rank, field = words[word]
            later = field in FIGURES and _of_part(titles[column], field)
            yield Fit(rank, later, -headline(titles[column]).until, field, column)


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
