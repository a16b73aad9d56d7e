"""The figures of a verdict as its report shows them."""

from __future__ import annotations

from fractions import Fraction

from engine.rules import share_text
from engine.rules.display import completion_text, floored, gap_text
from engine.trials.cases.judged import Judged


def shown(field: str, one: Judged) -> str | None:
    """A completion (99.96%), a share due, a gap with its sign (-17个百分点) or points (66.6分, rounded down); None
    where there is none.

    Completion and share due are rounded beside each other, so that neither looks like the other, nor like all, where it
    is not; the gap is the distance between the two that are shown.
    """
    if getattr(one, field) is None:
        return None
    return {"points": _points, "completion": _completion, "expected": _expected, "gap": _gap}[field](one)


def _points(one: Judged) -> str:
    return f"{floored(one.points or Fraction(0), 1, shift=2)}分"


def _completion(one: Judged) -> str:
    return completion_text(one.completion or Fraction(0), one.expected, one.lines)


def _expected(one: Judged) -> str:
    return share_text(one.expected or Fraction(0), one.completion)


def _gap(one: Judged) -> str:
    done, due = one.completion or Fraction(0), one.expected or Fraction(0)
    return ("-" if done < due else "") + gap_text(done, due, one.lines)
