"""Asides that promise: a tier or a stage in brackets right behind a figure (50名(力争60名), 30公里(上半年80%)).

Such an aside is read like the same words behind a comma; every other aside stays hidden from the figures.
"""

from __future__ import annotations

import re
from functools import cache

from engine.reading import lexicon
from engine.reading.clauses import mask
from engine.units import periods, quantities

_ASIDE = re.compile(r"[(](?P<words>[^()\[\]【】;。]*)[)](?=\s*(?:[,;。、]|$))")
_OF_WHICH = re.compile(r"其中[:,]?")


@cache
def _tier() -> re.Pattern[str]:
    return re.compile(lexicon.alternation("stretch", "owed", "striving"))


def opened(text: str) -> str:
    """The text with commas for the brackets of such asides, offset for offset."""
    found = [aside for aside in _ASIDE.finditer(text) if _promises(aside["words"])]
    if not found:
        return text
    ends = {figure.end for figure in quantities(mask(text))}
    for aside in found:
        if aside.start() in ends:
            text = f"{text[: aside.start()]},{aside['words']},{text[aside.end() :]}"
    return text


def _promises(words: str) -> bool:
    """Whether the words are a tier or a period, and a figure."""
    lead = _OF_WHICH.match(words)
    rest = words[lead.end() :] if lead else words
    tier = _tier().match(rest)
    stage = [period.end for period in periods(rest)[:1] if period.start == 0 and period.last and period.kind != "past"]
    start = tier.end() if tier else max(stage, default=None)
    return start is not None and any(figure.start >= start for figure in quantities(rest))
