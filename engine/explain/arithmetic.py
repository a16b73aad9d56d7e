"""The reckoning of one target, step by step; a step is only shown where it really gives the figure judged by."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from engine.explain.figures import amount, falls, figure_asked, gap_points, percent, ratio
from engine.explain.speech import Phrase, phrase
from engine.model import Reading, Statement, TargetResult, Verdict


def arithmetic(result: TargetResult) -> tuple[Phrase, ...]:
    """The steps from the two figures to the gap; empty where nothing was reckoned."""
    reading, verdict = result.reading, result.verdict
    left = _left(reading)
    return (
        *(_difference(reading, left) if left is not None else ()),
        *_completion(reading, verdict),
        *_expected(reading, verdict),
        *(_gap(verdict.gap) if verdict.gap is not None and not _same(left, verdict.gap) else ()),
    )


def _left(reading: Reading) -> Decimal | None:
    """Evidence less target, for the kinds that are judged by it."""
    evidence, target = reading.evidence, reading.target
    if target.kind not in ("growth", "gauge") or evidence is None or evidence.unit != target.unit:
        return None
    if evidence.value is None or target.value is None:
        return None
    return evidence.value - target.value


def _difference(reading: Reading, left: Decimal) -> Iterator[Phrase]:
    target = reading.target
    unit = phrase("gap.points", gap=f"{left:f}") if target.unit == "%" else amount(left, target.unit)
    key = "step.fall" if falls(target) else "step.difference"
    yield phrase(key, done=_done(reading), target=figure_asked(target), gap=unit)


def _same(left: Decimal | None, gap: Fraction) -> bool:
    return left is not None and Fraction(left) / 100 == gap


def _completion(reading: Reading, verdict: Verdict) -> Iterator[Phrase]:
    if verdict.completion is None:
        return
    evidence, target = reading.evidence, reading.target
    share = percent(verdict.completion, verdict.expected)
    if evidence is not None and ratio(evidence, target) == verdict.completion:
        yield phrase("step.division", done=_done(reading), target=figure_asked(target), share=share)
    elif _stated(reading.completion) == verdict.completion:
        yield phrase("step.stated", share=share)
    else:
        yield phrase("step.completion", share=share)


def _expected(reading: Reading, verdict: Verdict) -> Iterator[Phrase]:
    if verdict.expected is None:
        return
    months, said = reading.target.deadline_month, reading.evidence or reading.completion
    share = percent(verdict.expected)
    if said is not None and Fraction(said.through_month, months) == verdict.expected:
        yield phrase("step.expected_months", month=said.through_month, months=months, share=share)
    else:
        yield phrase("step.expected", share=share)


def _gap(gap: Fraction) -> Iterator[Phrase]:
    yield phrase("step.gap", gap=phrase("gap.points", gap=gap_points(gap)))


def _done(reading: Reading) -> str:
    evidence = reading.evidence
    return "" if evidence is None or evidence.value is None else amount(evidence.value, evidence.unit)


def _stated(completion: Statement | None) -> Fraction | None:
    if completion is None or completion.value is None:
        return None
    return Fraction(completion.value) / 100
