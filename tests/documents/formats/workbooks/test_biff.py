"""The records of an Excel 97-2003 workbook: what a table needs passes, what would never end does not."""

import struct

import pytest

from engine.documents.formats.workbooks.biff import Broken, locked, needed

END = struct.pack("<2H", 0x0A, 0)


def record(kind, content=b""):
    return struct.pack("<2H", kind, len(content)) + content


def start(part):
    return record(0x809, struct.pack("<4H2I", 0x600, part, 0xDBB, 1996, 0, 6))


def book(*records, sheets=1, at=None):
    """A workbook of some records, with entries of sheets that all start where the only sheet does, or ``at``."""
    head = start(5) + b"".join(records)
    place = len(head) + sheets * 12 + len(END) if at is None else at
    return head + record(0x85, struct.pack("<I4s", place, b"\0\0\1\0")) * sheets + END + start(0x10) + END


def texts(*entries, count=None):
    """A table of shared texts."""
    return record(0xFC, struct.pack("<2I", 9, len(entries) if count is None else count) + b"".join(entries))


def text(words, phonetic=0, extra=b""):
    return struct.pack("<HBi", len(words), 4, phonetic) + words + extra


def test_records_that_a_table_needs_pass_as_they_are():
    data = book(texts(text(b"a"), text(b"bc")))
    assert needed(data) == data


def test_links_become_nothing_and_all_else_keeps_its_place():
    link = record(0x1B8, bytes(32))
    assert needed(book(link)) == book(b"\xff\xff" + link[2:])


def test_a_format_code_is_as_long_as_a_code_can_be():
    fit, endless = record(0x41E, bytes(515)), record(0x41E, b"[" * 516)
    assert needed(book(fit)) == book(fit)
    assert needed(book(endless)) == book(b"\xff\xff" + endless[2:])


def test_a_password_is_seen():
    assert locked(book(record(0x2F, bytes(6)))) and not locked(book())


@pytest.mark.parametrize("data", [book(sheets=2), book(at=0x7FFF), book(at=4)])
def test_sheets_start_at_places_of_their_own_where_sheets_start(data):
    with pytest.raises(Broken):
        needed(data)


def test_more_styles_than_a_program_writes_are_refused():
    with pytest.raises(Broken):
        needed(book(record(0xE0, bytes(20)) * 20_001))


def test_no_text_ends_before_its_start():
    with pytest.raises(Broken):
        needed(book(texts(text(b"a" * 20, phonetic=-27), count=2**31 - 1)))


def test_texts_and_their_extras_go_on_in_the_next_record():
    broken_off = texts(struct.pack("<HB", 4, 0) + b"ab", count=2)
    rest = record(0x3C, b"\1c\0d\0" + struct.pack("<HBH", 1, 8, 1) + b"x") + record(0x3C, bytes(4))
    assert needed(book(broken_off, rest)) == book(broken_off, rest)


def test_a_table_with_fewer_texts_than_it_says_is_refused():
    with pytest.raises((Broken, struct.error, StopIteration)):
        needed(book(texts(text(b"a"), count=2)))
