"""The records of an Excel 97-2003 workbook, made safe for the library that reads them.

xlrd believes what records say of themselves: 115 bytes with a link on every cell of a sheet, or a text whose phonetic
part has a negative size, keep it busy for ever.  So it only gets the records that a table needs, and sheets that start
where sheets do.  Record numbers and layouts are those of [MS-XLS] 2.3 to 2.5.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_EOF, _LOCKED, _CONTINUE, _SHEET, _TEXTS, _FORMAT, _BOF, _STYLE = 0x0A, 0x2F, 0x3C, 0x85, 0xFC, 0x41E, 0x809, 0xE0
_NEEDED = {
    *(_EOF, _CONTINUE, _SHEET, _TEXTS, _BOF, _STYLE, 0x22, 0x42),  # of the book: also its calendar and encoding
    *(0x7D, 0xE5, 0x208),  # columns, merged areas, rows
    *(0xBD, 0xD6, 0xFD, 0x203, 0x204, 0x205, 0x27E),  # cells that hold anything
    *(0x06, 0x207, 0x221, 0x236, 0x4BC),  # formulas, their texts, and what may stand between the two
}
_WIDE, _PHONETIC, _RICH = 1, 4, 8  # what a shared text has
_WORKSHEET = b"\0"
_CODE = 515  # bytes of the longest format code, 255 characters; longer ones would take the time of their square
_STYLES = 20_000  # Excel itself ends at 4,050; each takes kilobytes once it is read
_NOTHING = struct.pack("<H", 0xFFFF)  # the number of no record


class Broken(ValueError):
    """Records that no office program would write."""


def locked(stream: bytes) -> bool:
    """Whether a workbook has a password; its records then hold nothing that can be read."""
    return any(kind == _LOCKED for _, kind, _ in _records(stream))


def needed(stream: bytes) -> bytes:
    """The stream with the records that a table has no need of made into nothing.

    ``Broken``, or what Python raises for a place that is not there, where sheets or shared texts are out of
    order, or there are more styles than any office program writes.
    """
    if sum(kind == _STYLE for _, kind, _ in _records(stream)) > _STYLES:
        raise Broken
    _check_sheets(stream)
    _check_texts(stream)
    result = bytearray(stream)
    for at, kind, record in _records(stream):
        if kind not in _NEEDED and not (kind == _FORMAT and len(record) <= _CODE):
            result[at : at + 2] = _NOTHING
    return bytes(result)


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    """The (place, number, content) of each record."""
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<2H", stream, at)
        yield at, kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _check_sheets(stream: bytes) -> None:
    """Each sheet starts at a place of its own, and within nothing else: so none is read twice."""
    starts: set[int] = set()
    claimed: list[int] = []
    depth = 0
    for at, kind, record in _records(stream):
        if kind == _BOF:
            starts.update([] if depth else [at])
            depth += 1
        elif kind == _EOF:
            depth = max(depth - 1, 0)
        elif kind == _SHEET and record[5:6] == _WORKSHEET:
            claimed += struct.unpack_from("<I", record)
    if len(set(claimed)) < len(claimed) or not starts.issuperset(claimed):
        raise Broken


def _check_texts(stream: bytes) -> None:
    parts: list[bytes] = []
    for _, kind, record in _records(stream):
        if kind != _CONTINUE:
            _check_table(parts)
            parts = []
        if kind == _TEXTS or parts:
            parts.append(record)


def _check_table(parts: list[bytes]) -> None:
    """Go through a table of shared texts, which lies in one record or more, to see that each ends behind its start."""
    if not parts:
        return
    rest = iter(parts)
    part, at = next(rest), 8
    for _ in range(*struct.unpack_from("<I", part, 4)):
        while at >= len(part):
            part, at = next(rest), at - len(part)
        chars, flags = struct.unpack_from("<HB", part, at)
        at += 3
        runs, phonetic = 0, 0
        if flags & _RICH:
            (runs,) = struct.unpack_from("<H", part, at)
            at += 2
        if flags & _PHONETIC:
            (phonetic,) = struct.unpack_from("<i", part, at)
            at += 4
        if phonetic < 0:
            raise Broken
        while (held := min((len(part) - at) >> (flags & _WIDE), chars)) < chars:
            chars -= held
            part, at = next(rest), 1
            flags = part[0]
        at += (held << (flags & _WIDE)) + 4 * runs + phonetic
