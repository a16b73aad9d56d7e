"""The sections of a rules file that name things: indicators, boards, thresholds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from engine.rules.facts.vocabulary import TARGET_TERMS, TASK_TERMS, terms_of
from engine.rules.file import shape
from engine.rules.file.faults import listed
from engine.rules.file.fields import Fields, Reader
from engine.rules.file.nodes import Node, Scalar
from engine.rules.file.phrases import read_share
from engine.rules.file.sections import named_schedule
from engine.rules.language.tokens import is_name
from engine.rules.policy import DIRECTIONS, KINDS, Board, Indicator, Threshold, Words
from engine.rules.schedule import Schedule

_SETTINGS = ("also", "kind", "direction", "schedule", "weight", "label")
"""What an entry of ``indicators`` is there for."""


def read_indicators(reader: Reader, node: Node | None, schedules: Mapping[str, Schedule]) -> tuple[Indicator, ...]:
    """The entries for indicators, in order; the first that matches counts.  Names are unique."""
    found: dict[str, Indicator] = {}
    for item in reader.items(node):
        entry = _indicator(reader, item, schedules)
        if entry.name in found:
            reader.faults.add("rules-duplicate-id", item.place, f"指标“{entry.name}”重复,请删去一处")
        found[entry.name] = entry
    return tuple(found.values())


def _indicator(reader: Reader, node: Node, schedules: Mapping[str, Schedule]) -> Indicator:
    fields = reader.fields(node, shape.Indicator)
    if not set(_SETTINGS) & fields.keys() and "name" in fields:
        reader.faults.add("rules-missing", node.place, f"此条没有作用,请至少写一项:{listed(_SETTINGS)}")
    return Indicator(
        name=reader.text(fields.get("name")),
        also=reader.texts(fields.get("also")),
        words=_words(reader, fields),
        kind=reader.choice(fields["kind"], KINDS) if "kind" in fields else None,
        direction=reader.choice(fields["direction"], DIRECTIONS) if "direction" in fields else None,
        schedule=named_schedule(reader, fields.get("schedule"), schedules),
        weight=reader.share(fields["weight"]) if "weight" in fields else Fraction(1),
        label=reader.note(fields, "label"),
        basis=reader.note(fields, "basis"),
    )


def _words(reader: Reader, fields: Fields) -> Words:
    return Words(*(reader.texts(fields.get(key)) for key in shape.Words.__annotations__))


def read_boards(reader: Reader, node: Node | None, thresholds: Sequence[Threshold]) -> tuple[Board, ...]:
    """The boards, in order; the first whose words fit an indicator counts.  Names are unique."""
    found: dict[str, Board] = {}
    for item in reader.items(node):
        board = _board(reader, item, thresholds)
        if board.name in found:
            reader.faults.add("rules-duplicate-id", item.place, f"排名榜“{board.name}”重复,请删去一处")
        found[board.name] = board
    return tuple(found.values())


def _board(reader: Reader, node: Node, thresholds: Sequence[Threshold]) -> Board:
    fields = reader.fields(node, shape.Board)
    words = _words(reader, fields)
    if not words and "name" in fields:
        hint = listed(shape.Words.__annotations__)
        reader.faults.add("rules-missing", node.place, f"没有写明哪些指标参加排名,请至少写一项:{hint}")
    return Board(
        name=reader.text(fields.get("name")),
        words=words,
        by=read_share(reader, fields.get("by"), terms_of(None, thresholds)),
        by_text=reader.text(fields.get("by")),
        basis=reader.note(fields, "basis"),
    )


def read_thresholds(reader: Reader, node: Node | None) -> tuple[Threshold, ...]:
    """The named figures, in the order of the file."""
    fields = reader.fields(node, shape.Thresholds) if node else Fields()
    return tuple(
        _threshold(reader, scope, key, value)
        for scope, entries in fields.items()
        for key, value in reader.entries(entries)
    )


def _threshold(reader: Reader, scope: str, key: Scalar, node: Node) -> Threshold:
    known = TASK_TERMS if scope == "rollup" else TARGET_TERMS
    if key.text in known:
        reader.faults.add("rules-value", key.place, f"“{key.text}”已是数据的名称,请另取一个")
    elif not is_name(key.text):
        reader.faults.add("rules-value", key.place, f"“{key.text}”不能作名称,请只用汉字,或只用英文字母、数字和下划线")
    type_, value = reader.figure(node)
    basis = node.basis if isinstance(node, Scalar) else None
    return Threshold(key.text, scope, type_, value, reader.text(node), node.place, basis)
