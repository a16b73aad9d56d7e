"""A value of a sheet and its format code become the text that a person sees in the cell."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from engine.documents.formats.workbooks.date_formats import dated, is_date, moment
from engine.documents.formats.workbooks.format_codes import GENERAL
from engine.documents.formats.workbooks.number_formats import figure, numeral, plain
from engine.documents.formats.workbooks.shown import Shown

Value = str | bool | int | float | date | time | timedelta | None
"""What the libraries make of a cell; an error value is a text that begins with #."""

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")  # ECMA-376 part 1, 22.9.2.19: characters that XML cannot hold
_LARGEST = 308  # decimal places of the largest figure that a sheet can hold
NOTHING = Shown("")


def shown(value: Value, code: str, epoch: datetime) -> Shown:
    """The text of a cell.  ``epoch`` is day 0 of the workbook's calendar."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, str):
        return Shown(unescaped(value))
    if isinstance(value, bool):
        return Shown(str(value).upper())
    if isinstance(value, int | float):
        return _figure(value, code, epoch)
    return dated(value, code)


def unescaped(text: str) -> str:
    r"""A text with its _x000D_ escapes decoded, line ends as \n, and no surrounding blanks (full-width ones too)."""
    if "_x" in text:
        text = _ESCAPE.sub(_character, text)
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _character(escape: re.Match[str]) -> str:
    code = int(escape[1], 16)
    return escape[0] if 0xD800 <= code < 0xE000 else chr(code)  # half a character stays as it is written


def _figure(value: int | float, code: str, epoch: datetime) -> Shown:
    number = figure(value)
    if not number.is_finite() or number.adjusted() > _LARGEST:
        return Shown("", "error", "#NUM!")
    if code == GENERAL:
        return Shown(plain(number))
    if not is_date(code):
        return numeral(number, code)
    when = moment(number, epoch)
    return dated(when, code) if when else Shown("", "error", f"#####({plain(number)[:20]})")
