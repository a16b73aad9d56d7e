"""Boards: the targets of one document ranked by a share, as the bottom five of a bulletin are found.

Ranks are those of a competition: whoever stands alike has the same place, and the places behind it are left out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.model import Reading
from engine.rules.facts.target import Placing, TargetFacts
from engine.rules.policy import Board, Policy

_Figure = tuple[str, Fraction] | None
"""The board of a target, and the share that it is ranked by."""


def placings(policy: Policy, readings: Sequence[Reading], as_of: date) -> list[Placing | None]:
    """The placing of each target, None for one that is on no board or has no share to be ranked by.

    A target stands on the first board that its indicator fits.  One row competes once: neither the higher of two tiers
    nor an earlier stage of a target (其中上半年…) is ranked beside it.
    """
    if not policy.boards:
        return [None] * len(readings)
    stages = _stages(readings)
    figures = [
        None if reading.target.stretch or _stage(reading) in stages else _figure(policy, reading, as_of)
        for reading in readings
    ]
    boards: dict[str, list[Fraction]] = defaultdict(list)
    for board, share in filter(None, figures):
        boards[board].append(share)
    ranked = {board: sorted(shares) for board, shares in boards.items()}
    averages = {board: sum(shares, Fraction(0)) / len(shares) for board, shares in boards.items()}
    return [_placing(figure, ranked, averages) for figure in figures]


_Stage = tuple[str, str, int, Decimal | None]


def _stages(readings: Sequence[Reading]) -> set[_Stage]:
    """The earlier stages of targets, by task, indicator, month and figure."""
    return {
        (_task(reading), reading.target.indicator, month, value)
        for reading in readings
        for month, value in reading.target.nodes
    }


def _stage(reading: Reading) -> _Stage:
    target = reading.target
    return (_task(reading), target.indicator, target.deadline_month, target.value)


def _task(reading: Reading) -> str:
    return reading.target.id.rpartition(".")[0]


def board_of(policy: Policy, indicator: str) -> Board | None:
    """The board that an indicator stands on."""
    return next((board for board in policy.boards if board.words.fit(indicator)), None)


def _figure(policy: Policy, reading: Reading, as_of: date) -> _Figure:
    board = board_of(policy, reading.target.indicator)
    share: Fraction | None = board.by(TargetFacts(reading, as_of, policy)) if board else None
    return (board.name, share) if board and share is not None else None


def _placing(
    figure: _Figure, ranked: Mapping[str, Sequence[Fraction]], averages: Mapping[str, Fraction]
) -> Placing | None:
    if figure is None:
        return None
    board, share = figure
    shares = ranked[board]
    better = len(shares) - bisect_right(shares, share)
    return Placing(better + 1, bisect_left(shares, share) + 1, len(shares), averages[board])
