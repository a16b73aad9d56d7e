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
from engine.rules.language.terms import TYPE_TITLES
from engine.rules.language.tokens import is_name
from engine.rules.policy import DIRECTIONS, KINDS, Board, Indicator, Threshold, Words
from engine.rules.schedule import Schedule

_SEPARATORS = "\uff0c\uff1b"
"""Signs of the Chinese keyboard that separate nothing in YAML, and that no name of an indicator holds."""
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
        place=node.place,
    )


def _words(reader: Reader, fields: Fields) -> Words:
    for key in shape.Words.__annotations__:
        for node in reader.items(fields.get(key)):
            if isinstance(node, Scalar) and any(sign in node.text for sign in _SEPARATORS):
                what = f"“{node.text}”整个算一个词;如是几个词,请用半角逗号分开"
                reader.faults.add("rules-words", node.place, what, "warning")
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
        place=node.place,
    )


def read_thresholds(reader: Reader, node: Node | None, below: Sequence[Threshold] = ()) -> tuple[Threshold, ...]:
    """The named figures, in the order of the file; ``below`` are those of the packaged rules, where they are extended:
    a figure in place of one of them is of the same type."""
    fields = reader.fields(node, shape.Thresholds) if node else Fields()
    found = tuple(
        _threshold(reader, scope, key, value)
        for scope, entries in fields.items()
        for key, value in reader.entries(entries)
    )
    types = {(one.scope, one.name): one for one in below}
    for one in found:
        other = types.get((one.scope, one.name), one)
        if other.type != one.type and one.text:
            what = f"“{one.text}”应为{TYPE_TITLES[other.type]},自带规则写的是 {other.text}"
            reader.faults.add("rules-unit", one.place, what)
    shared = {one.name: one for one in found if one.scope == "all"}
    for one in found:
        if one.scope not in ("all", "rollup") and one.name in shared:
            what = f"“{one.name}”在 all 中已有(第{shared[one.name].place.line}行),会有两种说法,请另取一个名称"
            reader.faults.add("rules-duplicate-id", one.place, what)
    return found


def _threshold(reader: Reader, scope: str, key: Scalar, node: Node) -> Threshold:
    known = TASK_TERMS if scope == "rollup" else TARGET_TERMS
    if key.text in known:
        reader.faults.add("rules-value", key.place, f"“{key.text}”已是数据的名称,请另取一个")
    elif not is_name(key.text):
        reader.faults.add("rules-value", key.place, f"“{key.text}”不能作名称,请只用汉字,或只用英文字母、数字和下划线")
    type_, value = reader.figure(node)
    basis = node.basis if isinstance(node, Scalar) else None
    return Threshold(key.text, scope, type_, value, reader.text(node), node.place, basis)
