"""What a figure is a figure of, as a key: two figures with one key have to be the same.

The key holds subject, verb and indicator, measure, unit, months covered, thresholds and scope.  The subject is what
the words before the figure name (东环路,计划投资…), nothing where they are only a setting (优化城市品质,新增停车位…).
An indicator that every project has (投资, 面积) needs one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from engine.checks.places import Words, of_target
from engine.checks.prose import Mention, Row
from engine.checks.subjects import level, telling, told_before
from engine.model import Quantity, Task
from engine.reading import lexicon, stance
from engine.reading.indicators import taken_apart

_SCOPE = re.compile(r"全[市县区省州国旗]|我[市县区省州]")
_OTHER_YEAR = re.compile(r"20\d\d|十[二三四五六]五|[三五]年")
_MONTHS = re.compile("[月季度]|半年")
Key = tuple[object, ...]


class Seen(NamedTuple):
    """A figure with its task and place; ``rounds`` where it may be printed with fewer digits elsewhere, ``setting``
    the effort that a count belongs to (加强人才安居)."""

    task: Task
    quantity: Quantity
    sign: int
    rounds: bool
    place: Words
    setting: str = ""


def promised(row: Row) -> Iterator[tuple[Key, Seen]]:
    """The targets of a task that are said of nothing narrower than the whole."""
    for reading in row.readings:
        target = reading.target
        figure = target.quantity
        if figure is None or target.area or target.part_of or target.source or target.kind == "milestone":
            continue
        head = row.text.text[target.span[0] : figure.start]
        if _OTHER_YEAR.search(head):
            continue
        words = taken_apart(head)
        indicator = words.indicator or taken_apart(row.text.text[figure.end : target.span[1]]).indicator
        subject, setting = told_before(row.text.text[: target.span[0]])
        if subject or telling(indicator):
            scope = _scope(head) if re.search("全[省国]", head) else ""
            thresholds = (target.qualifiers, target.comparator, target.kind, target.direction)
            said = (subject, lexicon.canonical(words.verb + indicator), figure.unit, level(row.text.text, figure.start))
            key = ("target", *said, target.deadline_month, thresholds, target.nodes, scope)
            counted = setting if target.kind == "cumulative" else ""
            yield key, Seen(row.task, figure, 1, False, of_target(row.task, reading), counted)


def _scope(words: str) -> str:
    found = _SCOPE.search(words)
    return found.group().replace("我", "全") if found else ""


def reported(row: Row, as_of: date) -> Iterator[tuple[Key, Seen]]:
    """The figures of a progress text that are said of the whole city, county or the like, for stated months."""
    if not (_SCOPE.search(row.progress.text) and _MONTHS.search(row.progress.text)):
        return
    named: tuple[Mention, Key] | None = None
    for mention in row.progress.mentions:
        key = _key(row, mention, as_of)
        if key is None and named and _goes_on(named[0], mention):
            key = (*named[1][:-2], "growth", mention.quantity.unit)
        elif key is not None:
            named = (mention, key)
        if key is not None and mention.quantity.bound == "exact":
            yield key, Seen(row.task, mention.quantity, mention.measured.sign, True, row.progress.place_of(mention))


def _goes_on(before: Mention, mention: Mention) -> bool:
    """Whether a growth belongs to the amount right before it, against the same months of last year."""
    plain = re.fullmatch(rf"[,、\s]*(?:同比)?{lexicon.alternation('up', 'down')}", mention.frame.head.strip())
    return plain is not None and mention.measured.measure == "growth" and mention.number == before.number + 1


def _key(row: Row, mention: Mention, as_of: date) -> Key | None:
    frame = mention.frame
    scope = _scope(frame.before)
    if not scope or mention.of_part or mention.measured.measure not in ("amount", "growth"):
        return None
    when = stance.period_of(row.progress.cell, frame)
    if when is None or when.kind != "through" or when.last is None or stance.of_other_years(when, as_of):
        return None
    words = row.progress.phrase(mention)
    if not telling(words.indicator) or _other_base(frame.before):
        return None
    if stance.expected(frame, when, as_of) or stance.aside(frame):
        return None
    thresholds = tuple((one.value, one.unit) for one in frame.qualifiers)
    told = (scope, frame.tail.strip("\u3000 "), when.first, when.last, thresholds)
    said = lexicon.canonical(words.verb + words.indicator)
    return ("progress", said, *told, mention.measured.measure, mention.quantity.unit)


def _other_base(words: str) -> bool:
    """Whether a change is one against another time than the same months of last year."""
    return re.search("环比|比年初|较年初|两年平均|年均|计划|任务", words) is not None
