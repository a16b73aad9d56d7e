"""One units cell to roles: ★ marks leads, the others are co-responsible; names are compared after aliases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from engine.model import Roles


class UnitSettings(Protocol):
    """What the rules say about units.

    ``lead_mark`` marks a lead; ``first_leads`` says whether the first unit leads where none is marked;
    ``separators`` stand between units, beside line ends; ``aliases`` gives other names by the name that counts.
    """

    @property
    def lead_mark(self) -> str: ...
    @property
    def first_leads(self) -> bool: ...
    @property
    def separators(self) -> Sequence[str]: ...
    @property
    def aliases(self) -> Mapping[str, Sequence[str]]: ...


def roles(units_text: str, settings: UnitSettings) -> Roles:
    """The units of a cell by role, in the order listed: "★发改局、经信局" → lead 发改局, co 经信局.

    Separators within brackets belong to the name: 发改局(服务业发展局).  A unit listed twice counts once, as lead if
    it leads once.  Names that are only alike are two units.
    """
    leads: dict[str, bool] = {}
    for name, marked in _named(units_text, settings):
        leads[name] = leads.get(name, False) or marked
    if settings.first_leads and leads and not any(leads.values()):
        leads[next(iter(leads))] = True
    return Roles(
        lead=tuple(name for name, led in leads.items() if led),
        co=tuple(name for name, led in leads.items() if not led),
    )


def _named(units_text: str, settings: UnitSettings) -> Iterator[tuple[str, bool]]:
    """(name that counts, whether it is marked) of each unit as listed."""
    official = {other: name for name, others in settings.aliases.items() for other in others}
    for piece in _pieces(units_text, settings.separators):
        name = piece.replace(settings.lead_mark, "").strip()
        if name:
            yield official.get(name, name), settings.lead_mark in piece


def _pieces(units_text: str, separators: Sequence[str]) -> Iterator[str]:
    """The text cut at separators and line ends, bracketed parts left whole."""
    ends = "|".join(re.escape(mark) for mark in (*separators, "\r", "\n"))
    start = 0
    for match in re.finditer(rf"(?P<bracketed>[(\uff08][^(\uff08)\uff09]*[)\uff09])|{ends}", units_text):
        if match["bracketed"] is None:
            yield units_text[start : match.start()]
            start = match.end()
    yield units_text[start:]
