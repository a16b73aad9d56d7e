"""A short way to write a rules file of which one list matters, and to have it checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from engine.model import Problem
from engine.rules import Loaded, loads

KINDS = ("cumulative", "growth", "coverage", "gauge", "milestone", "relative")
OTHERWISE = ("其他", "unrated", "无法评判")

_FRAME = """\
meta: {{name: 口径, version: "1"}}
calendar: {{year_end: 12月, schedule: 序时}}
schedules:
  序时: {{shape: line, points: {{12月: 100%}}}}
{schedules}
thresholds: {thresholds}
indicators: {indicators}
boards: {boards}
verdicts:
{verdicts}
  review: {review}
stages:
  worth: {{completed: 100%, underway: 0%, applied: 0%, planned: 0%, forecast: 0%}}
  ladders: {{工程: [{{rung: 开工, months: 0个月}}]}}
rollup:
  silent: [无]
  rules: {rollup}
  review: []
lights: {{done: blue, on_track: green, lagging: red, unreported: grey, unrated: grey}}
points:
  full: 100分
  lagging:
    {{cumulative: {points}, growth: nearness, coverage: nearness, gauge: nearness,
      milestone: nearness, relative: nearness}}
  lead_weight: 100%
  co_weight: 50%
units: {{lead_mark: ★, first_leads: 是, separators: [、], aliases: {{}}, groups: []}}
currency: {{}}
"""

Written = str | tuple[str, ...]
"""A rule: its condition, then its status, grade, sentence and what else there is to it (``allow: [rules-overlap]``)."""


def _rule(list_name: str, number: int, written: Written) -> str:
    when, *rest = (written,) if isinstance(written, str) else written
    status, grade, because, more = (*rest, *("on_track", f"等次{number}", f"理由{number}", "")[len(rest) :])
    more = f", {more}" if more else ""
    return f'{{id: {list_name}-{number}, when: "{when}", status: {status}, grade: {grade}, because: "{because}"{more}}}'


def _listed(list_name: str, rules: Sequence[Written]) -> str:
    return "[\n" + "".join(f"    {_rule(list_name, number, rule)},\n" for number, rule in enumerate(rules)) + "    ]"


def rules_file(**parts: Sequence[Written] | str) -> str:
    """A rules file; lists that are not given have the one rule 其他.  ``cumulative=[…]`` gives the rules of a list,
    ``all`` too; ``review`` conditions of remarks; other sections are given as YAML."""
    given = {name: rules for name, rules in parts.items() if name in KINDS or name == "all"}
    lists = {kind: [OTHERWISE] for kind in KINDS} | given
    remarks = [f'{{id: review-{n}, when: "{when}", because: "提示"}}' for n, when in enumerate(parts.get("review", ()))]
    return _FRAME.format(
        schedules=parts.get("schedules", ""),
        thresholds=parts.get("thresholds", "{}"),
        indicators=parts.get("indicators", "[]"),
        boards=parts.get("boards", "[]"),
        points=parts.get("points", "nearness"),
        verdicts="\n".join(f"  {name}: {_listed(name, rules)}" for name, rules in lists.items()),
        review=f"[{', '.join(remarks)}]",
        rollup=_listed("rollup", parts.get("rollup", [OTHERWISE])),
    )


@pytest.fixture(scope="session")
def loaded() -> Callable[..., Loaded]:
    """What comes of loading ``rules_file(…)``."""
    return lambda **parts: loads(rules_file(**parts), "r.yaml")


@pytest.fixture(scope="session")
def found(loaded: Callable[..., Loaded]) -> Callable[..., list[tuple[str, str]]]:
    """The findings of ``rules_file(…)``: code and message without its place."""
    return lambda **parts: [(problem.code, words_of(problem)) for problem in loaded(**parts).problems]


def words_of(problem: Problem) -> str:
    """The first line of a message without the place in front."""
    return problem.message.splitlines()[0].split(": ", 1)[1]
