"""Rules as they are written give no finding; hostile ones cost a bounded time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.rules import load

ROOT = Path(__file__).parents[3]
EXAMPLES = sorted(
    path for path in (ROOT / "examples" / "rules").glob("*.yaml") if not path.name.endswith(".cases.yaml")
)
Found = Callable[..., list[tuple[str, str]]]
OTHERWISE = ("其他", "unrated", "无法评判")


@pytest.mark.parametrize("path", [ROOT / "rules.yaml", *EXAMPLES], ids=lambda path: path.stem)
def test_published_rules_give_no_finding(path: Path) -> None:
    assert load(path).problems == ()


@pytest.mark.parametrize(
    "rules",
    [
        ["completion >= 100%", "completion >= expected", "completion >= expected - 5%", "completion < expected - 5%"],
        ["gap >= 10%", "gap >= 0", "-5% <= gap < 0", "gap < -5%"],
        ["month == 7月 and completion >= 80%", "month == 7月 and 60% <= completion < 80%", "completion >= expected"],
        ["actual >= target * expected", "actual >= target * expected * 80%", "actual < target * expected * 80%"],
        ["completion / expected >= 100%", "completion / expected >= 80%", "completion / expected < 80%"],
        ["ceiling and meets", "ceiling and not meets", "meets", "not meets"],
        ["months_left == 0个月 and not meets", "months_left <= 2个月 and completion < 80%", "completion >= 60%"],
        ["stage == 'applied' and meets", "stage == 'underway'", "meets or completion >= 100%"],
    ],
)
def test_the_usual_ways_to_write_bands_give_no_finding(found: Found, rules: list[str]) -> None:
    assert found(cumulative=[*rules, OTHERWISE]) == []


@pytest.mark.parametrize(
    "conditions",
    [
        [" * ".join(f"({name} + {number}%)" for number, name in enumerate(["completion", "expected", "worth"] * 6))
         + " >= 5%"],
        [" and ".join(f"(month == {month}月 or deadline == {month}月 or worth > {month}%)" for month in range(1, 11))],
        [f"completion >= {n}% and expected < {n}% or worth > {n}% and margin < {n}%" for n in range(1, 60)],
        ["completion / (expected / (worth / (completion / expected))) >= 1%"],
    ],
    ids=["products", "alternatives", "crossing", "quotients"],
)  # fmt: skip
def test_conditions_made_to_cost_much_are_given_up(found: Found, conditions: list[str]) -> None:
    assert [code for code, _ in found(cumulative=[*conditions, OTHERWISE]) if code == "rules-gap"] == []


@pytest.mark.slow
def test_a_list_of_very_many_rules_is_checked_in_bounded_steps(found: Found) -> None:
    rules = [f"{n}% <= completion < {n + 40}% and expected + worth < {600 - n}.5%" for n in range(600)]

    assert {code for code, _ in found(cumulative=[*rules, OTHERWISE])} <= {"rules-unreachable"}
