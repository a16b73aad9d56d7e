"""Coordinated indicators: when one figure, or a row of figures, stands for several.

"A和B分别达到X、Y" gives each its own figure, "A、B均达到X" and "A、B各X" give each the same one.  A rate that stands
behind several whole indicators holds for each of them, since rates cannot be added; a count is pooled
("专精特新、隐形冠军企业20家" is one target of twenty).
"""

from __future__ import annotations

import re
from functools import lru_cache

from engine.reading import lexicon
from engine.reading.clauses import mask
from engine.reading.indicators import taken_apart

_RATE_ITEM = 4
_PREFIX = 2


@lru_cache(maxsize=1)
def _markers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    links = lexicon.alternation("link", "up", "down")
    return re.compile(r"分别(?P<shared>[^,、]*)$"), re.compile(rf"(?:均|都|各|各自)(?:{links})*$")


def respectively(head: str) -> bool:
    """Whether the words before a figure share out the figures that follow (…分别完成投资)."""
    return "分别" in head and _markers()[0].search(head) is not None


def shared_out(words: str) -> list[str]:
    """The indicators that the figures behind 分别 belong to, in order, each with the words behind 分别: "A、B分别完成
    投资" → A投资, B投资.  Empty where the words list nothing."""
    before, _, shared = words.strip().partition("分别")
    listed = items(taken_apart(before).indicator, joined=True)
    noun = taken_apart(shared).indicator
    return [_whole(item, listed[-1]) + noun for item in listed] if len(listed) > 1 else []


def _whole_items(parts: list[str], head: str) -> list[str]:
    """新建、续建重大项目各30个: a bare verb that opens the list shares the noun of its last item."""
    opening = items(head, joined=False)[0]
    verb = taken_apart(opening)
    if len(parts) == 1 and "、" in mask(head) and not verb.indicator:
        noun = taken_apart(parts[0]).indicator
        return [opening + noun, parts[0]]
    return parts


def _whole(item: str, last: str) -> str:
    """省、市级重点项目: a bare prefix shares the noun of the last item."""
    return item + last[len(item) :] if len(item) <= _PREFIX < len(last) else item


def each(head: str) -> bool:
    """Whether the words before a figure end in 均, 都 or 各."""
    return _markers()[1].search(head) is not None


def items(indicator: str, *, joined: bool) -> list[str]:
    """The list items of an indicator: cut at 、, and where ``joined`` also at 和 and 及; names stay whole."""
    separators = "、|以及|和|与|(?<!以)及(?!时|格|其)" if joined else "、"
    masked = mask(indicator)
    cuts = [0, *(cut for found in re.finditer(separators, masked) for cut in found.span()), len(indicator)]
    return [part for part in (indicator[a:b].strip() for a, b in zip(cuts[::2], cuts[1::2], strict=True)) if part]


def distributed(indicator: str, head: str, rate: bool) -> list[str]:
    """The indicators that one figure stands for."""
    if each(head):
        return _whole_items(items(indicator, joined=True), head) or [indicator]
    parts = items(indicator, joined=False) if rate else []
    return parts if len(parts) > 1 and all(len(part) >= _RATE_ITEM for part in parts) else [indicator]
