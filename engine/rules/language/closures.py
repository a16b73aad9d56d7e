"""The small functions that a compiled condition is made of; each takes the facts of one case.

A value that is not known is None: no comparison with it holds, and no sum with it is known.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

Holds = Callable[[Any], bool]
WorkOut = Callable[[Any], Any]


def constant(value: Any) -> WorkOut:
    """A value that does not depend on the facts."""
    return lambda facts: value


def all_of(parts: tuple[Holds, ...]) -> Holds:
    """Holds where every part does."""

    def holds(facts: Any) -> bool:
        for part in parts:  # noqa: SIM110 - a generator costs more than the comparison
            if not part(facts):
                return False
        return True

    return holds


def any_of(parts: tuple[Holds, ...]) -> Holds:
    """Holds where one part does."""

    def holds(facts: Any) -> bool:
        for part in parts:  # noqa: SIM110
            if part(facts):
                return True
        return False

    return holds


def compare(left: WorkOut, test: Callable[[Any, Any], bool], right: WorkOut) -> Holds:
    """Holds where both sides are known and the test is true of them."""

    def holds(facts: Any) -> bool:
        first, second = left(facts), right(facts)
        return first is not None and second is not None and test(first, second)

    return holds


def combine(left: WorkOut, work_out: Callable[[Any, Any], Any], right: WorkOut) -> WorkOut:
    """A value worked out from two, None where one of them is not known."""

    def combined(facts: Any) -> Any:
        first, second = left(facts), right(facts)
        return None if first is None or second is None else work_out(first, second)

    return combined


def divide(part: Any, whole: Any) -> Any:
    """An exact quotient (of whole numbers too), None where divided by zero."""
    if not whole:
        return None
    return Fraction(part, whole) if isinstance(part, int) else part / whole
