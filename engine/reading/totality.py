"""Totality stated in words: 全覆盖, 清零, 所有…全部建成.  As a target it is coverage of 100 % (or nothing left)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from engine.model import Measure
from engine.reading import lexicon
from engine.reading.clauses import LONGEST_CLAUSE, Clause
from engine.reading.coordination import items
from engine.reading.indicators import taken_apart

_REST = re.compile(r"[”’」》\"\u3000\s]*(?:的?目标|的?要求)?$")
_MEMBER = 4


class Totality(NamedTuple):
    """Everything of ``indicator`` (or, with ``clear``, nothing left of it); ``about`` where 基本 hedges it.

    ``measure`` is "ratio" for coverage and "completion" for work of which all is done (全部完工).
    """

    indicator: str
    clear: bool
    about: bool
    start: int
    end: int
    clause: int
    measure: Measure = "ratio"


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    ends = lexicon.alternation("close", "finish")
    return (
        re.compile(lexicon.alternation("all")),
        re.compile(r"[“\"‘]?" + lexicon.alternation("clear")),
        re.compile(rf"(?:把|将)?(?P<what>\S*?)(?P<every>所有|全部)(?P<rest>\S*?{ends}\S*)$"),
        re.compile(rf"(?:已|均|都)?(?:全面|全部)(?:完成|{ends})"),
    )


def promised(text: str, clauses: list[Clause]) -> Iterator[Totality]:
    """The totalities that a task text promises, one for each coordinated indicator."""
    for clause in clauses:
        if len(clause.text) > LONGEST_CLAUSE:
            continue
        words = text[clause.start : clause.end]
        everything, clear, every, _ = _patterns()
        found = everything.search(words)
        if found and _REST.match(words, found.end()):
            yield from _each(words, clause, found.start(), clear=False)
            continue
        found = clear.search(words)
        if found and _REST.match(words, found.end()):
            yield from _each(words, clause, found.start(), clear=True)
            continue
        found = every.search(words)
        if found and not any(char.isdigit() for char in found["rest"]):
            yield Totality(found["what"] + found["rest"], False, False, clause.start, clause.end, clause.number)


def reported(text: str, clauses: list[Clause]) -> Iterator[Totality]:
    """The totalities that a progress text reports: 已实现全覆盖, 全面完成…建设."""
    for clause in clauses:
        if len(clause.text) > LONGEST_CLAUSE:
            continue
        words = text[clause.start : clause.end]
        everything, _, _, completed = _patterns()
        found = everything.search(words)
        if found:
            yield from _each(words, clause, found.start(), clear=False)
            continue
        found = completed.search(clause.text)
        if found and not any(char.isdigit() for char in clause.text):
            yield Totality(words, False, False, clause.start, clause.end, clause.number, "completion")


def _each(words: str, clause: Clause, stop: int, *, clear: bool) -> Iterator[Totality]:
    about = words[:stop].endswith(("基本", "基本实现"))
    head = re.sub(r"(?:基本)?(?:动态|见底)?$", "", words[:stop])
    about = about or "基本实现" in head
    indicator = taken_apart(head.replace("基本实现", "")).indicator
    parts = items(indicator, joined=False)
    whole = len(parts) < 2 or any(len(part) < _MEMBER for part in parts)
    for part in [indicator] if whole else parts:
        yield Totality(part, clear, about, clause.start, clause.end, clause.number)
