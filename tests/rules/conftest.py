"""Short ways to write a target, what answers it, and the default book's verdict."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from engine.model import Quantity, Reading, Statement, Target, Verdict
from engine.rules import RuleBook, default

JUNE = date(2023, 6, 30)


def _split(figure: str | None) -> tuple[Decimal | None, str | None]:
    """ "2.2公里" -> 2.2 and 公里."""
    if figure is None:
        return None, None
    number = figure.rstrip("".join(char for char in figure if not (char.isdigit() or char in ".-")))
    return Decimal(number), figure[len(number) :]


def _target(kind: str, figure: str | None, **fields: Any) -> Target:
    value, unit = _split(figure)
    fields = {"indicator": "市域绿道", "clause": "目标", "span": (0, 2)} | fields
    return Target(id="1.1", kind=kind, value=value, unit=unit, **fields)


def _statement(figure: str | None, month: int = 6, **fields: Any) -> Statement:
    value, unit = _split(figure)
    fields = {"measure": "amount", "indicator": "市域绿道", "clause": "实绩", "span": (0, 2)} | fields
    return Statement(value=value, unit=unit, through_month=month, **fields)


@pytest.fixture(scope="session")
def book() -> RuleBook:
    return default()


@pytest.fixture(scope="session")
def reading() -> Callable[..., Reading]:
    """``reading("cumulative", "10公里", "2.2公里", month=6, target={…}, evidence={…}, …)``.

    ``answer`` None with no fields for the evidence means that nothing answers the target; ``measure`` is what the
    evidence and the rival measure.
    """

    def make(kind: str, aim: str | None, answer: str | None = None, month: int = 6, **more: Any) -> Reading:
        target = _target(kind, aim, **more.get("target", {}))
        measured = {"measure": more.get("measure", "amount")}
        evidence = None
        if answer is not None or "evidence" in more:
            evidence = _statement(answer, month, **measured, **more.get("evidence", {}))
        stated, rival, expected = more.get("stated"), more.get("rival"), more.get("forecast")
        return Reading(
            target=target,
            evidence=evidence,
            completion=_statement(stated, month, measure="completion") if stated else None,
            rival=_statement(rival, month, **measured) if rival else None,
            reported_forecast=_statement(expected, month, stage="forecast") if expected else None,
        )

    return make


@pytest.fixture(scope="session")
def verdict(book: RuleBook, reading: Callable[..., Reading]) -> Callable[..., Verdict]:
    """The default verdict on ``reading(…)``, as of ``as_of``."""

    def make(*args: Any, as_of: date = JUNE, **more: Any) -> Verdict:
        return book.judge(reading(*args, **more), as_of)

    return make


@pytest.fixture(scope="session")
def about() -> Quantity:
    """A figure that is hedged."""
    return Quantity("约49个", 0, 4, Decimal(49), "", "个", "about", "约")
