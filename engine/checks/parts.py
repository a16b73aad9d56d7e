"""A part that exceeds its whole: 共30个,其中开工35个; 20所学校中,已有22所投用."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.checks import wording
from engine.checks.figures import alike, in_unit, value
from engine.checks.prose import Mention, Prose, Row
from engine.checks.relations import Fault, Relation
from engine.model import Quantity
from engine.reading import lexicon
from engine.reading.indicators import taken_apart
from engine.units import dimension, is_count

CODE = "check-part-whole"
_NET = re.compile("净|利润|顺差|逆差|盈|亏|结余|增减|增收|减收|差额|比年初|较年初|比上年|同比")
_INCREASE = re.compile("新增|增加|增长|增量|增幅")
_MOVED = re.compile("带动|撬动|拉动|吸引|引导|惠及|受益|覆盖|涉及|服务|辐射|解决|兑现|累计|历年|总投资|计划|目标|任务")
_KINDS = frozenset({"人", "名", "位", "户", "套", "辆"})
_MAY_HAVE = re.compile(r"其中|包括|含|\d[^,。;\d]{1,20}中(?![心央小学医型期国部标游介])")
_SUGGESTION = "请核对整体与部分的数字"


def relations(row: Row) -> Iterator[Relation]:
    """The parts of both texts."""
    for prose in row.both:
        if _MAY_HAVE.search(prose.text):
            for sentence in prose.sentences:
                yield from _exceeding(prose, sentence)


def _exceeding(prose: Prose, sentence: Sequence[Mention]) -> Iterator[Relation]:
    """Every part that is introduced as one (其中…, …中…), against its whole."""
    for at, part in enumerate(sentence):
        if not part.is_amount or not part.quantity.value:
            continue
        if part.whole is not None:
            yield from _within(prose, part, part.whole)
        elif part.of_part or (at and wording.among(prose.between(sentence[at - 1], part))):
            whole = _whole(prose, sentence[:at], part)
            if whole is not None:
                yield _compared(prose, part, whole.quantity, prose.span_of(whole))


def _within(prose: Prose, part: Mention, whole: Quantity) -> Iterator[Relation]:
    """A part whose own words name its whole (20所学校中22所投用)."""
    between = prose.text[whole.end : part.quantity.start]
    counted, _, behind = between.partition("中")
    noun = taken_apart(behind).indicator or taken_apart(part.frame.tail).indicator
    if wording.among(between) and _same_kind(part.quantity.unit, noun, counted):
        yield _compared(prose, part, whole, (whole.start, whole.end))


def _whole(prose: Prose, before: Sequence[Mention], part: Mention) -> Mention | None:
    """The amount that a part is one of: the nearest of its unit that is no part, and of the same kind of thing."""
    same = (m for m in reversed(before) if alike(m.quantity, part.quantity))
    whole = next((m for m in same if not _beside(m, part)), None)
    if whole is None or not whole.is_amount or whole.of_part or not whole.quantity.value or _MOVED.search(part.words):
        return None
    if wording.times(part.frame.before) - wording.times(whole.frame.before) or _may_grow(whole, part):
        return None
    counted = _noun(prose, whole) or whole.words
    return whole if _same_kind(part.quantity.unit, _noun(prose, part), counted) else None


def _beside(other: Mention, part: Mention) -> bool:
    """Whether a part stands in one list with another (其中硕士100人、本科60人), and opens with no verb of its own."""
    one_list = other.of_part and other.frame.clause.number == part.frame.clause.number
    return one_list and lexicon.pattern("action").search(part.frame.head) is None


def _may_grow(whole: Mention, part: Mention) -> bool:
    """Whether a part may exceed its whole: the net of rises and falls."""
    if _NET.search(whole.words + part.words):
        return True
    money = not is_count(whole.quantity.unit) and dimension(whole.quantity.unit).startswith("currency")
    return money and _INCREASE.search(whole.words) is not None


def _same_kind(unit: str, noun: str, counted: str) -> bool:
    """Whether a part is of the things that the whole counts: its unit says so, or its noun, or it names none."""
    if unit in _KINDS or not is_count(unit):
        return True
    nameless = not lexicon.pattern("finish", "start", "finished", "underway", "action").sub("", noun)
    return nameless or noun[-1] == counted[-1:] or noun in counted


def _noun(prose: Prose, mention: Mention) -> str:
    """What a figure counts: the noun before it, or behind it."""
    return prose.phrase(mention).indicator or taken_apart(mention.frame.tail).indicator


def _compared(prose: Prose, part: Mention, whole: Quantity, span: tuple[int, int]) -> Relation:
    fault = None
    if value(part.quantity) > value(whole):
        over = in_unit(value(part.quantity) - value(whole), whole)
        fault = Fault(f"部分{part.quantity.text}大于整体{whole.text},多出{over}", _SUGGESTION)
    return Relation(CODE, (prose.place_of(part), prose.place(span)), fault)
