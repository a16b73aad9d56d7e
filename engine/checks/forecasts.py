"""A reported forecast for the year that is below what was already achieved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.checks.figures import alike, in_unit, value
from engine.checks.places import Words
from engine.checks.prose import Row
from engine.checks.relations import Fault, Relation
from engine.model import Reading, Statement
from engine.reading import lexicon

CODE = "check-forecast"
_WHOLE_YEAR = re.compile("全年|年底|年末|今年|本年|年内|12月底|12月末")
_EXPECTED = re.compile("预计|预期|预测|有望|可望")
_ONLY_MORE = re.compile(
    "再|还将|还可|剩余|余下|其余|下半年|后续|继续|新增量|每|月均|另|后[一二三四五六七八九十\\d]+个月"
)
_YEAR = re.compile(r"20\d\d")


def relations(row: Row) -> Iterator[Relation]:
    """The forecasts of cumulative amounts that speak of the same thing as the evidence."""
    for reading in row.readings:
        expected, done = reading.reported_forecast, reading.evidence
        if expected is not None and done is not None and _comparable(row, reading, expected, done):
            yield Relation(
                CODE,
                (Words(row.task, "progress", expected.span), Words(row.task, "progress", done.span)),
                _fault(expected, done),
            )


def _comparable(row: Row, reading: Reading, expected: Statement, done: Statement) -> bool:
    """Whether both are exact amounts of one indicator, the forecast one for the whole year."""
    target = reading.target
    if target.kind != "cumulative" or target.direction != "up" or done.stage != "completed":
        return False
    if expected.quantity is None or done.quantity is None or not alike(expected.quantity, done.quantity):
        return False
    if {expected.measure, done.measure} != {"amount"} or done.quantity.bound not in ("exact", "at_least", "above"):
        return False
    words = _clause(row.progress.text, expected)
    plain = expected.quantity.bound in ("exact", "at_most", "below", "about")
    told = _EXPECTED.search(words) and _WHOLE_YEAR.search(words)
    if not plain or not told or _ONLY_MORE.search(words) or _YEAR.search(words + done.clause):
        return False
    return lexicon.canonical(expected.indicator) == lexicon.canonical(done.indicator)


def _clause(text: str, said: Statement) -> str:
    """The words of a statement from the beginning of its clause."""
    return text[max(text.rfind(stop, 0, said.span[0]) for stop in ",。;") + 1 : said.span[1]]


def _fault(expected: Statement, done: Statement) -> Fault | None:
    ahead, reached = expected.quantity, done.quantity
    if ahead is None or reached is None or value(ahead) >= value(reached):
        return None
    off = in_unit(value(reached) - value(ahead), ahead)
    return Fault(f"全年预计{ahead.text}比已完成的{reached.text}还少{off}", "请核对预计数与完成数,以及两者是否同一口径")
