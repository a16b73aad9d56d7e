"""The reasons for a careful person to look at a verdict, by the ``review`` rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.rules.language.terms import Facts
from engine.rules.policy import Remark


def remarks(rules: Iterable[Remark], facts: Facts) -> list[Remark]:
    """Every remark that holds, in the order of the rules."""
    return [rule for rule in rules if rule.when.holds(facts)]


def told(noted: Sequence[Remark], facts: Facts) -> str | None:
    """The remarks in words, None where there are none."""
    return ";".join([rule.because.fill(facts) for rule in noted]) or None
