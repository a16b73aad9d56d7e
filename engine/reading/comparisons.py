"""Targets that compare an indicator with another one: 与经济增长同步, 增速高于全省平均."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from engine.model import Comparator, Direction
from engine.reading.clauses import LONGEST_CLAUSE, Clause

_IN_STEP = re.compile(
    r"(?P<what>[^、]+?)(?:与|同|和)(?P<rival>[^、\d]{2,14}?)(?:基本|保持|大体|大致)*(?:同步|持平|一致|相当)$"
)
_ABOVE = re.compile(
    r"(?P<what>[^、]*?)(?:均|继续|要|应)*(?P<verb>不低于|不慢于|高于|快于|优于|好于|超过|领先于|不高于|低于|少于)"
    r"(?P<rival>[^、\d]{2,16}?)$"
)
_LESS = frozenset({"不高于", "低于", "少于"})


class Comparison(NamedTuple):
    """An indicator that is to keep up with, exceed or stay under a rival; offsets in the cell, and the
    number of its clause."""

    what: str
    rival: str
    direction: Direction
    comparator: Comparator
    start: int
    end: int
    clause: int


def comparisons(text: str, clauses: list[Clause]) -> Iterator[Comparison]:
    """The comparisons of a task text, in order.  A clause that names a figure is not one."""
    for clause in clauses:
        if len(clause.text) > LONGEST_CLAUSE:
            continue
        found = _IN_STEP.search(clause.text) or _ABOVE.search(clause.text)
        if not found or re.search(r"\d[\d.]*\s*(?:%|%|个)", clause.text):
            continue
        verb = found.groupdict().get("verb", "")
        what = text[clause.start + found.start("what") : clause.start + found.end("what")]
        yield Comparison(
            what,
            found["rival"],
            "down" if verb in _LESS else "up",
            "<=" if verb in _LESS else ("~" if "基本" in found.group() else ">="),
            clause.start + found.start(),
            clause.end,
            clause.number,
        )
