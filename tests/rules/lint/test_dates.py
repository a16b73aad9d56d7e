"""A list that is the same on every day is looked at once; one that changes is looked at again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.rules.lint import analysis
from engine.rules.lint.lists import Entries

Found = Callable[..., list[tuple[str, str]]]
OTHERWISE = ("其他", "unrated", "无法评判")
DATED = "{cumulative: {线: [{value: 50%}, {from: 2024-01-01, value: 60%}, {from: 2025-01-01, value: 80%}]}}"


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the lists that are analysed, in order."""
    titles: list[str] = []

    def counted(rules: object) -> Entries:
        entries = Entries(rules)
        titles.append(entries.title)
        return entries

    monkeypatch.setattr(analysis, "Entries", counted)
    return titles


def test_only_the_lists_that_name_a_dated_threshold_are_looked_at_again(found: Found, looked_at: list[str]) -> None:
    assert found(thresholds=DATED, cumulative=["completion >= 线", OTHERWISE]) == []

    assert looked_at.count("cumulative") == 3
    assert {looked_at.count(title) for title in ("all", "growth", "milestone", "rollup")} == {1}


def test_what_is_wrong_from_a_day_on_is_still_told(found: Found) -> None:
    told = found(thresholds=DATED, cumulative=["completion >= 70% and completion >= 线", OTHERWISE])

    assert [words[:16] for _, words in told if "自2025-01-01起" in words] == ["自2025-01-01起,“com"[:16]]


def test_what_is_wrong_on_every_day_is_told_once(found: Found) -> None:
    told = found(
        thresholds=DATED, cumulative=["completion >= 线", OTHERWISE], growth=["meets and deadline >= 1月", OTHERWISE]
    )

    assert [code for code, _ in told] == ["rules-no-effect"]
