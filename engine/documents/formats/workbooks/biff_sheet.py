"""What a sheet of an Excel 97-2003 workbook says beside its values: formats, errors, what is hidden, its size.

Record numbers and layouts are those of [MS-XLS] 2.3 and 2.4.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence

from engine.documents.formats.workbooks.format_codes import GENERAL

ROWS, COLUMNS = 65_536, 256
_DIMENSIONS, _ROW, _COLUMN, _FORMULA, _ERROR, _SEVERAL, _MERGES = 0x200, 0x208, 0x7D, 0x06, 0x205, 0xBD, 0xE5
_NUMBERS = (0x203, 0x27E, _FORMULA)
_TEXTS = (0xFD, 0x204, 0xD6)
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


class Broken(ValueError):
    """Records that no office program would write."""


class SheetRecords:
    """What the records of one sheet say; rows and columns count from 1.  ``codes`` are the formats by style."""

    def __init__(self, codes: Sequence[str]) -> None:
        self._codes = codes
        self.first_row, self.first_column, self.last_row, self.last_column = ROWS, COLUMNS, 0, 0
        self.formats: dict[tuple[int, int], str] = {}
        self.errors: dict[tuple[int, int], str] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merges = 0
        self._handlers: dict[int, Callable[[bytes], None]] = {
            **dict.fromkeys(_NUMBERS, self._on_number),
            **dict.fromkeys(_TEXTS, self._on_cell),
            _SEVERAL: self._on_several,
            _ERROR: self._on_error,
            _DIMENSIONS: self._on_dimensions,
            _ROW: self._on_row,
            _COLUMN: self._on_columns,
            _MERGES: self._on_merges,
        }

    @property
    def area(self) -> int:
        """The number of cells of the rectangle that holds all values: so much is taken up by reading them."""
        return max(0, self.last_row - self.first_row + 1) * max(0, self.last_column - self.first_column + 1)

    def take(self, kind: int, record: bytes) -> None:
        """Note what a record says; ``Broken`` or a ``struct.error`` where it says what cannot be."""
        handler = self._handlers.get(kind)
        if handler:
            handler(record)
        if kind == _FORMULA and record[12:14] == b"\xff\xff" and record[6] == 2:
            self.errors[self._place(record)] = _ERRORS.get(record[8], "#ERR!")

    def _place(self, record: bytes) -> tuple[int, int]:
        row, column = struct.unpack_from("<2H", record)
        if column >= COLUMNS:
            raise Broken
        return row + 1, column + 1

    def _on_cell(self, record: bytes) -> None:
        row, column = self._place(record)
        self.first_row, self.last_row = min(self.first_row, row), max(self.last_row, row)
        self.first_column, self.last_column = min(self.first_column, column), max(self.last_column, column)

    def _on_number(self, record: bytes) -> None:
        self._on_cell(record)
        self._format(self._place(record), *struct.unpack_from("<H", record, 4))

    def _on_several(self, record: bytes) -> None:
        """Figures of adjacent cells: row, first column, (format, figure) of each, last column."""
        row, first = self._place(record)
        for at in range((len(record) - 6) // 6):
            self._on_cell(struct.pack("<2H", row - 1, first - 1 + at))
            self._format((row, first + at), *struct.unpack_from("<H", record, 4 + 6 * at))

    def _format(self, place: tuple[int, int], style: int) -> None:
        code = self._codes[style] if style < len(self._codes) else GENERAL
        if code != GENERAL:
            self.formats[place] = code

    def _on_error(self, record: bytes) -> None:
        self._on_cell(record)
        value, is_error = struct.unpack_from("<2B", record, 6)
        if is_error:
            self.errors[self._place(record)] = _ERRORS.get(value, "#ERR!")

    def _on_dimensions(self, record: bytes) -> None:
        """The size that the sheet claims; blanks that are counted in do no harm, an impossible size would."""
        layout = "<2I2H" if len(record) >= 12 else "<4H"
        first_row, end_row, first_column, end_column = struct.unpack_from(layout, record)
        if not (first_row <= end_row <= ROWS and first_column <= end_column <= COLUMNS):
            raise Broken

    def _on_row(self, record: bytes) -> None:
        if struct.unpack_from("<I", record, 12)[0] & 0x20:
            self.hidden_rows.add(struct.unpack_from("<H", record)[0] + 1)

    def _on_columns(self, record: bytes) -> None:
        first, last, _, _, flags = struct.unpack_from("<5H", record)
        if flags & 1:
            self.hidden_columns.update(range(first + 1, min(last, COLUMNS - 1) + 2))

    def _on_merges(self, record: bytes) -> None:
        self.merges += struct.unpack_from("<H", record)[0]
