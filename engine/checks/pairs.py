"""Which amounts a percentage is worked out from: the part and the whole that its sentence, or the task's target, gives.

A pair is *certain* where the language leaves no other: the whole is the plan, what was found, or the target that the
amount answers, and nothing of the same unit stands between.  Any other pair may explain a percentage, but never
contradict it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.checks import promised, wording
from engine.checks.claims import Claim
from engine.checks.figures import alike, value
from engine.checks.places import Place
from engine.checks.prose import Mention, Prose, Row
from engine.model import Quantity
from engine.reading.scoring import bare

_NEAR = 8
"""How many amounts before a percentage are looked at."""
_SOLVED = re.compile("整改|办结|化解|销号|处置|答复|回复|消除|整治|解决|办理|处理|治理|清理|拆除")
"""Verbs of which the whole is what was found or handed in."""


class Pair(NamedTuple):
    """A part and its whole, with the place of the whole."""

    part: Mention
    whole: Quantity
    place: Place
    certain: bool


def pairs(row: Row, sentence: Sequence[Mention], at: int, claim: Claim) -> list[Pair]:
    """The pairs that the percentage at ``sentence[at]`` may be worked out from, the certain ones first."""
    before = [mention for mention in sentence[:at] if mention.is_amount][-_NEAR:]
    part = _part(before, sentence[at], claim)
    if part is None:
        return []
    found = [*_within(row.progress, part, claim), *_before(row.progress, before, part, claim)]
    of_plan = claim.base in ("plan", "completion")
    alone = not of_plan or not any(alike(m.quantity, part.quantity) for m in before if m is not part)
    for target, place, answers in promised.targets(row, part, claim):
        found.append(Pair(part, target, place, answers and alone))
    if of_plan and _listed(before, part):
        found = [pair._replace(certain=False) for pair in found]
    return sorted(found, key=lambda pair: not pair.certain)


def _part(before: Sequence[Mention], stated: Mention, claim: Claim) -> Mention | None:
    """The amount that a percentage is about: the last one before it, for a rate the last one with its verb.

    A rate that does not follow a part (其中…) at once goes back to the whole.
    """
    if claim.base == "rate":
        done = [m for m in before if claim.verb.search(m.predicate) and not wording.undone(m.predicate)]
        if done and done[-1].of_part and stated.number > done[-1].number + 1:
            done = [m for m in done if not m.of_part] or done
        return done[-1] if done else None
    last = before[-1] if before else None
    return last if last is not None and _adds_nothing(claim.own, last.words) else None


def _listed(before: Sequence[Mention], part: Mention) -> bool:
    """Whether the part is one of several amounts of its clause: a share of the plan may then be that of all."""
    return any(m.frame.clause.number == part.frame.clause.number for m in before if m is not part)


def _adds_nothing(words: str, known: str) -> bool:
    """Whether words name nothing that other words do not name."""
    return all(char in known for char in bare(words))


def _within(prose: Prose, part: Mention, claim: Claim) -> Iterator[Pair]:
    """The wholes that the words of the part or of the percentage themselves name (30个项目中已开工17个)."""
    if claim.whole is not None:
        if alike(claim.whole, part.quantity):
            yield Pair(part, claim.whole, prose.place((claim.whole.start, claim.whole.end)), True)
        return
    whole = part.whole
    if whole is not None and whole.value:
        certain = claim.base in ("rate", "share") and value(part.quantity) <= value(whole) and not part.of_part
        yield Pair(part, whole, prose.place((whole.start, part.quantity.start)), certain)


def _before(prose: Prose, before: Sequence[Mention], part: Mention, claim: Claim) -> Iterator[Pair]:
    """The wholes that stand before the part in its sentence, nearest first."""
    if claim.whole is not None:
        return
    earlier = [m for m in before if m.number < part.number and alike(m.quantity, part.quantity) and m.quantity.value]
    for whole in reversed(earlier):
        nearest = whole is next((m for m in reversed(earlier) if not m.of_part), None)
        alone = len(earlier) == 1
        certain = nearest and part.whole is None and _is_whole(prose, whole, part, claim, alone)
        yield Pair(part, whole.quantity, prose.place_of(whole), certain)


def _is_whole(prose: Prose, whole: Mention, part: Mention, claim: Claim, alone: bool) -> bool:
    """Whether the words make an earlier amount the one that a percentage is a share of."""
    if wording.times(whole.frame.before) != wording.times(part.frame.before):
        return False
    within = value(part.quantity) <= value(whole.quantity)
    if claim.base == "share":
        return part.of_part and part.number == whole.number + 1 and within
    if part.of_part:
        return False
    if claim.base != "rate":
        return claim.plain and alone and wording.planned(whole.words) and not wording.of_another_sum(whole.words)
    if not _adds_nothing(claim.own, whole.words + part.words):
        return False
    if _SOLVED.fullmatch(claim.stem):
        return within and (wording.found(whole.words) or wording.due(whole.words))
    next_to = part.number == whole.number + 1
    if wording.planned(whole.words):
        return claim.plain or wording.due(whole.words)
    named = wording.among(prose.between(whole, part))
    return named or (next_to and within and _adds_nothing(part.words.replace(claim.stem, ""), whole.words))
