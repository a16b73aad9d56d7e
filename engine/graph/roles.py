"""One units cell to roles: ★ marks leads, the others are co-responsible; names are compared after aliases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from engine.model import Roles

_BRACKETED = r"[(\uff08][^(\uff08)\uff09]*[)\uff09]"
_BLANK = r"(?<=[局委办厅院部会府司团])[ \u3000]+(?!办公室)(?=[^ \u3000(\uff08])"
"""A blank behind a whole name parts two units (住建局 交通局); elsewhere it only spaces one out."""
_LEAD, _CO = "牵头|主办|主责", "配合|协办|协同|参与|责任|承办"
_LABEL = re.compile(rf"(?:(?P<lead>{_LEAD})|{_CO})(?:责任)?(?:单位|部门)?[:\uff1a]")
_MARK = re.compile(rf"[(\uff08](?:(?P<lead>{_LEAD})|{_CO})(?:单位|部门)?[)\uff09]")
_HANGING = re.compile(rf"[ \r\n]+(?={_MARK.pattern})")
"""A line end before a mark, which belongs to the name above it."""


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

    Words mark as well as ★ does: 发改局(牵头), 牵头单位:发改局;配合单位:经信局.
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
    for section, leads in _sections(_HANGING.sub("", units_text)):
        for piece in _pieces(section, settings.separators):
            name = _MARK.sub("", piece.replace(settings.lead_mark, "")).strip()
            mark = _MARK.search(piece)
            if name:
                marked = settings.lead_mark in piece or (mark["lead"] is not None if mark else leads)
                yield official.get(name, name), marked


def _sections(units_text: str) -> Iterator[tuple[str, bool]]:
    """The text in sections by its labels (牵头单位:…;配合单位:…), each with whether its label makes leads."""
    start, leads = 0, False
    for label in _LABEL.finditer(units_text):
        yield units_text[start : label.start()], leads
        start, leads = label.end(), label["lead"] is not None
    yield units_text[start:], leads


def _pieces(units_text: str, separators: Sequence[str]) -> Iterator[str]:
    """The text cut at separators, line ends and blanks behind a whole name, bracketed parts left whole."""
    ends = "|".join([*map(re.escape, separators), "\r", "\n", _BLANK])
    start = 0
    for match in re.finditer(rf"(?P<bracketed>{_BRACKETED})|{ends}", units_text):
        if match["bracketed"] is None:
            yield units_text[start : match.start()]
            start = match.end()
    yield units_text[start:]
