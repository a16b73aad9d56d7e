"""Cases for a rules file: facts in, verdict out, with the reason expected.

A case file stands beside its rules file (``rules.yaml`` → ``rules.cases.yaml``).  ``load_cases`` reads one, or tells
every mistake in it with its place; ``run_cases`` judges each case by a rule book and says where it differs and why.
"""

from engine.trials.cases.file import cases_beside, load_cases
from engine.trials.cases.records import Case, Cases, Derivation, Difference, Outcome, Tried
from engine.trials.cases.running import run_cases

__all__ = [
    "Case",
    "Cases",
    "Derivation",
    "Difference",
    "Outcome",
    "Tried",
    "cases_beside",
    "load_cases",
    "run_cases",
]
