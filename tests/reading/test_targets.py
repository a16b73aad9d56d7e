"""What a task text promises: figures, totalities, comparisons and events, rule by rule.

A row reads ``words of the task | target ; target``, in the order of the text; 无 where nothing is promised.  A target
is words of its indicator (all of them behind "=") and its figure as written ("-" for none), then whatever of it the
rule is about: kind, direction, comparator, deadline (6月), earlier node (6月:80), threshold in brackets, rung
(环节=竣工), rival (对照=…).
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from engine.model import Target

CORPORA = ("targets", "coordination", "kinds", "deadlines", "totality", "comparisons", "events", "parts", "ages")


def test_the_task_promises_what_the_rule_says(row, read_task):
    text, expected = row.cells
    targets = [reading.target for reading in read_task(text)]
    wanted = [] if expected == "无" else [one.split() for one in expected.split(";")]
    read = [f"{target.indicator} {figure_of(target)}" for target in targets]
    assert len(read) == len(wanted), f"{row.rule}: {read}"
    for target, (words, figure, *properties) in zip(targets, wanted, strict=True):
        assert names(target, words), f"{row.rule}: {read}"
        assert figure == figure_of(target), row.rule
        assert [one for one in properties if not holds(target, one)] == [], f"{row.rule}: {target!r}"


def names(target: Target, words: str) -> bool:
    return target.indicator == words[1:] if words.startswith("=") else words in target.indicator


def figure_of(target: Target) -> str:
    return "-" if target.value is None else f"{target.value}{target.unit or ''}"


PROPERTIES: dict[str, Callable[[Target, str], bool]] = {
    r"cumulative|growth|coverage|gauge|milestone|relative": lambda target, word: target.kind == word,
    r"up|down": lambda target, word: target.direction == word,
    r"[<>]=|~": lambda target, word: target.comparator == word,
    r"\d+月": lambda target, word: target.deadline_month == int(word[:-1]),
    r"\d+月:.+": lambda target, word: word in {f"{month}月:{value}" for month, value in target.nodes},
    r"\(.+\)": lambda target, word: word[1:-1] in target.qualifiers,
    r"环节=.+": lambda target, word: target.rung == word[3:],
    r"对照=.+": lambda target, word: word[3:] in (target.rival or ""),
}


def holds(target: Target, word: str) -> bool:
    for pattern, check in PROPERTIES.items():
        if re.fullmatch(pattern, word):
            return check(target, word)
    return pytest.fail(f"the corpus has a property that means nothing: {word}")
