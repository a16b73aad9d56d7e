"""The kind, direction and comparator of a target, from its measure and the words around its figure.

Kinds are those of the design: an amount to accumulate (cumulative), a year-on-year change (growth), a share or
stock that ratchets up (coverage), a level that fluctuates (gauge).  The head noun of the indicator decides: it
stands last, so the cue nearest to the figure wins.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from engine.model import Comparator, Direction, Kind
from engine.reading import lexicon
from engine.reading.frames import Frame
from engine.reading.measures import AGE, PERCENT, POINTS, Measured

_CEILING_VERB = re.compile(r"(?:控制|限制|压减到|压降到|降至|降到|下降到|下降至|减少到|减至)(?:在)?$")


class Nature(NamedTuple):
    """Kind, direction and comparator of a target."""

    kind: Kind
    direction: Direction
    comparator: Comparator


def nature(frame: Frame, measured: Measured, indicator: str, verb: str) -> Nature:
    """The nature of the target that a frame states.

    A promised fall (下降3%) is a magnitude to reach, so its comparator is ">=" and its direction "down"; a rise or a
    level of something of which less is better (物价涨幅3%, 失业率5%) is a ceiling.
    """
    kind = _kind(frame, measured, indicator, verb)
    comparator = _comparator(frame)
    if measured.measure == "growth" and measured.sign < 0:
        return Nature(kind, "down", ">=")
    less = lexicon.has("price" if kind == "growth" else "less", indicator) and kind != "cumulative"
    if less and comparator == ">=" and frame.quantity.bound == "exact":
        comparator = "<="
    return Nature(kind, "down" if less or comparator == "<=" else "up", comparator)


def _kind(frame: Frame, measured: Measured, indicator: str, verb: str) -> Kind:
    unit = frame.quantity.unit
    if measured.measure == "growth" or unit in POINTS:
        return "growth"
    if unit in PERCENT:
        return _share(indicator + frame.tail)
    if "/" in unit or unit == AGE:
        return "gauge"
    cue = _last_cue(indicator)
    if cue == "coverage" and not verb:
        return "coverage"
    if cue == "gauge" and not verb and not lexicon.has("level", indicator):
        return "gauge"
    return "cumulative"


def _share(indicator: str) -> Kind:
    """A level in percent: the cue nearest to the figure decides; any other rate, or a share of things that are
    counted (160万元以上的村达到80%), ratchets up."""
    return _last_cue(indicator) or "coverage"


def _last_cue(indicator: str) -> Kind | None:
    last: dict[Kind, int] = {"coverage": -1, "gauge": -1}
    for kind in last:
        for found in lexicon.pattern(kind).finditer(indicator):
            last[kind] = found.end()
    if max(last.values()) < 0:
        return None
    return "coverage" if last["coverage"] >= last["gauge"] else "gauge"


def _comparator(frame: Frame) -> Comparator:
    bound = frame.quantity.bound
    if bound in ("at_most", "below") or _CEILING_VERB.search(frame.head):
        return "<="
    return "~" if bound == "about" else ">="
