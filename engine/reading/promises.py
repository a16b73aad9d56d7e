"""Which figures of a task text are promises, and which only describe what is promised."""

from __future__ import annotations

import re

from engine.reading import lexicon
from engine.reading.clauses import mask
from engine.reading.frames import Frame
from engine.reading.indicators import Phrase
from engine.reading.measures import AGE, PERCENT, POINTS
from engine.units import is_count

_CLOSING = re.compile(r"[\u3000\s]*(?:的?(?:投资)?(?:目标|任务|水平|要求|左右|以上)*)?[\u3000\s]*$")
_GOVERNS = re.compile("争取|力争")
_GIVES = re.compile(r"[为对向在给]\s*$")  # 为200户居民…: those it is done for, not what is promised
_SMALL = 10


def promises(frame: Frame, phrase: Phrase, inherited_verb: str) -> bool:
    """Whether the figure of a frame is promised.

    A figure that ends its list item is.  One that stands before its noun is only where a verb governs it: a count
    ("新建公园3个" or "新建3个公园"), a share ("30%以上的行政村完成整治"), or a bare amount ("完成1500亩复垦"); an
    amount with a bound before a noun is a threshold ("10亿元以上项目").  A small count in Chinese characters before
    a noun is an article ("打造一个样板").
    """
    figure = frame.quantity
    tail = mask(frame.tail)
    if not figure.unit and not (phrase.indicator and _CLOSING.match(tail)):
        return False
    if _CLOSING.match(tail):
        return True
    if figure.unit in PERCENT or figure.unit in POINTS:
        return True
    if figure.unit == AGE:
        return False  # 3至6岁儿童: whom it is done for
    verb = phrase.verb or inherited_verb or _GOVERNS.search(frame.head) or lexicon.has("action", frame.head)
    governed = verb or not (phrase.indicator or _GIVES.search(frame.head))
    if tail.startswith("的") or not governed:
        return False
    spelled = not any(char.isdigit() for char in figure.text)
    if is_count(figure.unit):
        return not (spelled and figure.value <= _SMALL)
    return figure.bound == "exact" and not phrase.indicator and not spelled
