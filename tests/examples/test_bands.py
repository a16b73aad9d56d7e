"""What holds of the bands of every convention, whatever the figure: more done never looks worse."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model import Reading, Statement, Target, Verdict
from engine.rules import RuleBook, load

FOLDER = Path(__file__).parents[2] / "examples" / "rules"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml") if not path.name.endswith(".cases.yaml"))
WHOLE = 10_000
BETTER = {"red": 0, "yellow": 1, "green": 2, "blue": 2}
YEARS = st.sampled_from([2012, 2022, 2024])
AMOUNTS = st.integers(0, WHOLE + 2000)


@cache
def book(name: str) -> RuleBook:
    return load(FOLDER / f"{name}.yaml").book


def verdict(name: str, amount: int, month: int, year: int) -> Verdict:
    """The verdict on so much of 10,000, read to the end of a month."""
    target = Target(id="1.1", clause="x", span=(0, 1), indicator="绿道", kind="cumulative", value=WHOLE, unit="亩")
    done = Statement(
        clause="x",
        span=(0, 1),
        indicator="绿道",
        measure="amount",
        value=Decimal(amount),
        unit="亩",
        through_month=month,
    )
    day = date(year, month, 28)
    return book(name).on(day).judge(Reading(target=target, evidence=done), day)


@pytest.mark.parametrize("name", NAMES)
@given(amounts=st.tuples(AMOUNTS, AMOUNTS).map(sorted), month=st.integers(1, 12), year=YEARS)
def test_more_done_never_earns_a_worse_light(name, amounts, month, year):
    less, more = (BETTER[verdict(name, amount, month, year).light] for amount in amounts)
    assert less <= more


@pytest.mark.parametrize("name", NAMES)
@given(amount=st.integers(WHOLE, WHOLE + 2000), month=st.integers(1, 12), year=YEARS)
def test_who_has_reached_the_plan_is_done(name, amount, month, year):
    assert verdict(name, amount, month, year).status == "done"


@pytest.mark.parametrize("name", NAMES)
@given(amount=AMOUNTS, month=st.integers(1, 12), year=YEARS)
def test_an_amount_is_always_judged(name, amount, month, year):
    assert verdict(name, amount, month, year).status in ("done", "on_track", "lagging")
