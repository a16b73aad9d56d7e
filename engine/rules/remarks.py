"""The reasons for a careful person to look at a verdict, by the ``review`` rules."""

from __future__ import annotations

from collections.abc import Iterable

from engine.rules.language.terms import Facts
from engine.rules.policy import Remark


def remarks(rules: Iterable[Remark], facts: Facts) -> str | None:
    """Every reason that holds, in the order of the rules; None where there is none."""
    return ";".join([rule.because.fill(facts) for rule in rules if rule.when.holds(facts)]) or None
