"""Growth given with both amounts: 从100亿元增至108亿元,增长8%; 由70%提高到90%,提高20个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from engine.checks.figures import PERCENTS, exactly, in_unit, last_digit, places, printed, rounded, value
from engine.checks.prose import Prose, Row
from engine.checks.relations import Fault, Relation
from engine.model import Quantity
from engine.reading.measures import PERCENT, POINTS

CODE = "check-growth"
_FROM = re.compile(r"[从由][^,。;从由\d]{0,12}$")
_TO = re.compile(
    r"[^,。;\d]{0,3}(?:增至|增加到|增加至|增长到|增长至|提高到|提高至|提升到|提升至|上升到|上升至|升至|扩大到|扩大至|发展到"
    r"|降至|降到|下降到|下降至|降低到|降低至|减少到|减少至|减至|压减到|压减至|缩小到|缩减到)"
)
_MAY_HAVE = re.compile("[增加长高升大展降低少减小][至到]")
_CHANGE = re.compile(
    r"[,、](?P<up>增长|增加|提高|提升|上升|增幅|扩大|净增)?(?P<down>下降|减少|降低|降幅|压减|缩减|缩小)?"
    r"(?:了|为|达到|达|幅度为|\s)*$"
)
_SUGGESTION = "请核对前后两个数字和增减幅度"


def relations(row: Row) -> Iterator[Relation]:
    """The changes whose two ends stand right before them."""
    for prose in row.both:
        if _MAY_HAVE.search(prose.text):
            yield from _of_text(prose)


def _of_text(prose: Prose) -> Iterator[Relation]:
    figures = prose.quantities
    for start, end, change in zip(figures, figures[1:], figures[2:], strict=False):
        sign = _sign(prose.text, start, end, change)
        if sign and {one.bound for one in (start, end, change)} == {"exact"} and start.unit == end.unit:
            yield from _relation(prose, (start, end, change), sign)


def _sign(text: str, start: Quantity, end: Quantity, change: Quantity) -> int:
    """1 for a rise, -1 for a fall, 0 where the words are not those of a change with both its ends."""
    if not _FROM.search(text, max(0, start.start - 14), start.start):
        return 0
    ends = _TO.fullmatch(text, start.end, end.start)
    said = _CHANGE.fullmatch(text, end.end, change.start) if ends else None
    if said is None or bool(said["up"]) == bool(said["down"]):
        return 0
    return -1 if said["down"] else 1


def _relation(prose: Prose, figures: tuple[Quantity, Quantity, Quantity], sign: int) -> Iterator[Relation]:
    start, end, change = figures
    measured = _worked_out(start, end, change, sign)
    if measured is None:
        return
    result, arithmetic, slack = measured
    stated = value(change)
    fault = None
    if not abs(result - stated) < last_digit(change) + slack:
        fault = Fault(f"{arithmetic},文中写作{change.text}", _SUGGESTION)
    opening = prose.text.rfind(
        "从" if "从" in prose.text[max(0, start.start - 14) : start.start] else "由", 0, start.start
    )
    where = (prose.place((change.start - _lead(prose.text, end, change), change.end)), prose.place((opening, end.end)))
    yield Relation(CODE, where, fault)


def _lead(text: str, end: Quantity, change: Quantity) -> int:
    """The length of the words of the change before its figure, the comma left out."""
    return change.start - end.end - 1


def _worked_out(start: Quantity, end: Quantity, change: Quantity, sign: int) -> tuple[Fraction, str, Fraction] | None:
    """The change from the two ends in the unit of the stated one, its arithmetic, and what rounding may add to it."""
    rise = (value(end) - value(start)) * sign
    first, second = printed(start, [end]), printed(end, [start])
    if change.unit in POINTS and start.unit in PERCENT:
        points = rise * PERCENTS[start.unit]
        return points, _difference(first, second, sign, exactly(points) + "个百分点"), _slack(start, end)
    if change.unit == start.unit and start.unit not in PERCENT:
        return rise, _difference(first, second, sign, in_unit(rise, end)), _slack(start, end)
    if change.unit == "%" and start.unit not in PERCENT and value(start) > 0:
        rate = rise * 100 / value(start)
        shown = rounded(rate, places(change.number) + 1)
        slack = _slack(start, end) * 100 / value(start) * (1 + value(end) / value(start))
        top, bottom = (second, first) if sign > 0 else (first, second)
        return rate, f"({top}-{bottom})÷{first}={shown}%", slack
    return None


def _difference(first: str, second: str, sign: int, result: str) -> str:
    return f"{second}-{first}={result}" if sign > 0 else f"{first}-{second}={result}"


def _slack(start: Quantity, end: Quantity) -> Fraction:
    """Half a unit of the last digit of the amounts that were printed with decimals or a scale word."""
    return max((last_digit(one) / 2 for one in (start, end) if places(one.number) or one.scale), default=Fraction(0))
