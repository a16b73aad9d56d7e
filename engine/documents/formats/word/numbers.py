"""The automatic numbers of list paragraphs (ISO/IEC 29500-1, clause 17.9): Word counts them, no file holds them."""

from __future__ import annotations

import re
from typing import NamedTuple

from engine.documents.formats.word.xml import PARAGRAPH, Element, name, number, value

_PROPERTIES = name("pPr", "numPr")
_MARK_DELETED = name("pPr", "rPr", "del")
_LEVEL = name("ilvl")
_LEVELS = 9
_ORNAMENT = re.compile(r"[^%]*%([1-9])[^%]*")  # %1、 (%1) %1.


class _Level(NamedTuple):
    """How a level counts; ``simple`` where it shows nothing but its own decimal number and an ornament."""

    start: int
    simple: bool


class _List(NamedTuple):
    """A numbering instance: the definition that it counts with, and the levels that it starts anew."""

    definition: str
    restarts: dict[int, int]


def automatic_numbers(body: Element, numbering: Element | None) -> dict[Element, str]:
    """The number of every paragraph of a list in plain decimal numbers, without its ornament ("3" for 3.)."""
    if numbering is None:
        return {}
    counters = _Counters(numbering)
    found: dict[Element, str] = {}
    for paragraph in body.iter(PARAGRAPH):
        properties = paragraph.find(_PROPERTIES)
        if properties is not None and paragraph.find(_MARK_DELETED) is None:
            level = number(value(properties.find(_LEVEL)), 0)
            counted = counters.count(value(properties.find(name("numId"))), level)
            if counted is not None:
                found[paragraph] = counted
    return found


class _Counters:
    """The state of all lists.  Instances of one definition go on counting with each other."""

    def __init__(self, numbering: Element) -> None:
        self._lists = {_attribute(one, "numId"): _list(one) for one in numbering.iter(name("num"))}
        self._levels = {
            (_attribute(definition, "abstractNumId"), number(_attribute(level, "ilvl"), 0)): _level(level)
            for definition in numbering.iter(name("abstractNum"))
            for level in definition.iter(name("lvl"))
        }
        self._values: dict[tuple[str | None, int], int] = {}
        self._begun: set[tuple[str | None, int]] = set()

    def count(self, instance: str | None, level: int) -> str | None:
        """The next number of a list at a level (from 0); None where it is not plainly decimal."""
        own = self._lists.get(instance)
        kind = self._levels.get((own.definition, level)) if own else None
        if own is None or kind is None or level >= _LEVELS:
            return None
        key = own.definition, level
        if level in own.restarts and (instance, level) not in self._begun:
            self._values[key] = own.restarts[level]
        else:
            self._values[key] = self._values.get(key, kind.start - 1) + 1
        self._begun.add((instance, level))
        for deeper in range(level + 1, _LEVELS):
            self._values.pop((own.definition, deeper), None)
        return str(self._values[key]) if kind.simple else None


def _attribute(element: Element, attribute: str) -> str | None:
    """An attribute of WordprocessingML."""
    return element.get(name(attribute))


def _list(instance: Element) -> _List:
    restarts = {
        number(_attribute(override, "ilvl"), 0): number(value(start), 1)
        for override in instance.iter(name("lvlOverride"))
        if (start := override.find(name("startOverride"))) is not None
    }
    changed = instance.find(name("lvlOverride", "lvl")) is not None  # counts in a way of its own: not plain
    return _List("" if changed else value(instance.find(name("abstractNumId"))) or "", restarts)


def _level(level: Element) -> _Level:
    shown = _ORNAMENT.fullmatch(value(level.find(name("lvlText"))) or "")
    own = shown is not None and shown[1] == str(number(_attribute(level, "ilvl"), 0) + 1)
    decimal = value(level.find(name("numFmt"))) in (None, "decimal")
    return _Level(number(value(level.find(name("start"))), 1), own and decimal)
