"""The derivation of one target: what was promised, what answers it, the reckoning, the rule and the forecast."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce

from engine.explain.arithmetic import arithmetic
from engine.explain.figures import (
    achieved,
    amount,
    answer,
    asked,
    figure_asked,
    foreseen,
    named,
    percent,
    turned,
    unanswered_share,
)
from engine.explain.places import parts_of, place_in_task, place_of, place_of_span
from engine.explain.speech import Phrase, phrase, term
from engine.model import Candidate, Forecast, Reading, Statement, Target, TargetResult, Task, TaskResult, Verdict

Line = tuple[str, Phrase]
"""A label's key and what stands behind it."""

_RUNNERS_UP = 3
"""Runners-up worth showing: what comes after them was hardly considered."""


def target_lines(result: TargetResult, whole: TaskResult, rules_path: str) -> Iterator[Line]:
    """Every line on one target of a task, in the order of the reasoning."""
    reading, verdict, task = result.reading, result.verdict, whole.task
    yield "label.target", _words(reading.target, task, "text")
    yield from _units(reading.target, task, "text")
    yield "label.figure", _figure(reading.target)
    yield from _shares(reading.target, whole)
    yield from _answers(reading, whole)
    yield "label.arithmetic", _steps(result)
    yield "label.rule", _rule(verdict, rules_path)
    yield "label.forecast", _forecast(verdict.forecast, reading.target)
    if verdict.review:
        yield "label.review", phrase("text", text=verdict.review)
    if reading.evidence is not None:
        yield from _runners_up(reading, whole)


def _words(said: Target | Statement, task: Task, field: str) -> Phrase:
    """The words with their place: the cell that holds the figure, where the target names one."""
    own = said.source if isinstance(said, Target) else None
    place = place_of_span(own, said.span) if own else place_in_task(task, field, said.span)
    return phrase("words", clause=said.clause, place=place)


def _units(said: Target | Statement, task: Task, field: str) -> Iterator[Line]:
    """Where the unit of a bare number in a cell of its own comes from."""
    if isinstance(said, Target) and said.source:
        return
    for part in parts_of(task, field, said.span):
        if part.unit and part.unit_title:
            yield "label.unit", phrase("unit.from", unit=part.unit, origin=part.unit_title)


def _figure(target: Target) -> Phrase:
    kind, month = term("kind", target.kind), target.deadline_month
    figure = phrase("figure", indicator=named(target), kind=kind, amount=asked(target), month=month)
    if target.qualifiers:
        words = tuple(phrase("text", text=word) for word in target.qualifiers)
        figure = phrase("figure.qualifiers", figure=figure, qualifiers=words)
    return phrase("figure.scope", figure=figure, scope=target.scope) if target.scope else figure


def _shares(target: Target, whole: TaskResult) -> Iterator[Line]:
    """What each area has to contribute, where nothing is told of it; the place is that of the first share."""
    results = [result for result in whole.targets if result.reading.target.part_of == target.id]
    shares = [result.reading.target for result in results if unanswered_share(result)]
    if shares and shares[0].source:
        said = tuple(phrase("share", area=one.area or "", amount=figure_asked(one)) for one in shares)
        yield "label.shares", phrase("shares", shares=said, place=place_of(shares[0].source))


def _answers(reading: Reading, whole: TaskResult) -> Iterator[Line]:
    task = whole.task
    if reading.evidence is not None:
        yield from _statement("label.evidence", reading.evidence, reading.target, task)
    if answer(reading) is None and "progress" not in task.cells:
        yield "label.evidence", phrase("unreported.no_column")
    elif answer(reading) is None:
        yield "label.evidence", phrase("unreported")
        yield "label.nearest", _nearest(reading, whole)
    if reading.completion is not None and reading.completion != reading.evidence:
        yield from _statement("label.completion", reading.completion, reading.target, task)
    if reading.rival is not None:
        yield "label.rival", _rival(reading.rival, reading.rival_task)
    if reading.reported_forecast is not None:
        yield from _statement("label.reported", reading.reported_forecast, reading.target, task)


