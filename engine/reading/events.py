"""Milestones in a task text: clauses that promise a definite end event.

Officials state them in two orders: the verb first ("出台…意见和…政策", "启动…工程"), or the subject first
("…工程开工建设", "…列入…试点").  A clause whose leading verb is one of effort (推进, 探索, 巩固 …) promises none.
Coordinated subjects or objects are one milestone each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from engine.reading import lexicon, stages
from engine.reading.clauses import LONGEST_CLAUSE, Clause

_ADVERBS = re.compile(
    r"^(?:高质量|高标准|高水平|高分|全力|全面|成功|积极|大力|稳步|有序|扎实|力争|确保|努力|争取|年内|全年|今年|适时|率先|加快|持续|统筹|"
    r"协同|联合|组织|进一步|高效|深入|聚力|同步|抓紧|尽快|\d+月底前|上半年|下半年|年底前|将|把)+"
)
_ET_CETERA = re.compile(
    r"等(?:\d*个?(?:重点|重大|一批)?(?:项目|工程|活动|平台|载体|规划|专项规划|桥梁|学校|道路|赛事|政策)?)?$"
)


class Event(NamedTuple):
    """One promised event: what happens to what (and where in the cell that stands), the rung that it promises, and
    the number of its clause."""

    subject: str
    subject_start: int
    event: str
    rung: str
    clause: int


def events(text: str, clauses: list[Clause]) -> Iterator[Event]:
    """The events that the given clauses of a task text promise, in order."""
    for clause in clauses:
        if len(clause.text) <= LONGEST_CLAUSE:
            yield from _of_clause(text, clause)


def _of_clause(text: str, clause: Clause) -> Iterator[Event]:
    adverbs = _ADVERBS.match(clause.text)
    start = adverbs.end() if adverbs else 0
    if lexicon.pattern("effort").match(clause.text, start) and not _opens(clause.text, start):
        yield from _pushed(text, clause, start)
        return
    found = _verb_first(clause.text, start) or _entering(clause.text, start) or _subject_first(clause.text, start)
    if found:
        yield from _split(text, clause, *found)


def _opens(words: str, start: int) -> bool:
    """Whether a verb of events stands at ``start`` that is longer than the verb of effort there."""
    event = lexicon.pattern("open").match(words, start)
    effort = lexicon.pattern("effort").match(words, start)
    return event is not None and effort is not None and event.end() > effort.end()


def _pushed(text: str, clause: Clause, start: int) -> Iterator[Event]:
    """推动…纳入…, 争取设立…: an effort whose object is an event of its own."""
    push = lexicon.pattern("push").match(clause.text, start)
    if not push:
        return
    found = _entering(clause.text, push.end())
    opening = re.compile("设立|成立|列入|创建|获批").match(clause.text, push.end())
    if opening and opening.end() < len(clause.text):
        found = (opening.group(), opening.end(), len(clause.text))
    if found:
        yield from _split(text, clause, *found)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    opening = re.compile(lexicon.alternation("open"))
    closing = re.compile(
        rf"(?:实现|全面|全线|全部|对外|加快|正式|基本|顺利|均|都|如期|按期)*(?P<event>{lexicon.alternation('close')})$"
    )
    entering = re.compile(rf"(?P<event>{lexicon.alternation('enter')})(?=\S{{3}})")
    return opening, closing, entering


def _verb_first(words: str, start: int) -> tuple[str, int, int] | None:
    opening = _patterns()[0].match(words, start)
    if not opening or len(words) - opening.end() < 3:
        return None
    rest = words[opening.end() :]
    if opening.group() == "完成" and not re.search(lexicon.alternation("product") + r"[\u3000]*$", rest):
        return None
    return opening.group(), opening.end(), len(words)


def _entering(words: str, start: int) -> tuple[str, int, int] | None:
    entering = _patterns()[2].search(words, start)
    return (entering["event"], start, entering.start()) if entering and entering.start() - start >= 2 else None


def _subject_first(words: str, start: int) -> tuple[str, int, int] | None:
    closing = _patterns()[1].search(words, start)
    if not closing:
        return None
    stop = closing.start()
    while earlier := _patterns()[1].search(words[:stop], start):
        stop = earlier.start()
    soft = words[:stop].endswith("有效")
    return (words[stop:], start, stop) if stop - start >= 2 and not soft else None


def _split(text: str, clause: Clause, event: str, start: int, end: int) -> Iterator[Event]:
    """One event for each coordinated item between ``start`` and ``end`` (offsets in the clause)."""
    whole_object = text[clause.start + start : clause.start + end]
    shared, rung = _shared_noun(whole_object), stages.promised_rung(event, whole_object)
    for item_start, item_end in _items(clause.text, start, end):
        subject = _ET_CETERA.sub("", text[clause.start + item_start : clause.start + item_end])
        if len(subject) >= 2:
            whole = subject + shared if item_end < end else subject
            yield Event(whole, clause.start + item_start, event, rung, clause.number)


def _shared_noun(words: str) -> str:
    """The noun behind 等 that all items of a list share (A、B等专项规划 → 专项规划)."""
    behind = re.search("等(?:一批|重点|重大|\\d+个)?((?:专项)?(?:规划|方案|政策|工程))$", words)
    return behind.group(1) if behind else ""


def _items(words: str, start: int, end: int) -> list[tuple[int, int]]:
    """The list items between two offsets: cut at 、, and at 和 where a whole noun ends before it."""
    cuts = [(m.start(), m.end()) for m in re.finditer("、", words[start:end])]
    cuts += [
        (m.end() - 1, m.end())
        for m in re.finditer(rf"{lexicon.alternation('noun')}(?:和|与)(?=[^、]{{4}})", words[start:end])
    ]
    spans, position = [], start
    for cut_start, cut_end in sorted(cuts):
        spans.append((position, start + cut_start))
        position = start + cut_end
    return [*spans, (position, end)]
