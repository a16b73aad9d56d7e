"""The records of an Excel 97-2003 workbook, gone through once before its values are read.

The library that reads the values believes the sizes that the file declares (an impossible one ends the process), and
gives neither number formats nor error values.  Record numbers and layouts are those of [MS-XLS] 2.3 and 2.4.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import datetime

from engine.documents.formats.workbooks.biff_sheet import Broken, SheetRecords
from engine.documents.formats.workbooks.format_codes import builtin

_EOF, _LOCKED, _CALENDAR, _STRINGS, _SHEET, _XF, _FORMAT, _BOF = 0x0A, 0x2F, 0x22, 0xFC, 0x85, 0xE0, 0x41E, 0x809
_BIFF8 = 0x0600
_SHEETS = 1000


class BookRecords:
    """What the records of a workbook say: day 0 of its calendar, whether it is locked, and its sheets in order."""

    def __init__(self, stream: bytes) -> None:
        """``Broken`` or a ``struct.error`` where the records are not in order."""
        self.epoch = datetime(1899, 12, 30)
        self.locked = False
        self._wide = True
        self._formats: dict[int, str] = {}
        self._styles: list[int] = []
        self._starts: list[int] = []
        for kind, record in _records(stream, 0):
            self._take(kind, record, len(stream))
        self.sheets = [] if self.locked else self._read_sheets(stream)

    def _take(self, kind: int, record: bytes, size: int) -> None:
        if kind == _BOF:
            self._wide = struct.unpack_from("<H", record)[0] == _BIFF8
        elif kind == _LOCKED:
            self.locked = True
        elif kind == _CALENDAR and record[:1] == b"\x01":
            self.epoch = datetime(1904, 1, 1)
        elif kind == _FORMAT:
            self._formats.update((self._format(record),))
        elif kind == _XF:
            self._styles.append(struct.unpack_from("<H", record, 2)[0])
        elif kind == _SHEET:
            self._starts.append(struct.unpack_from("<I", record)[0])
        elif kind == _STRINGS and max(struct.unpack_from("<2I", record)) > size:
            raise Broken

    def _format(self, record: bytes) -> tuple[int, str]:
        """A format's number and code: its text is in UTF-16 or Latin-1, before Excel 97 in the writer's encoding."""
        number, length = struct.unpack_from("<HH" if self._wide else "<HB", record)
        if not self._wide:
            return number, record[3 : 3 + length].decode("gb18030", "replace")
        double = record[4] & 1
        raw = record[5 : 5 + length * (1 + double)]
        return number, raw.decode("utf-16-le" if double else "latin-1", "replace")

    def _read_sheets(self, stream: bytes) -> list[SheetRecords]:
        if len(self._starts) > _SHEETS or len(set(self._starts)) < len(self._starts):
            raise Broken
        codes = [self._formats.get(number) or builtin(number) for number in self._styles]
        sheets = []
        for start in self._starts:
            sheet = SheetRecords(codes)
            for kind, record in _records(stream, start):
                sheet.take(kind, record)
            sheets.append(sheet)
        return sheets


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The (number, content) of the records from an offset up to the end of their part."""
    while True:
        kind, size = struct.unpack_from("<2H", stream, start)
        if kind == _EOF:
            return
        start += 4
        yield kind, stream[start : start + size]
        start += size
