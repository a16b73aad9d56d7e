"""The other side of a comparison: the growth that a relative target is measured against."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from engine.model import Reading, Statement
from engine.reading.likeness import likeness, weights

_FLOOR = 500
_HEADLINE = re.compile("面上|总体|整体")
_FILLER = re.compile(r"增速|增长|增幅|平均|水平|各项|速度")


def resolve(tasks: Sequence[Sequence[Reading]], synonyms: Mapping[str, Sequence[str]]) -> list[tuple[Reading, ...]]:
    """The readings of all tasks, each comparison with the rival's latest actual growth where the document has it.

    ``synonyms`` maps an indicator to its other names (生产总值: GDP, 经济增长).  "面上" means the headline growth of
    the same task.
    """
    grown = [[r for r in own if r.target.kind == "growth" and r.evidence] for own in tasks]
    everywhere = [reading for own in grown for reading in own]
    return [
        tuple(_with_rival(r, grown[place], everywhere, synonyms) if r.target.rival else r for r in own)
        for place, own in enumerate(tasks)
    ]


def _with_rival(
    reading: Reading, own: Sequence[Reading], everywhere: Sequence[Reading], synonyms: Mapping[str, Sequence[str]]
) -> Reading:
    rival = reading.target.rival or ""
    if _HEADLINE.search(rival) and own:
        found: Statement | None = own[0].evidence
    else:
        found = _most_alike(rival, everywhere, synonyms)
    if found is None:
        return reading
    return reading.model_copy(update={"rival": found, "evidence": _weakest(reading, found)})


def _most_alike(rival: str, everywhere: Sequence[Reading], synonyms: Mapping[str, Sequence[str]]) -> Statement | None:
    best, most = None, _FLOOR - 1
    for name in _names(rival, synonyms):
        weighed = weights(_FILLER.sub("", name) or name)
        for reading in everywhere:
            like = likeness(weighed, reading.target.indicator)
            if like > most:
                best, most = reading.evidence, like
    return best


def _names(rival: str, synonyms: Mapping[str, Sequence[str]]) -> list[str]:
    """The rival's own words and every name of the indicator that they are a name of."""
    names = [rival]
    for name, others in synonyms.items():
        if any(known in rival for known in (name, *others)):
            names += [name, *others]
    return names


def _weakest(reading: Reading, rival: Statement) -> Statement | None:
    """均高于: every member has to exceed the rival, so the weakest of them is the evidence."""
    if "均" not in reading.target.clause:
        return reading.evidence
    members = [reading.evidence, *(c.statement for c in reading.candidates)]
    growing = [m for m in members if m and m.measure == "growth" and m.value is not None and m.span != rival.span]
    return min(growing, key=lambda m: m.value or 0, default=reading.evidence)
