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
_GOING = re.compile("推进|正在|推动|加快|开展|力争")
_ALL_DONE = re.compile(
    r"(?:任务|目标任务|目标|工作|项目|该项目|各项任务)?(?:均|都|全部)?已?(?:经)?(?:全部|全面|如期|提前|圆满|超额|按时)*(?:完成|办结|落实到位)"
    r"(?:任务|目标任务|年度任务|全年任务|目标|年度目标|全年目标任务|年度目标任务)?[\u3000\s]*$"
)


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
        re.compile(rf"(?:已|均|都)?(?:全面|全部)(?:完成|办结|{lexicon.alternation('finish')})"),
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
        if found and not any(char.isdigit() for char in words) and _names(found["what"] + found["rest"]):
            yield Totality(found["what"] + found["rest"], False, False, clause.start, clause.end, clause.number)


def reported(text: str, clauses: list[Clause]) -> Iterator[Totality]:
    """The totalities that a progress text reports: 已实现全覆盖, 全面完成…建设."""
    for clause in clauses:
        if len(clause.text) > LONGEST_CLAUSE:
            continue
        words = text[clause.start : clause.end]
        everything, clear, _, completed = _patterns()
        found = everything.search(words)
        if found:
            yield from _each(words, clause, found.start(), clear=False)
            continue
        found = clear.search(words)
        if found and _REST.match(words, found.end()) and not _GOING.search(words):
            yield from _each(words, clause, found.start(), clear=True)
            continue
        found = completed.search(clause.text) or _ALL_DONE.match(clause.text)
        if found and not any(char.isdigit() for char in clause.text):
            name = "" if all_done(clause.text) else words
            yield Totality(name, False, False, clause.start, clause.end, clause.number, "completion")


def all_done(words: str) -> bool:
    """Whether words say no more than that the work is done (均已完成)."""
    return _ALL_DONE.match(words) is not None


def _names(words: str) -> bool:
    """Whether words hold a noun beside the end verb (8月底前全部完工 does not)."""
    bare = lexicon.pattern("close", "finish", "every", "lead").sub("", words)
    return len(re.sub(r"[^\u4e00-\u9fff]|[年月日底前初末]", "", bare)) >= 2


def _each(words: str, clause: Clause, stop: int, *, clear: bool) -> Iterator[Totality]:
    about = words[:stop].endswith(("基本", "基本实现"))
    head = re.sub(r"(?:基本)?(?:动态|见底)?$", "", words[:stop])
    about = about or "基本实现" in head
    indicator = taken_apart(head.replace("基本实现", "")).indicator
    parts = items(indicator, joined=False)
    whole = len(parts) < 2 or any(len(part) < _MEMBER for part in parts)
    for part in [indicator] if whole else parts:
        yield Totality(part, clear, about, clause.start, clause.end, clause.number)
