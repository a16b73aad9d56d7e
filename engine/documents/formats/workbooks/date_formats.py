"""Dates and times as a sheet shows them: a moment and the date format of its cell become a text.

Codes are those of ECMA-376 part 1, 18.8.31.  A sheet makes dates of what looks like one: whoever types 1-5 gets the
5th of January, 1:2 a time.  The shapes that it gives to such input are told apart from those a person chooses.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache

from engine.documents.formats.workbooks.shown import Shown

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|[_*].|\[(?P<bracket>[^\]]*)\]?|(?P<general>G/通用格式|General|E[+-])'
    r"|(?P<half>AM/PM|A/P|上午/下午)|(?P<part>y+|m+|d+|h+|s+|a{3,4}|e+)|(?P<end>;)|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)


def is_date(code: str) -> bool:
    """Whether a format code shows dates or times."""
    parts, elapsed = _parts(code)
    return elapsed or any(kind == "part" for kind, _ in parts)


def moment(serial: Decimal, epoch: datetime) -> datetime | None:
    """The moment of a serial number of days since the ``epoch``, to the second; None where there is none.

    The calendar from 1900 has a 29 February of that year: days before it count from a day later.
    """
    days = int(serial)
    seconds = int((serial - days) * 86400 + Decimal("0.5"))
    if days < 60 and epoch.year < 1900:
        days += 1
    try:
        return epoch + timedelta(days=days, seconds=seconds) if serial >= 0 else None
    except OverflowError:
        return None


def dated(value: date | time | timedelta, code: str) -> Shown:
    """A date or time under a format code; where it may have been typed as text, ``detail`` is what that was."""
    if isinstance(value, timedelta):
        minutes, seconds = divmod(value.days * 86400 + value.seconds, 60)
        return Shown(f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else ""))
    when = _whole(value)
    parts, elapsed = _parts(code)
    if elapsed or not any(kind == "part" for kind, _ in parts):
        return Shown(when.isoformat(" ", "minutes") if when.hour or when.minute else when.date().isoformat())
    twelve = any(kind == "half" for kind, _ in parts)
    text = "".join(_said(when, kind, word, twelve) for kind, word in parts).strip()
    typed = _typed(when, "".join(word[0] for kind, word in parts if kind != "plain"), code)
    return Shown(text, "date", typed) if typed not in ("", text) else Shown(text)


def _whole(value: date | time) -> datetime:
    if isinstance(value, time):
        return datetime.combine(date(1900, 1, 1), value)
    return value if isinstance(value, datetime) else datetime.combine(value, time())


def _typed(when: datetime, letters: str, code: str) -> str:
    """What may have been typed where a sheet gives the date this shape by itself; "" where a person chose it."""
    shape = letters.lower()
    if shape in ("md", "dm") and not (when.hour or when.minute):
        return f"{when.month}-{when.day}"
    if shape == "my" and "mmm" in code.lower():
        return f"{when.month}-{when.year % 100:02}"
    return f"{when.hour}:{when.minute}" if shape == "hm" and ":" in code else ""


def _said(when: datetime, kind: str, word: str, twelve: bool) -> str:
    if kind == "half":
        return ("上午" if when.hour < 12 else "下午") if word == "上午/下午" else "AM" if when.hour < 12 else "PM"
    if kind == "minute":
        return f"{when.minute:0{min(len(word), 2)}}"
    if kind != "part":
        return word
    size, letter = len(word), word[0].lower()
    if letter in "ye":
        return f"{when.year:04}" if size > 2 or letter == "e" else f"{when.year % 100:02}"
    if letter == "a" or (letter == "d" and size > 2):
        return ("" if size == 3 else "星期") + "一二三四五六日"[when.weekday()]
    if letter == "m" and size > 2:
        return _MONTHS[when.month - 1]
    hour = (when.hour - 1) % 12 + 1 if twelve else when.hour
    number = {"m": when.month, "d": when.day, "h": hour, "s": when.second}[letter]
    return f"{number:0{min(size, 2)}}"


@lru_cache(maxsize=1024)
def _parts(code: str) -> tuple[tuple[tuple[str, str], ...], bool]:
    """The (kind, word) parts of a code's first section, and whether it shows a lapse of time ([h]:mm)."""
    parts: list[tuple[str, str]] = []
    elapsed = False
    for token in _TOKEN.finditer(code[:255]):
        kind = token.lastgroup
        if kind == "end":
            break
        if kind == "bracket":
            elapsed = elapsed or bool(_ELAPSED.fullmatch(token["bracket"]))
        elif kind and kind != "general":
            parts.append((kind if kind in ("part", "half") else "plain", token[kind]))
    return tuple(_with_minutes(parts)), elapsed


def _with_minutes(parts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """An m after hours or before seconds means minutes."""
    letters = [word[0].lower() if kind == "part" else "" for kind, word in parts]
    for at, (kind, word) in enumerate(parts):
        if kind == "part" and letters[at] == "m" and len(word) < 3:
            earlier = next((letter for letter in reversed(letters[:at]) if letter), "")
            later = next((letter for letter in letters[at + 1 :] if letter), "")
            if earlier == "h" or later == "s":
                parts[at] = ("minute", word)
    return parts
