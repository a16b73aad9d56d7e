"""Trials: what a policy team tries before a rule book counts: its cases, what they cover, and what an edit changes.

May import the rooms up to the assessor; nothing here prints.

    known, problems = load_cases("rules.cases.yaml", book)
    outcomes = run_cases(book, known)
    reached, problems = coverage(book, outcomes, reports)
    moved, problems = impact(old, new, ["table.xlsx"])
"""

from engine.trials.cases import Cases, Outcome, cases_beside, load_cases, run_cases
from engine.trials.coverage import Coverage, coverage
from engine.trials.impact import impact

__all__ = ["Cases", "Coverage", "Outcome", "cases_beside", "coverage", "impact", "load_cases", "run_cases"]
