"""Which statement answers which target.

Every target is scored against every statement that measures the same thing in a comparable unit; one assignment
over all targets of a task takes the best pairs.  Forecasts are paired apart, and never count as achieved.
Milestones take the clause that speaks of their subject; a comparison takes the growth of its indicator.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from engine.model import Candidate, Reading, Statement, Target
from engine.reading import lexicon, steps
from engine.reading.assignment import assign
from engine.reading.clauses import TITLE
from engine.reading.likeness import likeness, shortened, weights
from engine.reading.scoring import FLOOR, UNNAMED, Scorer, effective_stage, names_nothing_else
from engine.reading.stages import ladder_of
from engine.reading.statements import Cell, Said, said
from engine.reading.targets import Aim
from engine.units import is_count

EVENT_FLOOR = 400
"""Likeness in thousandths below which no clause speaks of a milestone."""
WORDS_FLOOR = 700
"""Likeness in thousandths below which no clause without a figure speaks of a counted target."""
SHORTENED = 800
"""Likeness in thousandths of a clause that calls the subject by a shortened name."""
RUNNERS_UP = 3


def readings(task_id: str, text: str, aims: Sequence[Aim], progress: Cell) -> list[Reading]:
    """A Reading for each aim, in order; the ids of the targets are ``task_id.1`` and on."""
    if not aims:
        return []
    aims = [_with_nodes(aim, aims) for aim in aims]
    facts = [fact for fact in said(progress) if not fact.past]
    figures = [position for position, aim in enumerate(aims) if aim.kind != "milestone"]
    paired = dict(zip(figures, _paired([aims[position] for position in figures], facts), strict=True))
    return [
        _reading(aim, aim.target(f"{task_id}.{number + 1}", text), facts, paired[number], aims, progress)
        if number in paired
        else _milestone(aim, aim.target(f"{task_id}.{number + 1}", text), aims, progress)
        for number, aim in enumerate(aims)
    ]


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
    return pairs


def _stages_of_one(aim: Aim, other: Aim) -> bool:
    """Whether two targets are one promise in stages (上半年80%, 三季度100%): one figure answers both."""
    return aim is other or (
        (aim.indicator, aim.measure, aim.unit, aim.verb) == (other.indicator, other.measure, other.unit, other.verb)
        and aim.deadline_month != other.deadline_month
    )


def _with_nodes(aim: Aim, aims: Sequence[Aim]) -> Aim:
    """The aim with the earlier stages that the task sets for the same promise."""
    earlier = [
        (other.deadline_month, other.value)
        for other in aims
        if other.value is not None and other.deadline_month < aim.deadline_month and _stages_of_one(aim, other)
    ]
    return aim._replace(nodes=tuple(sorted(earlier))) if earlier else aim


def _reading(
    aim: Aim, target: Target, facts: Sequence[Said], pair: _Pair, aims: Sequence[Aim], progress: Cell
) -> Reading:
    text, chosen = progress.text, pair.evidence
    return Reading(
        target=target,
        evidence=_turned(aim, chosen, text) if chosen else _in_words(aim, pair.forecast, aims, progress),
        reported_forecast=_turned(aim, pair.forecast, text) if pair.forecast else None,
        completion=_completion(aim, chosen, facts, pair.scorer, text),
        candidates=_runners_up(aim, facts, pair, text),
    )


def _in_words(aim: Aim, forecast: Said | None, aims: Sequence[Aim], progress: Cell) -> Statement | None:
    """Progress on a counted target that is told without a figure ("…创建工作已启动"); titles of documents tell
    nothing of it."""
    if forecast or aim.measure != "amount" or aim.quantity is None or not is_count(aim.quantity.unit):
        return None
    found = _step_about(aim, aims, progress, WORDS_FLOOR)
    return steps.statement(progress, found, "印发").model_copy(update={"rung": None}) if found else None


def _turned(aim: Aim, fact: Said, text: str) -> Statement:
    """The record of a statement, its stage and the sign of its movement as the target sees them."""
    value = fact.value
    if fact.quantity is not None and fact.quantity.upper is not None and aim.direction == "down":
        value = fact.quantity.upper
    if value and aim.falls:
        value = -value
    stage = effective_stage(aim, fact)
    return fact.statement(text, value).model_copy(update={"stage": stage})


def _completion(aim: Aim, chosen: Said | None, facts: Sequence[Said], scorer: Scorer, text: str) -> Statement | None:
    """A stated share of the year's plan: the one right behind the evidence, or alone the one that is most alike."""
    if aim.measure != "amount":
        return None
    shares = [f for f in facts if f.measure == "completion" and f.stage != "forecast" and _of_the_year(f, aim)]
    if chosen is not None:
        following = [f for f in shares if f.span[0] >= chosen.span[0] and f.own == chosen.own]
        return following[0].statement(text) if following else None
    alike = [(scorer.likeness(fact), -place, fact) for place, fact in enumerate(shares)]
    best = max(alike, default=None, key=lambda one: one[:2])
    return best[2].statement(text) if best and best[0] >= FLOOR else None


