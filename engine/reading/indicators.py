"""From the words before a figure to the indicator: what is measured, apart from verbs, periods and filler."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from engine.model import Period
from engine.reading import lexicon

_COMPARED = re.compile("(?:均|分别)?[比较]$")
_EDGES = " \u3000:;:;,,、。的"


class Phrase(NamedTuple):
    """The words before a figure taken apart: the verb by which it comes about and the noun phrase it measures."""

    verb: str
    indicator: str


@lru_cache(maxsize=1)
def _edges() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    leads = re.compile(rf"^(?:{lexicon.alternation('lead')}(?!率)|[\s,,、])+(?=\S)")
    links = re.compile(rf"(?:{lexicon.alternation('link', 'up', 'down')}|\s)+$")
    verb = re.compile(rf"^{lexicon.alternation('action')}(?!率|用地|面积|项目|工程|量|额|总|企业|单位|类|型)")
    return leads, links, verb


def phrase(head: str, head_start: int, periods: Sequence[Period]) -> Phrase:
    """Verb and indicator of the words before a figure; both may be empty."""
    words = without_periods(head, head_start, periods).strip(_EDGES)
    return taken_apart(words)


@lru_cache(maxsize=20_000)
def taken_apart(words: str) -> Phrase:
    """Verb and indicator of words that hold no period."""
    leads, links, verbs = _edges()
    rest = links.sub("", words).strip(_EDGES)
    verb = ""
    while True:
        shorter = leads.sub("", rest).strip(_EDGES)
        action = verbs.match(shorter)
        if action and action.end() < len(shorter):
            verb, shorter = verb + action.group(), shorter[action.end() :].strip(_EDGES)
        elif action:
            return Phrase(verb + shorter, "")
        if shorter == rest:
            return Phrase(verb, rest)
        rest = shorter


def without_periods(text: str, start: int, periods: Sequence[Period]) -> str:
    """The text without the periods that stand in it, and without the 比 or 较 before one that is compared with;
    ``start`` is the text's offset in the cell."""
    kept, position = [], 0
    for period in periods:
        left, right = period.start - start, period.end - start
        if left >= position and right <= len(text):
            kept.append(_COMPARED.sub("", text[position:left]))
            position = right
    return "".join([*kept, text[position:]])


def named(words: str) -> bool:
    """Whether words name something: a noun of two characters that is not just filler ("项目", "情况")."""
    bare = re.sub(rf"{lexicon.alternation('lead', 'link')}(?!率)|[\s、的\u3000()()]", "", words)
    return len(bare) >= 2 and lexicon.pattern("generic").fullmatch(bare) is None
