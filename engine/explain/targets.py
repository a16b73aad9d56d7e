"""The derivation of one target: what was promised, what answers it, the reckoning, the rule and the forecast."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce

from engine.explain.arithmetic import arithmetic
from engine.explain.figures import achieved, amount, asked, percent, turned
from engine.explain.places import place_of_span
from engine.explain.speech import Phrase, phrase, term
from engine.model import Forecast, Reading, Statement, Target, TargetResult, Task, Verdict

Line = tuple[str, Phrase]
"""A label's key and what stands behind it."""

_RUNNERS_UP = 3
"""Runners-up worth showing: what comes after them was hardly considered."""


def target_lines(result: TargetResult, task: Task, rules_path: str) -> Iterator[Line]:
    """Every line on one target, in the order of the reasoning."""
    reading, verdict = result.reading, result.verdict
    yield "label.target", _words(reading.target, task, "text")
    yield "label.figure", _figure(reading.target)
    yield from _answers(reading, task)
    yield "label.arithmetic", _steps(result)
    yield "label.rule", _rule(verdict, rules_path)
    yield "label.forecast", _forecast(verdict.forecast, reading.target)
    if verdict.review:
        yield "label.review", phrase("text", text=verdict.review)
    if reading.evidence is not None:
        yield from _runners_up(reading)


def _words(said: Target | Statement, task: Task, cell: str) -> Phrase:
    source = task.cells.get(cell, task.source)
    return phrase("words", clause=said.clause, place=place_of_span(source, said.span))


def _figure(target: Target) -> Phrase:
    kind, month = term("kind", target.kind), target.deadline_month
    figure = phrase("figure", indicator=target.indicator, kind=kind, amount=asked(target), month=month)
    if target.qualifiers:
        words = tuple(phrase("text", text=word) for word in target.qualifiers)
        figure = phrase("figure.qualifiers", figure=figure, qualifiers=words)
    return phrase("figure.scope", figure=figure, scope=target.scope) if target.scope else figure


def _answers(reading: Reading, task: Task) -> Iterator[Line]:
    if reading.evidence is not None:
        yield from _statement("label.evidence", reading.evidence, reading.target, task)
    elif reading.completion is None:
        yield "label.evidence", phrase("unreported")
        yield "label.nearest", _nearest(reading)
    if reading.completion is not None and reading.completion != reading.evidence:
        yield from _statement("label.completion", reading.completion, reading.target, task)
    if reading.rival is not None:
        # The rival's figure may stand in another row, so its place is not this task's.
        yield "label.rival", phrase("words.alone", clause=reading.rival.clause)
    if reading.reported_forecast is not None:
        yield from _statement("label.reported", reading.reported_forecast, reading.target, task)


def _statement(label: str, said: Statement, target: Target, task: Task) -> Iterator[Line]:
    yield label, _words(said, task, "progress")
    yield "label.reads", _facts(said, target)


def _facts(said: Statement, target: Target) -> Phrase:
    facts = _figure_said(said, target)
    if said.failing:
        return phrase("facts.failing", facts=facts, word=said.failing)
    return phrase("facts.reached", facts=facts, word=said.reached) if said.reached else facts


def _figure_said(said: Statement, target: Target) -> Phrase:
    stage, month = term("stage", said.stage), said.through_month
    figure = achieved(said, target)
    if figure is not None:
        return phrase("facts", amount=figure, stage=stage, month=month)
    if said.rung:
        return phrase("facts.rung", rung=said.rung, stage=stage, month=month)
    return phrase("facts.event", stage=stage, month=month)


def _nearest(reading: Reading) -> Phrase:
    if not reading.candidates:
        return phrase("unreported.nothing")
    best = reading.candidates[0]
    objection: Phrase | str = best.objection or phrase("unreported.unlike")
    return phrase("unreported.nearest", clause=best.statement.clause, objection=objection)


def _runners_up(reading: Reading) -> Iterator[Line]:
    for candidate in reading.candidates[:_RUNNERS_UP]:
        objection: Phrase | str = candidate.objection or phrase("candidate.unlike")
        yield "label.candidate", phrase("candidate", clause=candidate.statement.clause, objection=objection)


def _steps(result: TargetResult) -> Phrase:
    steps = arithmetic(result)
    if not steps:
        return phrase("step.none")
    return reduce(lambda first, following: phrase("step.then", first=first, next=following), steps)


def _rule(verdict: Verdict, rules_path: str) -> Phrase:
    rule = verdict.rule
    return phrase("rule", id=rule.id, file=rules_path, line=rule.line, sentence=verdict.because)


def _forecast(forecast: Forecast, target: Target) -> Phrase:
    if forecast.value is None:
        return phrase("forecast.refusal", reason=forecast.refusal or term("method", forecast.method))
    value = turned(forecast.value, target.unit, target)
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