def _rival(said: Statement, task_id: str | None) -> Phrase:
    """The rival's words; they stand in the row of another task as a rule, so that task is named, not a place."""
    if task_id is None:
        return phrase("words.alone", clause=said.clause)
    return phrase("words.of_task", clause=said.clause, id=task_id)


def _statement(label: str, said: Statement, target: Target, task: Task) -> Iterator[Line]:
    yield label, _words(said, task, "progress")
    yield from _units(said, task, "progress")
    yield "label.reads", _facts(said, target)


def _facts(said: Statement, target: Target) -> Phrase:
    facts = _figure_said(said, target)
    if said.failing:
        return phrase("facts.failing", facts=facts, word=said.failing)
    return phrase("facts.reached", facts=facts, word=said.reached) if said.reached else facts


def _figure_said(said: Statement, target: Target) -> Phrase:
    stage, month = term("stage", said.stage), said.through_month
    figure = achieved(said, target)
    if said.quantity is None and said.value == 100 and said.unit == "%":
        return phrase("facts.whole", stage=stage, month=month)
    if figure is not None:
        return phrase("facts", amount=figure, stage=stage, month=month)
    if said.rung:
        return phrase("facts.rung", rung=said.rung, stage=stage, month=month)
    key = "facts.no_rung" if target.kind == "milestone" else "facts.no_figure"
    return phrase(key, stage=stage, month=month)


def _nearest(reading: Reading, whole: TaskResult) -> Phrase:
    if not reading.candidates:
        return phrase("unreported.nothing")
    best = reading.candidates[0]
    objection = _taken(best, whole) or best.objection or phrase("unreported.unlike")
    return phrase("unreported.nearest", clause=best.clause, objection=objection)


def _runners_up(reading: Reading, whole: TaskResult) -> Iterator[Line]:
    for candidate in reading.candidates[:_RUNNERS_UP]:
        objection = _taken(candidate, whole) or candidate.objection or phrase("candidate.unlike")
        yield "label.candidate", phrase("candidate", clause=candidate.clause, objection=objection)


def _taken(candidate: Candidate, whole: TaskResult) -> Phrase | None:
    """That a statement answers another target of the task, which says more than any unlikeness."""
    readings = (result.reading for result in whole.targets)
    owner = next((one.target for one in readings if one.evidence and one.evidence.span == candidate.span), None)
    return phrase("candidate.taken", id=owner.id) if owner else None


def _steps(result: TargetResult) -> Phrase:
    steps = arithmetic(result)
    if not steps:
        return phrase("step.none")
    return reduce(lambda first, following: phrase("step.then", first=first, next=following), steps)


def _rule(verdict: Verdict, rules_path: str) -> Phrase:
    rule = verdict.rule
    return phrase("rule", id=rule.id, file=rule.file or rules_path, line=rule.line, sentence=verdict.because)


def _forecast(forecast: Forecast, target: Target) -> Phrase:
    if forecast.value is None:
        return phrase("forecast.refusal", reason=forecast.refusal or term("method", forecast.method))
    value = turned(foreseen(forecast.value, target), target.unit, target)
    spoken = phrase("forecast", amount=value, method=_method(forecast))
    if forecast.low is not None and forecast.high is not None and forecast.level is not None:
        low, high = amount(forecast.low, target.unit), amount(forecast.high, target.unit)
        spoken = phrase("forecast.band", forecast=spoken, level=_level(forecast), low=low, high=high)
    return phrase("forecast.points", forecast=spoken, points=_points(forecast)) if forecast.points else spoken


def _points(forecast: Forecast) -> tuple[Phrase, ...]:
    return tuple(phrase("forecast.point", month=month, value=f"{value:f}") for month, value in forecast.points)


def _method(forecast: Forecast) -> Phrase:
    kind, _, name = forecast.method.partition(":")
    return phrase("method.schedule", name=name) if kind == "schedule" else term("method", forecast.method)


def _level(forecast: Forecast) -> str:
    return percent(Fraction(forecast.level or 0))
