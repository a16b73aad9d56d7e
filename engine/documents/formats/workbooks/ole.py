"""A stream of an OLE compound file, the container of Office 97-2003 documents: [MS-CFB], sections 2.1 to 2.6."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import islice

_LAST = 0xFFFFFFFA  # from here on a sector number is a mark, not a sector
_HEAD_ENTRIES = 109  # entries of the first table that the header itself holds
_ENTRY = 128
_ROOT = 5


def stream(data: bytes, names: Sequence[str]) -> bytes | None:
    """The bytes of the first of ``names`` that there is; None where there is none, or the container is broken.

    Takes at most as much memory as the file, whatever the file says.
    """
    try:
        return _stream(data, names)
    except (struct.error, IndexError, ValueError):
        return None


def _stream(data: bytes, names: Sequence[str]) -> bytes | None:
    shift, short = struct.unpack_from("<HH", data, 30)
    first_entry, _, cutoff, first_short = struct.unpack_from("<4I", data, 48)
    if shift not in (9, 12) or short != 6 or cutoff != 4096:
        return None
    table = _numbers(b"".join(_sector(data, number, shift) for number in _table_sectors(data, shift)))
    entries = _entries(_chain(data, first_entry, table, shift))
    found = [entry for name in names for entry in entries if entry[0] == name]
    if not found:
        return None
    _, _, start, size = found[0]
    if size >= cutoff:
        content = _chain(data, start, table, shift)
    else:
        root = next(entry for entry in [*entries, ("", _ROOT, _LAST, 0)] if entry[1] == _ROOT)
        shorts = _numbers(_chain(data, first_short, table, shift))
        # sectors of a short stream count from the start of the root's, those of the file from behind its header
        content = _chain(bytes(1 << short) + _chain(data, root[2], table, shift), start, shorts, short)
    return content[:size] if len(content) >= size else None


def _table_sectors(data: bytes, shift: int) -> list[int]:
    """The sectors of the allocation table: those that the header names, and those of the chain that goes on from it."""
    first, _ = struct.unpack_from("<2I", data, 68)
    listed = list(struct.unpack_from(f"<{_HEAD_ENTRIES}I", data, 76))
    steps = len(data) >> shift
    while first < _LAST and steps > 0:
        *more, first = _numbers(_sector(data, first, shift))
        listed += more
        steps -= 1
    return [number for number in islice(listed, len(data) >> shift) if number < _LAST]


def _sector(data: bytes, number: int, shift: int) -> bytes:
    start = (number + 1) << shift
    if start >= len(data):
        raise ValueError("a sector behind the end of the file")
    return data[start : start + (1 << shift)]


def _chain(data: bytes, first: int, table: Sequence[int], shift: int) -> bytes:
    """The sectors from ``first`` on as the table links them; a chain that bites its tail is an error."""
    sectors: list[bytes] = []
    number = first
    while number < _LAST:
        if len(sectors) > len(table):
            raise ValueError("a chain without an end")
        sectors.append(_sector(data, number, shift))
        number = table[number]
    return b"".join(sectors)


def _entries(directory: bytes) -> list[tuple[str, int, int, int]]:
    """(name, type, first sector, size) of each entry of the directory."""
    found = []
    for at in range(0, len(directory), _ENTRY):
        kind = directory[at + 66]
        start, size = struct.unpack_from("<2I", directory, at + 116)
        name = directory[at : at + 64].decode("utf-16-le", "replace").partition("\0")[0]
        found.append((name, kind, start, size))
    return found


def _numbers(sectors: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(sectors) // 4}I", sectors[: len(sectors) // 4 * 4])
