"""The date that a document plainly states in the title above its table."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

_LONGEST = 60  # a title is short; sentences of a covering letter speak of other dates too
_YEAR = re.compile(r"(\d{4})年")
_STATED = re.compile(
    r"截[至止]到?(?:(?P<year>\d{4})[年.-])?(?P<month>\d{1,2})[月.-](?P<day>\d{1,2}(?!\d))?"
    r"|(?:1|元)月?[-~—–至到](?P<until>\d{1,2})月"
    r"|(?P<part>上半年|前三季度|第?[一1]季度)"
)
_PARTS = {"上半年": 6, "前三季度": 9}  # any other part is the first quarter


def stated_date(title: str) -> date | None:
    """The one date that title lines give: 截至2023年6月30日, 2023年1-6月, 2023年上半年; a month means its last day.

    The year may stand elsewhere in the same line.  Dates of writing or publication are no such date.  None where
    nothing, or more than one date, is stated.
    """
    plain = unicodedata.normalize("NFKC", title).splitlines()
    found = {day for line in plain for day in _dates("".join(line.split()))}
    return found.pop() if len(found) == 1 else None


def _dates(line: str) -> Iterator[date]:
    years = set(_YEAR.findall(line))
    for match in _STATED.finditer(line) if len(line) <= _LONGEST else ():
        year = match["year"] or (min(years) if len(years) == 1 else "0")
        month = match["month"] or match["until"] or _PARTS.get(match["part"], 3)
        day = _day(int(year), int(month), match["day"])
        if day:
            yield day


def _day(year: int, month: int, day: str | None) -> date | None:
    if not (year and 1 <= month <= 12):
        return None
    last = monthrange(year, month)[1]
    return date(year, month, int(day or last)) if 1 <= int(day or last) <= last else None
