"""The reckoning of one target, step by step; a step is only shown where it really gives the figure judged by."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from engine.explain.figures import (
    amount,
    answer,
    completion_percent,
    exactly,
    falls,
    figure_asked,
    gap_points,
    percent,
    ratio,
)
from engine.explain.speech import Phrase, phrase
from engine.model import Reading, Statement, Target, TargetResult, Verdict


def arithmetic(result: TargetResult) -> tuple[Phrase, ...]:
    """The steps from the two figures to the gap; empty where nothing was reckoned."""
    reading, verdict = result.reading, result.verdict
    left = _left(reading)
    return (
        *(_difference(reading, left) if left is not None else ()),
        *_completion(reading, verdict),
        *_expected(reading, verdict),
        *_gap(verdict),
    )


def _left(reading: Reading) -> Fraction | None:
    """Evidence less the figure that it is held against, for the kinds that are judged by it."""
    evidence, against = reading.evidence, _against(reading)
    if evidence is None or against is None or evidence.unit != against.unit:
        return None
    if evidence.value is None or against.value is None:
        return None
    return Fraction(evidence.value) - Fraction(against.value)


def _against(reading: Reading) -> Target | Statement | None:
    """The target, or what a relative target is compared with."""
    if reading.target.kind == "relative":
        return reading.rival
    return reading.target if reading.target.kind in ("growth", "gauge") else None


def _difference(reading: Reading, left: Fraction) -> Iterator[Phrase]:
    target, rival, against = reading.target, reading.rival, _against(reading)
    asked = _figure(rival) if target.kind == "relative" else figure_asked(target)
    unit = against.unit if against else None
    gap = phrase("gap.points", gap=exactly(left)) if unit == "%" else exactly(left) + (unit or "")
    key = "step.fall" if falls(target) else "step.difference"
    yield phrase(key, done=_figure(reading.evidence), target=_bracketed(asked), gap=gap)


def _bracketed(figure: str) -> str:
    """A figure behind a minus sign; one below 0 in brackets."""
    return f"({figure})" if figure.startswith("-") else figure


def _completion(reading: Reading, verdict: Verdict) -> Iterator[Phrase]:
    if verdict.completion is None:
        yield from _uncounted(reading, verdict)
        return
    share = completion_percent(verdict.completion, verdict.expected, verdict.lines)
    if _ratio(reading) == verdict.completion:
        yield _division("step.division", reading, share)
    elif _stated(reading.completion) == verdict.completion:
        yield phrase("step.stated", share=share)
    else:
        yield phrase("step.completion", share=share)


def _uncounted(reading: Reading, verdict: Verdict) -> Iterator[Phrase]:
    """How far the figures come of a target with a schedule, where their stage does not count (applications)."""
    part = _ratio(reading)
    if part is not None and verdict.expected is not None:
        yield _division("step.uncounted", reading, completion_percent(part, verdict.expected))


def _ratio(reading: Reading) -> Fraction | None:
    return ratio(reading.evidence, reading.target) if reading.evidence else None


def _division(key: str, reading: Reading, share: str) -> Phrase:
    return phrase(key, done=_figure(reading.evidence), target=figure_asked(reading.target), share=share)


def _expected(reading: Reading, verdict: Verdict) -> Iterator[Phrase]:
    if verdict.expected is None:
        return
    months, said = reading.target.deadline_month, answer(reading)
    share = percent(verdict.expected, verdict.completion)
    if said is not None and Fraction(said.through_month, months) == verdict.expected:
        yield phrase("step.expected_months", month=said.through_month, months=months, share=share)
    else:
        yield phrase("step.expected", share=share)


def _gap(verdict: Verdict) -> Iterator[Phrase]:
    if verdict.completion is not None and verdict.expected is not None:
        gap = gap_points(verdict.completion, verdict.expected, verdict.lines)
        yield phrase("step.gap", gap=phrase("gap.points", gap=gap))


def _figure(said: Statement | None) -> str:
    return "" if said is None or said.value is None else amount(said.value, said.unit)


def _stated(completion: Statement | None) -> Fraction | None:
    if completion is None or completion.value is None:
        return None
    return Fraction(completion.value) / 100
