"""Which statement answers which target.

Every target is scored against every statement that measures the same thing in a comparable unit; one assignment
over all targets of a task takes the best pairs.  Forecasts are paired apart, and never count as achieved.
Milestones take the clause that speaks of their subject; a comparison takes the growth of its indicator.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engine.model import Candidate, Reading, Statement, Target
from engine.reading import lexicon
from engine.reading.assignment import assign
from engine.reading.cells import Cell
from engine.reading.scoring import FLOOR, Scorer, effective_stage
from engine.reading.statements import NOTHING, Said, said
from engine.reading.targets import Aim
from engine.reading.tiers import of_tier
from engine.reading.told import Told

RUNNERS_UP = 3


def readings(task_id: str, text: str, aims: Sequence[Aim], progress: Cell, as_of: date) -> list[Reading]:
    """A Reading for each aim, in order; the ids of the targets are ``task_id.1`` and on."""
    if not aims:
        return []
    aims = [_with_nodes(aim, aims) for aim in aims]
    facts = [fact for fact in said(progress, as_of) if not fact.past]
    told = Told(progress, as_of)
    figures = [number for number, aim in enumerate(aims) if aim.kind != "milestone"]
    paired = dict(zip(figures, _paired([aims[number] for number in figures], facts), strict=True))
    found = []
    for number, aim in enumerate(aims):
        target = aim.target(f"{task_id}.{number + 1}", text)
        if number in paired:
            found.append(_reading(aim, target, facts, paired[number], told, len(aims) == 1))
        else:
            found.append(told.milestone(aim, target, aims))
    return found


class _Pair:
    """What was found for one target: evidence, forecast, and every other statement with its score."""

    def __init__(self, aim: Aim, scorer: Scorer) -> None:
        self.aim, self.scorer = aim, scorer
        self.evidence: Said | None = None
        self.forecast: Said | None = None


def _paired(aims: Sequence[Aim], facts: Sequence[Said]) -> list[_Pair]:
    pairs = [_Pair(aim, Scorer(aim, [other for other in aims if not _stages_of_one(other, aim)])) for aim in aims]
    leaders = [next(first for first in pairs if _stages_of_one(first.aim, pair.aim)) for pair in pairs]
    own = [pair for pair, leader in zip(pairs, leaders, strict=True) if pair is leader]
    for forecast in (False, True):
        open_facts = [f for f in facts if f.stage != "planned" and (f.stage == "forecast") is forecast]
        scores = [[pair.scorer.score(fact).points for fact in open_facts] for pair in own]
        for pair, column in zip(own, assign(scores), strict=True):
            chosen = None if column is None else open_facts[column]
            if forecast:
                pair.forecast = chosen
            else:
                pair.evidence = chosen
    for pair, leader in zip(pairs, leaders, strict=True):
        pair.evidence, pair.forecast = leader.evidence, leader.forecast
    for pair in pairs:
        if pair.aim.each and pair.evidence:
            pair.evidence = _weakest(pair.evidence, pairs, facts)
    return pairs


def _weakest(chosen: Said, pairs: Sequence[_Pair], facts: Sequence[Said]) -> Said:
    """均高于: every member has to exceed the rival, so the weakest of those listed is the evidence."""
    others = [pair.evidence for pair in pairs if pair.evidence is not chosen]
    members = [f for f in facts if f.measure == chosen.measure and f.stage != "forecast" and f not in others]
    return min(members, key=lambda fact: fact.value or NOTHING)


def _stages_of_one(aim: Aim, other: Aim) -> bool:
    """Whether two targets are one promise: in stages (上半年80%, 三季度100%), or plain and stretched (100个以上,力争
    120个).  One figure answers both."""
    if aim is other:
        return True
    if (aim.measure, aim.unit, aim.kind) != (other.measure, other.unit, other.kind) or aim.value == other.value:
        return False
    if aim.deadline_month != other.deadline_month:
        return aim.indicator.endswith(other.indicator) or other.indicator.endswith(aim.indicator)
    return (aim.indicator, aim.verb) == (other.indicator, other.verb)


def _with_nodes(aim: Aim, aims: Sequence[Aim]) -> Aim:
    """The aim with the earlier stages that the task sets for the same promise; a higher tier (力争65亿元) is owed at
    no stage."""
    earlier = [
        (other.deadline_month, other.value)
        for other in aims
        if other.value is not None and other.deadline_month < aim.deadline_month and _stages_of_one(aim, other)
        if not other.stretch
    ]
    own = [node for node in aim.nodes if node[0] < aim.deadline_month]
    return aim._replace(nodes=tuple(sorted({*own, *earlier})))


def _reading(aim: Aim, target: Target, facts: Sequence[Said], pair: _Pair, told: Told, alone: bool) -> Reading:
    text, chosen = told.progress.text, pair.evidence
    completion = _completion(aim, chosen, facts, pair.scorer, text)
    in_words = None if chosen or pair.forecast or completion else told.in_words(aim, alone)
    return Reading(
        target=target,
        evidence=_turned(aim, chosen, text) if chosen else in_words,
        reported_forecast=_turned(aim, pair.forecast, text) if pair.forecast else None,
        completion=completion,
        candidates=_runners_up(facts, pair, text),
    )


def _turned(aim: Aim, fact: Said, text: str) -> Statement:
    """The record of a statement, its stage and the sign of its movement as the target sees them."""
    value = fact.value
    if fact.quantity is not None and fact.quantity.upper is not None and aim.direction == "down":
        value = fact.quantity.upper
    if value and aim.falls:
        value = value.copy_negate()
    stage = effective_stage(aim, fact)
    return fact.statement(text, value).model_copy(update={"stage": stage})


def _completion(aim: Aim, chosen: Said | None, facts: Sequence[Said], scorer: Scorer, text: str) -> Statement | None:
    """A stated share of the year's plan: the one right behind the evidence, or alone the one that is most alike."""
    if aim.measure != "amount":
        return None
    shares = [f for f in facts if f.measure == "completion" and f.stage != "forecast" and _of_the_year(f, aim)]
    if chosen is not None:
        following = [f for f in shares if f.span[0] >= chosen.span[0] and f.own.startswith(chosen.own)]
        return following[0].statement(text) if following else None
    alike = [(scorer.likeness(fact), -place, fact) for place, fact in enumerate(shares)]
    best = max(alike, default=None, key=lambda one: one[:2])
    return best[2].statement(text) if best and best[0] >= FLOOR else None


def _of_the_year(fact: Said, aim: Aim) -> bool:
    """Whether a stated completion is a share of what the target asks, not of a quarter or of another tier."""
    if not of_tier(fact.base, aim.stretch):
        return False
    return not lexicon.has("other_plan", fact.base) or lexicon.has("other_plan", aim.indicator)


def _runners_up(facts: Sequence[Said], pair: _Pair, text: str) -> tuple[Candidate, ...]:
    """The statements that were not taken, most alike first, each with what spoke against it."""
    others = [fact for fact in facts if fact is not pair.evidence and fact is not pair.forecast]
    scored = [(pair.scorer.score(fact), fact) for fact in others]
    near = [(score, fact) for score, fact in scored if score.points or score.likeness >= FLOOR]
    near.sort(key=lambda one: one[0][:2], reverse=True)
    return tuple(
        Candidate(text[slice(*fact.span)], fact.span, score.likeness, score.objection)
        for score, fact in near[:RUNNERS_UP]
    )
