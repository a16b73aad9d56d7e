"""Cases that were run, and what they cover, as JSON, `engine.rules-test/1`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import Field

from engine.model import Record, RuleRef
from engine.trials.cases import Derivation, Outcome, Tried
from engine.trials.coverage import Coverage, Mark


class Difference(Record):
    """A field that is not as expected; `target` is the number of the target in a row, null for the task and for the
    one target of a case with facts."""

    target: int | None
    field: str
    expected: str
    got: str


class Comparison(Record):
    """A comparison of a condition as the file has it, the same with the figures of the case, and whether it holds."""

    words: str
    figures: str
    holds: bool


class TriedRule(Record):
    """A rule with its condition taken apart; `holds` is null for a rule for other kinds of targets."""

    rule: RuleRef
    condition: str
    holds: bool | None
    compared: tuple[Comparison, ...]


class Derived(Record):
    """The rule that decided, and the one expected in its place, null where none other was named."""

    target: int | None
    decided: TriedRule
    wanted: TriedRule | None


class TriedCase(Record):
    """One case with its place in the case file; `differences` and `derivations` are empty where it passed."""

    name: str
    path: str
    line: int
    passed: bool
    differences: tuple[Difference, ...]
    derivations: tuple[Derived, ...]


class Reached(Record):
    """A rule or remark and how often it was reached; the line is that of `file`, of the rules file where it is null."""

    id: str
    line: int
    file: str | None
    cases: int
    rows: int


class RulesTest(Record):
    """What came of the cases of a rules file, and how often cases and rows of documents reached each rule.

    `cases` are as many as `passed` and `failed` together; `rows` is how many rows of documents were judged.
    """

    version: Literal["engine.rules-test/1"] = Field(default="engine.rules-test/1", alias="schema")
    rules: str
    passed: int
    failed: int
    rows: int
    cases: tuple[TriedCase, ...]
    coverage: tuple[Reached, ...]


def trials_json(path: str, outcomes: Sequence[Outcome], coverage: Coverage) -> str:
    """The cases and the coverage of the rules file `path` as one JSON text of `engine.rules-test/1` without a newline
    at the end."""
    passed = sum(outcome.passed for outcome in outcomes)
    whole = RulesTest(
        rules=path,
        passed=passed,
        failed=len(outcomes) - passed,
        rows=coverage.rows,
        cases=tuple(map(_case, outcomes)),
        coverage=tuple(map(_reached, (*coverage.own, *coverage.base))),
    )
    return whole.model_dump_json(by_alias=True, indent=1)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of what is printed; `trials.schema.json` beside this module is its published copy."""
    return RulesTest.model_json_schema(by_alias=True, mode="serialization")


def _case(outcome: Outcome) -> TriedCase:
    return TriedCase(
        name=outcome.case.name,
        path=outcome.path,
        line=outcome.case.place.line,
        passed=outcome.passed,
        differences=tuple(Difference(**one._asdict()) for one in outcome.differences),
        derivations=tuple(map(_derived, outcome.derivations)),
    )


def _derived(derivation: Derivation) -> Derived:
    wanted = derivation.wanted
    return Derived(
        target=derivation.target, decided=_tried(derivation.decided), wanted=_tried(wanted) if wanted else None
    )


def _tried(tried: Tried) -> TriedRule:
    compared = tuple(Comparison(words=one.words, figures=one.figures, holds=one.holds) for one in tried.compared)
    return TriedRule(rule=tried.rule, condition=tried.condition, holds=tried.holds, compared=compared)


def _reached(mark: Mark) -> Reached:
    rule = mark.rule
    return Reached(id=rule.id, line=rule.line, file=rule.file, cases=mark.cases, rows=mark.rows)
