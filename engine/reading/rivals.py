"""The other side of a comparison: the growth that a relative target is measured against."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from engine.model import Reading
from engine.reading import lexicon
from engine.reading.likeness import likeness, weights

_FLOOR = 900
_HEADLINE = re.compile("面上|总体|整体")
_FILLER = re.compile(r"增速|增长|增幅|平均|水平|各项|速度")


def resolve(tasks: Sequence[Sequence[Reading]], synonyms: Mapping[str, Sequence[str]]) -> list[tuple[Reading, ...]]:
    """The readings of all tasks, each comparison with the rival's latest actual growth where the document has it.

    ``synonyms`` maps an indicator to its other names (生产总值: GDP, 经济增长): a rival that is called by one of them
    is only answered by that indicator.  "面上" means the headline growth of the same task.
    """
    grown = [[r for r in own if r.target.kind == "growth" and r.evidence] for own in tasks]
    everywhere = [reading for own in grown for reading in own]
    found: dict[str, Reading | None] = {}
    return [
        tuple(_with_rival(r, grown[place], everywhere, synonyms, found) if r.target.rival else r for r in own)
        for place, own in enumerate(tasks)
    ]


def _with_rival(
    reading: Reading,
    own: Sequence[Reading],
    everywhere: Sequence[Reading],
    synonyms: Mapping[str, Sequence[str]],
    found: dict[str, Reading | None],
) -> Reading:
    name = reading.target.rival or ""
    if _HEADLINE.search(name):
        rival = own[0] if own else None
    else:
        if name not in found:
            found[name] = _called(name, everywhere, synonyms)
        rival = found[name]
    if rival is None:
        return reading
    task = rival.target.id.rpartition(".")[0]
    return reading.model_copy(update={"rival": rival.evidence, "rival_task": task})


def _called(name: str, everywhere: Sequence[Reading], synonyms: Mapping[str, Sequence[str]]) -> Reading | None:
    """The first growth that a rival's name calls: by one of its synonyms, else by nearly all of its words."""
    for official, others in synonyms.items():
        names = (official, *others)
        if any(known in name for known in names):
            return next((r for r in everywhere if lexicon.canonical(r.target.indicator).endswith(names)), None)
    weighed = weights(_FILLER.sub("", name) or name)
    return next((r for r in everywhere if likeness(weighed, r.target.indicator) >= _FLOOR), None)
