"""What of the progress text answers a target, rule by rule.

A row reads ``words of the task | words of the progress | answer ; answer``, one answer for each target in order, and
optionally the date (else the end of June 2023).  An answer is the figure as written, 无 where the target is
unreported, or 有 where it is answered without a figure; then whatever of it the rule is about: last month covered
(5月), stage (underway), reported forecast (预计3.4亿美元), stated completion (占47.3%).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from engine.model import Reading, Statement

CORPORA = ("statements", "periods", "forecasts", "others", "stages", "movements", "pairing")
JUNE = "2023-06-30"


def test_the_progress_answers_as_the_rule_says(row, read_task):
    text, progress, expected, *day = row.cells
    readings = read_task(text, progress, date.fromisoformat(day[0] if day else JUNE))
    wanted = [one.split() for one in expected.split(";")]
    read = [f"{reading.target.indicator} ← {answer_of(reading)}" for reading in readings]
    assert [answer_of(reading) for reading in readings] == [answer for answer, *_ in wanted], f"{row.rule}: {read}"
    for reading, (_, *properties) in zip(readings, wanted, strict=True):
        assert [one for one in properties if not holds(reading, one)] == [], f"{row.rule}: {reading!r}"


def figure_of(said: Statement | None) -> str:
    if said is None:
        return "无"
    return "有" if said.value is None else f"{said.value}{said.unit or ''}"


def answer_of(reading: Reading) -> str:
    return figure_of(reading.evidence)


PROPERTIES: dict[str, Callable[[Reading, str], bool]] = {
    r"\d+月": lambda reading, word: reading.evidence and reading.evidence.through_month == int(word[:-1]),
    r"completed|underway|applied": lambda reading, word: reading.evidence and reading.evidence.stage == word,
    r"预计.+": lambda reading, word: figure_of(reading.reported_forecast) == word[2:],
    r"占.+": lambda reading, word: figure_of(reading.completion) == word[1:],
}


def holds(reading: Reading, word: str) -> bool:
    for pattern, check in PROPERTIES.items():
        if re.fullmatch(pattern, word):
            return bool(check(reading, word))
    return pytest.fail(f"the corpus has a property that means nothing: {word}")
