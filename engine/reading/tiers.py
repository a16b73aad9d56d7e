"""Two tiers of one promise, owed and worked for: 工作目标50亿元、奋斗目标60亿元; 100亿元,力争120亿元."""

from __future__ import annotations

import re
from functools import cache

from engine.model import Quantity
from engine.reading import lexicon
from engine.reading.frames import Frame

_LIMITS = ("at_most", "below")


@cache
def _tiers() -> re.Pattern[str]:
    tiers = f"(?P<stretch>{lexicon.alternation('stretch')})|{lexicon.alternation('owed')}"
    return re.compile(rf"的?(?:{tiers})(?:是|为|定为|:|达到)?\s*(?P<move>{lexicon.alternation('up', 'down')}?)\s*$")


@cache
def _strives() -> re.Pattern[str]:
    return re.compile(rf"[\s,、(]*{lexicon.alternation('striving')}")


def without_tier(frame: Frame) -> tuple[Frame, bool]:
    """The frame without the word for its tier, and whether that tier is the higher one."""
    found = _tiers().search(frame.head)
    if found is None:
        return frame, False
    return frame._replace(head=frame.head[: found.start()] + found["move"]), found["stretch"] is not None


def strives_beyond(frame: Frame, figure: Quantity | None) -> bool:
    """Whether a figure that is striven for raises the one before it (…100亿元,力争120亿元), or lowers it where it is a
    limit (…控制在5%以内,力争4.5%以内)."""
    own = frame.quantity
    if figure is None or figure.unit != own.unit or not _strives().match(frame.head):
        return False
    limit = own.bound in _LIMITS or figure.bound in _LIMITS
    return own.value < figure.value if limit else own.value > figure.value


def without_striving(words: str) -> str:
    """Words without the word of striving that opens them; 冲刺 is a noun to whoever looks for an indicator."""
    return _strives().sub("", words, count=1)


def of_tier(base: str, stretch: bool) -> bool:
    """Whether a stated completion, by the words of its base, is of a target of this tier."""
    return lexicon.has("stretch", base) is stretch
