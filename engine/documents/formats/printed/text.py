"""The characters of a PDF page as lines, and lines as the text that was wrapped into them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

Char = dict[str, Any]
"""A character as pdfplumber gives it: its text and its box, in points from the page's top left corner."""

_QUOTES = '“”‘’"'
_OPENING = '“‘"〔《〈【「『(\\[\uff08\uff3b'
_CLOSING = "[”’、。〕》〉】」』,.;:!?)\\]%\uff0c\uff1b\uff1a\uff01\uff1f\uff09\uff3d\uff05\uff0e]"
_DASHES = "—–～~·/"
_FIRST_WORD = re.compile(
    rf"\s*[{_OPENING}]*(?:[!-~]+|.)(?:{_CLOSING}*[{_QUOTES}]+(?:[!-~]+|.)|(?:{_CLOSING}|[{_DASHES}])+[!-~]+)*{_CLOSING}*"
)
"""What no line break tears: marks with what they mark, quotes with both neighbours, a list or range of figures or of
names in Latin letters (Unicode Standard Annex 14, and the office programs, which tear less)."""
_TORN = re.compile(rf"\s*{_CLOSING}")
_RADICALS = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
_GAP = 0.3  # em between two letters that makes words of them
_OVERPRINT = 0.3  # of its width, by which a character printed twice for boldness is moved
_SPARE = 1.5  # em that a wrapped line may leave free beside what the next word needs


class Line(NamedTuple):
    """A line of text.

    ``left`` and ``right`` are where its ink begins and ends, ``em`` is the height of its largest character and
    ``lead`` the width of its first word, in points; ``room`` is what was left free of the width that it had.
    """

    text: str
    left: float
    right: float
    em: float
    lead: float
    room: float = 0


def lines(chars: Iterable[Char]) -> list[Line]:
    """The lines of a stretch of the page from top to bottom; blank ones are left out."""
    return [_line(row) for row in _rows(sorted(chars, key=_middle)) if any(not _blank(char) for char in row)]


def joined(parts: Sequence[Line]) -> str:
    """The text of lines that follow each other.

    A line end is layout where the next word had no room: it vanishes, or is a blank between two words of letters.
    Where there was room, the writer ended the line, and so it does here.  A blank printed at a line end is the
    writer's, unless most lines have one: then a program put them there.
    """
    text, needed = "", 0.0
    blanks = sum(map(_blank_between, parts, parts[1:]))
    own = blanks == 1 or 2 * blanks < len(parts)
    for line, after in reversed([*pairwise(parts)]):
        needed = after.lead + (needed if after.lead >= after.right - after.left else 0)  # a word may fill whole lines
        text = _between(line, after, needed, own) + after.text.strip() + text
    return parts[0].text.strip() + text if parts else ""


def hangs(char: Char) -> bool:
    """Whether a character may stand beyond the end of its line, as Word and others let closing marks do."""
    return bool(_TORN.match(char["text"]))


def plain(text: str) -> str:
    """The text with Chinese radicals and compatibility forms, which some fonts name instead, as ordinary characters."""
    return _RADICALS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def _between(line: Line, after: Line, needed: float, own: bool) -> str:
    """What stands for a line end, if the next word needs so much; ``own``: printed blanks are the writer's."""
    indent = max(line.left - after.left, 0)
    if not _TORN.match(after.text) and line.room - indent >= needed + _SPARE * line.em:
        return "\n"
    if _blank_between(line, after):
        return " " if own or (line.text.isascii() and after.text.isascii()) else ""
    letters = _letter(line.text[-1:]) and _letter(after.text[:1])
    return " " if letters and line.room >= line.em / 2 else ""


def _blank_between(line: Line, after: Line) -> bool:
    return line.text[-1:].isspace() or after.text[:1].isspace()


def _rows(chars: Sequence[Char]) -> Iterator[list[Char]]:
    row: list[Char] = []
    for char in chars:
        if row and _middle(char) - _middle(row[0]) > max(_height(char), _height(row[0])) / 2:
            yield row
            row = []
        row.append(char)
    if row:
        yield row


def _line(row: list[Char]) -> Line:
    chars = list(_once(sorted(row, key=lambda char: char["x0"])))
    inked = [char for char in chars if not _blank(char)]
    left, right = inked[0]["x0"], max(char["x1"] for char in inked)
    text = plain("".join(_spaced(chars)))
    first = _FIRST_WORD.match(text)
    lead = chars[min(first.end() if first else 1, len(chars)) - 1]["x1"] - left
    return Line(text, left, right, max(_height(char) for char in inked), lead)


def _once(chars: Sequence[Char]) -> Iterator[Char]:
    last: Char | None = None
    for char in chars:
        again = last and last["text"] == char["text"] and not _blank(char)
        if not (again and last and char["x0"] - last["x0"] < _OVERPRINT * (last["x1"] - last["x0"])):
            yield char
            last = char


def _spaced(chars: Sequence[Char]) -> Iterator[str]:
    """The text of each character, with a blank before it where a word begins that the file sets off by a gap only."""
    last: Char | None = None
    for char in chars:
        gap = char["x0"] - last["x1"] if last else 0
        apart = last and gap > _GAP * _height(char) and _letter(last["text"]) and _letter(char["text"])
        yield (" " if apart else "") + char["text"]
        last = char


def _letter(text: str) -> bool:
    return text.isascii() and text.isalpha()


def _blank(char: Char) -> bool:
    return not char["text"].strip()


def _height(char: Char) -> float:
    height: float = char["bottom"] - char["top"]
    return height


def _middle(char: Char) -> float:
    middle: float = (char["top"] + char["bottom"]) / 2
    return middle
