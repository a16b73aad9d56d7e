"""Round figures that lie between others, for examples."""

from __future__ import annotations

from fractions import Fraction

from engine.rules.lint.ranges import Range

_STEPS = {True: Fraction(1, 20), False: Fraction(1)}
"""How far from a cut an example lies: 5 % for shares, else 1."""


def between(low: Fraction | None, high: Fraction | None, within: Range, share: bool) -> Fraction:
    """A round figure between two others, not below 0 where there is a choice."""
    step = _STEPS[share]
    if low is None or high is None:
        return _beyond(low, high, step)
    middle = (low + high) / 2
    for unit in (Fraction(1),) if within.whole else (step, step / 5, step / 50):
        rounded = middle // unit * unit
        if low < rounded < high:
            return rounded
        if low < rounded + unit < high:
            return rounded + unit
    return middle


def _beyond(low: Fraction | None, high: Fraction | None, step: Fraction) -> Fraction:
    if high is not None:
        return high / 2 if 0 < high < step else high - step
    return step * 10 if low is None else low + step
