"""YAML text -> a tree of scalars, lists and mappings that know their place.

Built from the parser's events, where anchors, aliases and tags can still be seen.  Every scalar stays text:
the sections decide what is a number, so ``no`` is never False and ``010`` never 8.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from engine.rules.file.faults import Faults, Place
from engine.rules.file.syntax import note_syntax

MAX_CHARACTERS = 500_000
MAX_NODES = 20_000
MAX_DEPTH = 12


class Scalar(NamedTuple):
    """A word or figure; ``exact`` says that the text stands in the file just so, from ``place`` on.  ``basis`` is that
    of a value that has one of its own."""

    text: str
    place: Place
    exact: bool = True
    basis: str | None = None


class Listing(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    place: Place


class Mapping(NamedTuple):
    """Keys with their values, in the order of the file; keys are unique."""

    pairs: tuple[tuple[Scalar, Node], ...]
    place: Place


class Unread(NamedTuple):
    """What was refused, with a fault of its own: readers pass over it in silence."""

    place: Place


Node = Scalar | Listing | Mapping | Unread


class _Stop(Exception):
    """The file cannot be read further; the reason has been noted."""


def compose(text: str, faults: Faults, file: str = "") -> Node | None:
    """The tree of one YAML document, or None where it cannot be read; every mistake goes to ``faults``, which know
    the text by ``file``."""
    import yaml

    if len(text) > MAX_CHARACTERS:
        faults.add("rules-too-large", Place(1, 1), f"文件过大,最多{MAX_CHARACTERS}个字符")
        return None
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Composer(yaml.parse(text, Loader=loader), faults, file).document()
    except yaml.YAMLError as error:
        note_syntax(error, faults)
    except _Stop:
        pass
    return None


class _Composer:
    """Turns one stream of parser events into nodes."""

    def __init__(self, events: Iterator[Any], faults: Faults, file: str) -> None:
        self.events = events
        self.faults = faults
        self.file = file
        self.count = 0

    def document(self) -> Node | None:
        """The first document; a second one is a mistake."""
        next(self.events)
        if self._kind(next(self.events)) == "StreamEnd":
            self.faults.add("rules-empty", Place(1, 1), "文件没有内容")
            return None
        root = self.node(next(self.events), 1)
        next(self.events)
        more = next(self.events)
        if self._kind(more) != "StreamEnd":
            self.faults.add("rules-yaml", self._place(more), "一个规则文件只能有一份内容,请删去“---”及其后的部分")
        return root

    def node(self, event: Any, depth: int) -> Node:
        """The node that begins with this event."""
        place = self._place(event)
        self._guard(place, depth)
        self._refuse_cleverness(event, place)
        kind = self._kind(event)
        if kind == "Alias":
            return Unread(place)
        if kind == "SequenceStart":
            return Listing(tuple(self.node(each, depth + 1) for each in self._until("SequenceEnd")), place)
        if kind == "MappingStart":
            return self._mapping(place, depth)
        return self._scalar(event, place)

    def _mapping(self, place: Place, depth: int) -> Mapping:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        for event in self._until("MappingEnd"):
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                self.faults.add("rules-type", key.place, "冒号前应是一个词")
            elif key.text in pairs:
                first = pairs[key.text][0].place.line
                self.faults.add("rules-duplicate-key", key.place, f"“{key.text}”重复,第{first}行已写过,请删去一处")
            else:
                pairs[key.text] = (key, value)
        return Mapping(tuple(pairs.values()), place)

    def _scalar(self, event: Any, place: Place) -> Scalar:
        text = event.value
        begin = place.column - 1 + (event.style in ("'", '"'))
        exact = self.faults.line(place.line, self.file).startswith(text, begin)
        column = begin + 1 if exact else place.column
        return Scalar(text, place._replace(column=column, width=max(1, len(text))), exact)

    def _until(self, end: str) -> Iterator[Any]:
        for event in self.events:
            if self._kind(event) == end:
                return
            yield event

    def _guard(self, place: Place, depth: int) -> None:
        self.count += 1
        if depth > MAX_DEPTH:
            self.faults.add("rules-too-large", place, f"层次过深,最多{MAX_DEPTH}层")
            raise _Stop
        if self.count > MAX_NODES:
            self.faults.add("rules-too-large", place, f"条目过多,最多{MAX_NODES}项")
            raise _Stop

    def _refuse_cleverness(self, event: Any, place: Place) -> None:
        """Anchors, aliases and tags hide what a rule says from the person who reads it."""
        if self._kind(event) == "Alias":
            self.faults.add("rules-anchor", place, f"不能用引用“*{event.anchor}”,请把内容写全")
        elif event.anchor:
            self.faults.add("rules-anchor", place, f"不能用锚点“&{event.anchor}”,请把内容写全")
        if getattr(event, "tag", None):
            self.faults.add("rules-tag", place, f"不能用标签“{event.tag}”,请直接写值")

    def _kind(self, event: Any) -> str:
        return type(event).__name__.removesuffix("Event")

    def _place(self, event: Any) -> Place:
        return Place(event.start_mark.line + 1, event.start_mark.column + 1, file=self.file)
