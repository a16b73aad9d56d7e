"""How well one statement answers one target, in whole thousandths, and why it does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from engine.reading import lexicon
from engine.reading.likeness import likeness, weights
from engine.reading.statements import Said
from engine.reading.targets import Aim
from engine.units import comparable, is_count

FLOOR = 330
"""Likeness in thousandths below which nothing answers a target."""
UNNAMED = 500
"""Likeness of a statement that names nothing beyond the target ("已完成10个"): it speaks of what the task is about."""
PROVEN = 700
"""Likeness of an amount whose stated share is the one that the target gives."""
_PRINTED = Fraction(6, 10)
"""How many percentage points a printed share may be off by rounding of the figures."""
_INHERITED_CONTEXT = 60
_ANSWERS = {
    "amount": ("amount",),
    "growth": ("growth",),
    "ratio": ("ratio",),
    "completion": ("completion", "ratio"),
}
_PEOPLE = frozenset({"人", "名", "位"})
_COMPLETION = re.compile("已|完成|均|全部|累计|实现|达|成功|完工|竣工|建成|目前")
_PERSONS = _PEOPLE | {"人次"}
_ANYTHING = frozenset({"个", "项"})


class Score(NamedTuple):
    """Points of a pair, 0 where the statement cannot answer; its likeness in thousandths; ``objection`` says in
    Chinese what speaks against it."""

    points: int
    likeness: int
    objection: str | None = None


class Scorer:
    """Scores the statements of one task, which outlive it, against one of its targets."""

    def __init__(self, aim: Aim, rivals: Sequence[Aim]) -> None:
        self.aim = aim
        self._scores: dict[int, Score] = {}
        self._alone = not any(_same_sort(aim, other) for other in rivals)
        self._own_unit = _telling_unit(aim, rivals)
        self._weighed = weights(aim.indicator, [other.indicator for other in rivals])
        self._context = weights(aim.context) if aim.context else []
        self._thresholds = aim.thresholds
        self._named = f"{aim.indicator}{aim.verb}{''.join(aim.qualifiers)}"
        self._known = f"{aim.indicator}{aim.verb}{aim.context}{''.join(aim.qualifiers)}"

    def score(self, fact: Said) -> Score:
        """The score of a statement that is about this year."""
        known = self._scores.get(id(fact))
        if known is None:
            known = self._scores[id(fact)] = self._worked_out(fact)
        return known

    def _worked_out(self, fact: Said) -> Score:
        like = self.likeness(fact)
        objection = self._objection(fact) or ("指标不同" if like < FLOOR else None)
        if objection:
            return Score(0, like, objection)
        clash = _clash(f"{self.aim.verb}{self.aim.indicator}", fact.action)
        points = like + self._merits(fact) - 400 * clash
        return Score(max(points, 1), like, "环节不同" if clash else self._reservation(fact))

    def _merits(self, fact: Said) -> int:
        """What beside likeness speaks for a statement, less what speaks against it."""
        merits = self._unit(fact) + self._stage(fact) + 40 * fact.so_far + 5 * fact.through_month
        merits += 60 * bool(_COMPLETION.search(fact.action))
        faults = self._excess(fact) + 150 * (fact.part and not self._finishes(fact)) + 100 * (not fact.from_january)
        return merits - faults - 400 * self._other_sum(fact) - 300 * self._told_again(fact)

    def _finishes(self, fact: Said) -> bool:
        """Whether a part is what has been finished of a whole that was only begun (28个全部开工,其中19个完工): it is
        the part that counts, unless starts were promised."""
        return lexicon.has("finish", fact.action) and effective_stage(self.aim, fact) == "completed"

    def likeness(self, fact: Said) -> int:
        """Likeness in thousandths of the words of target and statement.

        A statement that names nothing of its own speaks of the target where the task asks for nothing else of the
        kind; one whose share is stated, and is the target's, proves itself.
        """
        like = likeness(self._weighed, fact.own, fact.inherited) if self._weighed else UNNAMED
        if self._context:
            like += likeness(self._context, fact.own, fact.inherited) * _INHERITED_CONTEXT // 1000
        if self._proves_itself(fact):
            return max(like, PROVEN)
        nouns = bare(fact.own)
        nameless = all(char in self._named for char in nouns) and (bool(nouns) or self._alone or self._by_unit(fact))
        return max(like, UNNAMED) if nameless else like

    def _by_unit(self, fact: Said) -> bool:
        """Whether the measure word alone tells the target: of all targets of the task only it counts in 所."""
        return fact.quantity is not None and fact.quantity.unit == self._own_unit

    def _proves_itself(self, fact: Said) -> bool:
        """Whether the completion stated of an amount is the one that the target gives (1.34万户,占63.8%)."""
        own, other = self.aim.quantity, fact.quantity
        if fact.share is None or own is None or other is None or not own.value:
            return False
        off = Fraction(other.value) * 100 / Fraction(own.value) - Fraction(fact.share)
        return own.unit == other.unit and abs(off) <= _PRINTED

    def _stray(self, words: str) -> int:
        """How many characters of a noun the words have that the target does not have."""
        return sum(char not in self._known for char in bare(words))

    def _objection(self, fact: Said) -> str | None:
        whole = fact.total and self.aim.measure == "ratio"
        if fact.measure not in _ANSWERS.get(self.aim.measure, ()) and not whole:
            return "计量内容不同"
        if self._other_scope(fact):
            return "口径不同"
        if self.aim.measure != "amount":
            return None
        own, other = self.aim.quantity, fact.quantity
        alike = own and other and comparable(own.unit, other.unit) and not _other_things(own.unit, other.unit)
        return None if alike else "计量单位不可比"

    def _unit(self, fact: Said) -> int:
        own = self.aim.quantity.unit if self.aim.quantity else ""
        other = fact.quantity.unit if fact.quantity else ""
        if own == other or {own, other} <= _PEOPLE or not is_count(own):
            return 150
        return 90 if own in _ANYTHING or other in _ANYTHING else 0

    def _stage(self, fact: Said) -> int:
        return {"completed": 150, "underway": 60, "applied": 40}.get(effective_stage(self.aim, fact), 0)

    def _other_scope(self, fact: Said) -> bool:
        """Whether one of the two is narrowed by a word or a threshold that the other lacks (限上, 10亿元以上)."""
        if self._thresholds and fact.thresholds and not self._thresholds & fact.thresholds:
            return True
        mine = set(lexicon.pattern("scope").findall(lexicon.canonical(self._known)))
        theirs = set(lexicon.pattern("scope").findall(lexicon.canonical(fact.own)))
        return mine != theirs and bool(theirs)

    def _other_sum(self, fact: Said) -> bool:
        """Whether the figure is a sum of another kind (a balance, a stock) that the target does not name."""
        return bool(fact.aside) and fact.aside not in self.aim.indicator

    def _told_again(self, fact: Said) -> bool:
        """Whether a figure only names the task again: the target's own figure, before its noun, with no word of
        completion ("20所新建幼儿园中,已有8所投用")."""
        own, other = self.aim.quantity, fact.quantity
        same = own is not None and other is not None and (own.value, own.unit) == (other.value, other.unit)
        return same and not _COMPLETION.search(fact.action)

    def _excess(self, fact: Said) -> int:
        """What the statement says beyond the target narrows or widens it (限上零售额 is not all of 零售额)."""
        words = bare(fact.indicator)
        return 150 * self._stray(fact.indicator) // len(words) if words else 0

    def _reservation(self, fact: Said) -> str | None:
        if self._other_sum(fact):
            return "口径不同"
        if fact.part:
            return "只是其中一部分"
        return "时段不同" if not fact.from_january else None


def _same_sort(aim: Aim, other: Aim) -> bool:
    """Whether two targets could be answered by the same figure."""
    if aim.measure != other.measure or aim is other:
        return False
    if aim.quantity is None or other.quantity is None or aim.measure != "amount":
        return True
    return comparable(aim.quantity.unit, other.quantity.unit)


def _telling_unit(aim: Aim, rivals: Sequence[Aim]) -> str | None:
    """The measure word of a target where no other target of the task has it, and it is none that counts anything."""
    unit = aim.quantity.unit if aim.quantity else ""
    shared = any(other.quantity and other.quantity.unit == unit for other in rivals if other is not aim)
    return None if shared or not is_count(unit) or unit in _ANYTHING else unit


def _other_things(unit: str, other: str) -> bool:
    """Whether one counts people and the other things; 个 and 项 count anything."""
    if unit in _ANYTHING or other in _ANYTHING:
        return False
    return (unit in _PERSONS) != (other in _PERSONS)


def effective_stage(aim: Aim, fact: Said) -> str:
    """The stage of a statement as the target sees it: a start completes a target of starts."""
    if fact.stage not in ("applied", "underway"):
        return fact.stage
    promised = f"{aim.verb}{aim.indicator}"
    role = ("apply", "prepare") if fact.stage == "applied" else ("start",)
    return "completed" if lexicon.pattern(*role).search(promised) else fact.stage


_NO_NOUNS = ("lead", "link", "action", "generic", "finish", "finished", "start", "up", "down", "plan")


@lru_cache(maxsize=20_000)
def bare(words: str) -> str:
    """The characters of nouns in words: without verbs, fillers, words of growth and stage."""
    kept = lexicon.pattern(*_NO_NOUNS).sub("", words)
    return re.sub(r"[^\u4e00-\u9fffA-Za-z]|[的了和与及等率]", "", kept)


_STEP_ROLES = ("lead", "link", "action", "generic", "finish", "start", "finished", "pending", "failing", "close")


def names_nothing_else(words: str, subject: str) -> bool:
    """Whether a clause about an event names nothing but the subject ("已完工", "该项目尚未动工")."""
    kept = lexicon.pattern(*_STEP_ROLES).sub("", words)
    nouns = re.sub(r"[^\u4e00-\u9fff]|[年月日底初中上下旬并]", "", kept)
    return all(char in subject for char in nouns)


def _clash(promised: str, told: str) -> bool:
    """Ends do not answer starts, nor starts ends that are promised by name (新竣工 / 新开工)."""
    if lexicon.has("finish", promised):
        return lexicon.has("start", told) and not lexicon.has("finish", told)
    if lexicon.has("start", promised):
        return lexicon.has("finish", told) and not lexicon.has("start", told)
    return False
