"""The compressed streams of a PDF, checked on its bytes before it is parsed: whether they are whole, and how large."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from pdfminer.ascii85 import ascii85decode

EXPANDED = 500 * 2**20
"""The most bytes that the compressed streams of a file may come to, together."""
_STREAM = re.compile(rb">>\s{0,4}stream\r?\n")
_FILTER = re.compile(rb"/F(?:ilter)?\s*\[?\s*(/A(?:SCII)?85(?:Decode)?\s*)?/Fl(?:ateDecode)?\b")
_TWICE = re.compile(rb"/(?:Fl(?:ate)?|LZW|AHx|ASCIIHex|RL|RunLength)(?:Decode)?\s*/Fl(?:ateDecode)?\b")
_CHUNK = 2**16
_LONGEST = 4096  # bytes of a stream's dictionary


def expanded(data: bytes) -> tuple[int, int]:
    """The size of all compressed streams when expanded, up to a little more than ``EXPANDED``, and how many of them
    are damaged.  A stream compressed twice counts as too much: nobody writes such a file in earnest."""
    if _TWICE.search(data):
        return EXPANDED + 1, 0
    total = damaged = 0
    for packed, start in _compressed(data):
        size, whole = _size(packed, start, EXPANDED - total)
        total += size
        damaged += not whole
        if total > EXPANDED:
            break
    return total, damaged


def _compressed(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Where compressed bytes begin: in the file itself, or in what a stream spells with letters (Ascii85)."""
    spelt = 0  # the end of the last stream in letters; none begins within another
    for match in _STREAM.finditer(data):
        filters = _FILTER.search(_dictionary(data, match.start()))
        if filters and not filters[1]:
            yield data, match.end()
        elif filters:
            end = data.find(b"~>", match.end()) if match.end() >= spelt else -1
            spelt = end + 2 if end >= 0 else len(data)
            yield _decoded(data[match.end() : end + 2]) if end >= 0 else b"", 0


def _decoded(letters: bytes) -> bytes:
    """What Ascii85 letters spell; nothing where they are no letters at all, as in an encrypted file."""
    try:
        return ascii85decode(letters)
    except ValueError:
        return b""


def _dictionary(data: bytes, end: int) -> bytes:
    """The beginning of the object whose stream follows at ``end``, where its filters are named."""
    near = data[max(0, end - _LONGEST) : end]
    return near[near.rfind(b"obj") + 1 :]


def _size(data: bytes, start: int, most: int) -> tuple[int, bool]:
    """The size of the stream that begins at ``start``, counted to a little over ``most``, and whether it is whole."""
    size, engine, rest = 0, zlib.decompressobj(), data[start : start + _CHUNK]
    try:
        while rest and not engine.eof and size <= most:
            size += len(engine.decompress(rest, _CHUNK))
            start += len(rest) - len(engine.unconsumed_tail)
            rest = data[start : start + _CHUNK]
    except zlib.error:
        return size, False
    return size, engine.eof or size > most
