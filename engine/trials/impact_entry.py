"""One entry of a rule book as text."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from engine.rules.file.faults import Place


class Entry(NamedTuple):
    """What an entry says, by its keys, and where it stands: its line, None where it has no place of its own, in
    ``file``, None for the rules file itself.  ``exact`` is what a value comes to that can be written in several ways,
    by its key: 5个百分点 and 5% are the same share; ``told`` is a condition
    in Chinese words, by its key."""

    values: Mapping[str, str]
    line: int | None = None
    file: str | None = None
    exact: Mapping[str, str] = MappingProxyType({})
    told: Mapping[str, str] = MappingProxyType({})

    def meant(self, key: str) -> str | None:
        """What the entry says under a key, however it is written; None where it says nothing."""
        return self.exact.get(key) or self.values.get(key)


Named = tuple[tuple[str, str], Entry]
"""An entry by its section and its name; an entry without a name is the section."""


def placed(values: Mapping[str, str], place: Place | None) -> Entry:
    """An entry at a place, None where it has none of its own."""
    return Entry(values, place.line, place.file or None) if place else Entry(values)
