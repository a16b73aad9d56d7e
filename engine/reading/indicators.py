"""From the words before a figure to the indicator: what is measured, apart from verbs, periods and filler.

A word of the domain dictionary is never cut: 安置 is a verb, but not in 安置房.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from engine.model import Period
from engine.reading import lexicon

_COMPARED = re.compile("(?:均|分别)?[比较]$|^[到至]$")
_FROM = re.compile(r"(?:由|从)[^,、]*?(?=提高|提升|增加|上升|下降|降低|降|减少|扩大|缩小|压减)")
_JOINTS = re.compile(r"[\s\u3000:;,、。的]+$|(?:以及|(?<!以)及|并|和|与|其中)$")
_EDGES = " \u3000:;,、。的"


class Phrase(NamedTuple):
    """The words before a figure taken apart: the verb by which it comes about and the noun phrase it measures."""

    verb: str
    indicator: str


def phrase(head: str, head_start: int, periods: Sequence[Period]) -> Phrase:
    """Verb and indicator of the words before a figure; both may be empty."""
    return taken_apart(_FROM.sub("", without_periods(head, head_start, periods)))


@lru_cache(maxsize=20_000)
def taken_apart(words: str) -> Phrase:
    """Verb and indicator of words that hold no period."""
    rest, behind = _without_end(_adverbial().sub("", words.strip(_EDGES)))
    verb = ""
    while True:
        shorter = _without_lead(rest)
        action = _opening_verb(shorter)
        if action:
            verb, shorter = verb + action, shorter[len(action) :].strip(_EDGES)
        if shorter == rest:
            return Phrase(verb + behind, rest)
        rest = shorter


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"(?:{lexicon.alternation('lead')}(?!率)|[\s,、])+"),
        re.compile(rf"(?:{lexicon.alternation('link', 'up', 'down')}|\s)+$"),
        re.compile(lexicon.alternation("action") + "(?!率|用地|面积|项目|工程|量|额|总|企业|单位|类|型)"),
        re.compile(lexicon.alternation("closing verb") + "$"),
    )


@lru_cache(maxsize=1)
def _adverbial() -> re.Pattern[str]:
    """Where or how something is done, up to its verb: 在医院等场所周边|建成…, 按五星标准|改造…."""
    manner = "(?:按照?|依照|参照)?[^,]*?(?:标准|要求|规范)"
    place = "在[^,]*?(?:周边|附近|沿线|范围内|区域内?|场所|地段|领域)"
    return re.compile(
        rf"^(?:{lexicon.alternation('lead')}|[\s])*(?:{manner}|{place})(?={lexicon.alternation('action')})"
    )


def _without_lead(words: str) -> str:
    lead = _patterns()[0].match(words)
    if lead is None or lexicon.cuts_word_behind(words, lead.end()):
        return words
    return words[lead.end() :].strip(_EDGES)


def _opening_verb(words: str) -> str:
    action = _patterns()[2].match(words)
    return action.group() if action and not lexicon.cuts_word_behind(words, action.end()) else ""


def _without_end(words: str) -> tuple[str, str]:
    """The words without the links at their end, and the verb that closes them (小微企业园开工30万平方米)."""
    verb = ""
    while True:
        shorter = _JOINTS.sub("", words)
        link = _patterns()[1].search(shorter)
        if link and not lexicon.cuts_word_before(shorter, link.start()):
            shorter = shorter[: link.start()]
        closing = _patterns()[3].search(shorter)
        if closing and closing.start() >= 2 and not lexicon.cuts_word_before(shorter, closing.start()):
            verb, shorter = closing.group() + verb, shorter[: closing.start()]
        if shorter == words:
            return words, verb
        words = shorter


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


@lru_cache(maxsize=20_000)
def named(words: str) -> bool:
    """Whether words name something: a noun of two characters that is not just filler ("项目", "情况")."""
    bare = re.sub(rf"{lexicon.alternation('lead', 'link')}(?!率)|[\s、的\u3000()()]", "", words)
    return len(bare) >= 2 and lexicon.pattern("generic").fullmatch(bare) is None
