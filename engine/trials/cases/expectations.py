"""What a case expects: read from the file, and held against the verdict."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from engine.rules import RuleBook
from engine.rules.file.faults import nearest
from engine.rules.file.fields import Fields, Reader
from engine.rules.file.nodes import Mapping, Node, Scalar
from engine.rules.policy import COLOURS, STATUSES, Rule
from engine.trials.cases.judged import Judged
from engine.trials.cases.records import Difference, Expected, Wanted
from engine.trials.cases.shown import shown
from engine.trials.cases.values import VALUE

NOTHING = "无"
"""What is expected where there should be no review, no points, no completion."""

_SHARE = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)\s*(?:%|个百分点)", re.ASCII)
_MARKS = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)分", re.ASCII)
_FIGURES = ("completion", "expected", "gap", "points")
_PARTS = ("because", "review")
"""Sentences of which a part is expected."""


class Known(NamedTuple):
    """The ids and the grades that verdicts can have by the rules of a list."""

    ids: frozenset[str]
    grades: frozenset[str]

    @classmethod
    def of_targets(cls, book: RuleBook) -> Known:
        """Those of every rule for targets, at any date."""
        return cls._of(rule for one in _dates(book) for rules in one.verdicts.by_kind.values() for rule in rules)

    @classmethod
    def of_tasks(cls, book: RuleBook) -> Known:
        """Those of every rule of the roll-up, at any date."""
        return cls._of(rule for one in _dates(book) for rule in one.rollup.rules)

    @classmethod
    def _of(cls, rules: Iterable[Rule]) -> Known:
        pairs = [(rule.ref.id, rule.grade) for rule in rules]
        return cls(frozenset(name for name, _ in pairs), frozenset(grade for _, grade in pairs))


def _dates(book: RuleBook) -> tuple[RuleBook, ...]:
    return (book, *(other for _, other in book.later))


def read_expected(reader: Reader, node: Node | None, shape: Any, known: Known) -> Expected:
    """Everything expected of one verdict, at least one thing."""
    fields = reader.fields(node, shape)
    if node is not None and _says_nothing(node):
        reader.faults.add(VALUE, node.place, "没有写应得的结论,请至少写一项")
    return tuple(_wanted(reader, fields, key, known) for key in shape.__annotations__ if key in fields)


def _says_nothing(node: Node) -> bool:
    return (isinstance(node, Mapping) and not node.pairs) or (isinstance(node, Scalar) and not node.text)


def _wanted(reader: Reader, fields: Fields, key: str, known: Known) -> Wanted:
    node = fields[key]
    if key == "status":
        return Wanted(key, reader.choice(node, STATUSES))
    if key == "light":
        return Wanted(key, reader.choice(node, COLOURS))
    text = reader.text(node)
    if key in ("rule", "grade"):
        _check_known(reader, node, text, key, known)
    if key in _FIGURES:
        return Wanted(key, text, _figure(reader, node, text, key))
    return Wanted(key, text)


def _check_known(reader: Reader, node: Node | None, text: str, key: str, known: Known) -> None:
    words, what = (known.ids, "没有规则的编号是") if key == "rule" else (known.grades, "没有规则给出等次")
    if node is not None and text and text not in words:
        reader.faults.add(VALUE, node.place, f"{what}“{text}”{nearest(text, sorted(words))}")


def _figure(reader: Reader, node: Node | None, text: str, key: str) -> Fraction | None:
    figure = _share_of(text, key)
    if figure is None and node is not None and text and text != NOTHING:
        example = "66分" if key == "points" else "33% 或 -17个百分点"
        reader.faults.add("rules-unit", node.place, f"“{text}”看不懂,应写成 {example},没有则写“无”")
    return figure


def _share_of(text: str, key: str) -> Fraction | None:
    match = (_MARKS if key == "points" else _SHARE).fullmatch(text)
    return Fraction(match[1]) / 100 if match else None


def differences(expected: Expected, judged: Judged) -> Iterator[Difference]:
    """Where a verdict is not as expected.  A figure agrees where it is exactly so, or as the report shows it."""
    for wanted in expected:
        figure = wanted.field in _FIGURES
        got = shown(wanted.field, judged) if figure else getattr(judged, wanted.field)
        if not (_same_figure(wanted, judged, got) if figure else _agrees(wanted, got)):
            yield Difference(wanted.field, wanted.text, NOTHING if got is None else str(got), judged.number)


def _agrees(wanted: Wanted, got: str | None) -> bool:
    if got is None or (wanted.field == "review" and wanted.text == NOTHING):
        return got is None and wanted.text == NOTHING
    return wanted.text in got if wanted.field in _PARTS else wanted.text == got


def _same_figure(wanted: Wanted, judged: Judged, reported: str | None) -> bool:
    if reported is None or wanted.value is None:
        return reported is None and wanted.text == NOTHING
    return wanted.value in (getattr(judged, wanted.field), _share_of(reported, wanted.field))