def _of_the_year(fact: Said, aim: Aim) -> bool:
    """Whether a stated completion is a share of what the target asks, not of a quarter or a stretch goal."""
    return not lexicon.has("other_plan", fact.base) or lexicon.has("other_plan", aim.indicator)


def _runners_up(aim: Aim, facts: Sequence[Said], pair: _Pair, text: str) -> tuple[Candidate, ...]:
    """The statements that were not taken, most alike first, each with what spoke against it."""
    scored = []
    for place, fact in enumerate(facts):
        if fact is pair.evidence or fact is pair.forecast:
            continue
        score = pair.scorer.score(fact)
        like = pair.scorer.likeness(fact)
        if score.points or like >= FLOOR:
            scored.append((score.points, like, -place, fact, score.objection))
    scored.sort(key=lambda one: one[:3], reverse=True)
    return tuple(
        Candidate(statement=fact.statement(text), likeness=like, objection=objection or "更相近的已采用")
        for _, like, _, fact, objection in scored[:RUNNERS_UP]
    )


def _milestone(aim: Aim, target: Target, aims: Sequence[Aim], progress: Cell) -> Reading:
    found = _step_about(aim, aims, progress, EVENT_FLOOR)
    if found is None:
        return Reading(target=target)
    expects = found.expects
    return Reading(
        target=target,
        evidence=steps.statement(progress, found, aim.rung or "印发"),
        reported_forecast=_intention(progress, expects) if expects else None,
    )


def _step_about(aim: Aim, aims: Sequence[Aim], progress: Cell, floor: int) -> steps.Step | None:
    """The clause that speaks of the subject of an aim: the most alike one, and of these the furthest on."""
    rivals = [other.indicator for other in aims if other is not aim and other.kind == aim.kind]
    weighed = weights(aim.indicator, rivals, head=1)
    best: tuple[int, int, int] | None = None
    found = None
    for place, step in enumerate(steps.steps(progress)):
        like = _subject_likeness(aim, weighed, progress.text[step.start : step.end], alone=len(aims) == 1)
        if like < floor or (best and like < best[0]):
            continue
        rank = (like, _height(steps.statement(progress, step, aim.rung or "印发")), -place)
        if best is None or rank > best:
            best, found = rank, step
    return found


def _subject_likeness(aim: Aim, weighed: list[tuple[str, Fraction]], words: str, *, alone: bool) -> int:
    """Likeness in thousandths of a clause to a subject.  Where the task promises one thing alone, a clause that
    names nothing ("已完工") speaks of it."""
    if aim.kind != "milestone":
        return int(likeness(weighed, TITLE.sub("", words)) * 1000)
    if shortened(aim.indicator, words):
        return SHORTENED
    like = int(likeness(weighed, words) * 1000)
    return max(like, UNNAMED) if alone and names_nothing_else(words, aim.indicator) else like


def _height(told: Statement) -> int:
    """The place of a rung on its ladder, -1 for none."""
    return ladder_of(told.rung).index(told.rung) if told.rung else -1


def _intention(progress: Cell, span: tuple[int, int]) -> Statement:
    month = max((p.last or 0 for p in progress.periods if span[0] <= p.start < span[1]), default=0)
    clause = progress.text[slice(*span)]
    return Statement(
        clause=clause,
        span=span,
        indicator=clause,
        measure="event",
        through_month=month or progress.as_of.month,
        stage="forecast",
    )
