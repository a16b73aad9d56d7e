"""Archives: what is refused before anything parses it, and what is not."""

import io
import struct
import tracemalloc
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.documents.formats import zips
from engine.documents.formats.zips import refusal

XML = b'<?xml version="1.0" encoding="UTF-8"?><a>1</a>'
ENTITY = '<?xml version="1.0"{0}?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'
LAUGHS = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "' + b"&b;" * 99 + b'">]><a>&c;</a>'


def archive(members, method=zipfile.ZIP_DEFLATED):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return target.getvalue()


def workbook():
    book = openpyxl.Workbook()
    book.active.append(["序号", "主要工作任务"])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def code(data):
    problem = refusal(data, "表.xlsx")
    if problem:
        assert problem.severity == "error" and problem.suggestion and problem.source.path == "表.xlsx"
    return problem and problem.code


def declared(data, size):
    """The archive with another unpacked size declared for each of its members."""
    data, at = bytearray(data), data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 24 : at + 28] = struct.pack("<I", size)
        at = data.find(b"PK\x01\x02", at + 1)
    return bytes(data)


def test_a_real_workbook_is_let_through():
    assert refusal(workbook(), "表.xlsx") is None


def test_an_archive_cut_short_at_any_length_is_damaged():
    data = workbook()
    assert {code(data[:length]) for length in range(0, len(data), 37)} == {"file-damaged"}


def test_ten_gigabytes_declared_are_refused_without_unpacking_them():
    data = declared(archive({f"xl/{n}.xml": XML for n in range(3)}), 2**32 - 2)
    assert code(data) == "file-bomb"


def test_what_unpacks_to_more_than_the_limit_is_refused(monkeypatch):
    data = archive({"xl/a.xml": b"<a>" + b" " * 2**21 + b"</a>"})
    assert refusal(data, "x") is None
    monkeypatch.setattr(zips, "UNPACKED", 2**20)
    assert code(data) == "file-bomb"


def test_a_size_that_lies_is_damage():
    data = declared(archive({"xl/a.xml": b"<a>" + b" " * 2**21 + b"</a>"}), 100)
    assert code(data) == "file-damaged"


def test_unpacking_takes_memory_for_a_piece_only():
    data = archive({"xl/a.xml": b"<a>" + b" " * 2**25 + b"</a>"})
    tracemalloc.start()
    refusal(data, "x")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2**22


def test_too_many_members_are_refused():
    assert code(archive({f"{n}": b"" for n in range(zips.MEMBERS + 1)})) == "file-bomb"


def test_more_elements_than_a_tree_can_hold_are_refused(monkeypatch):
    data = archive({"xl/a.xml": b"<a>" + b"<b/>" * 1000 + b"</a>"})
    assert refusal(data, "x") is None
    monkeypatch.setattr(zips, "MARKS", 1000)
    assert code(data) == "file-bomb"


def test_an_encrypted_member_is_said_to_be_locked():
    data = bytearray(archive({"xl/a.xml": XML}))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    assert code(bytes(data)) == "file-locked"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_compression_that_office_files_do_not_know_is_damage(method):
    assert code(archive({"xl/a.xml": XML}, method)) == "file-damaged"


@pytest.mark.parametrize(
    "part",
    [
        ENTITY.format("").encode(),
        ENTITY.format("").lower().encode(),
        ENTITY.format(' encoding="UTF-16"').encode("utf-16"),
        ENTITY.format("").encode("utf-32-be"),
        b"<!--" + b" " * (2**18 - 8) + b"-->" + LAUGHS,
        LAUGHS,
    ],
    ids=["plain", "small letters", "utf-16", "utf-32", "across pieces", "laughs"],
)
@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "_rels/.rels", "xl/sheet.bin"])
def test_a_document_type_is_refused_wherever_it_stands(name, part):
    assert code(archive({"a.xml": XML, name: part})) == "file-entities"


@pytest.mark.parametrize("encoding", ["UTF-7", "cp037", "x-unknown"])
def test_a_part_in_an_encoding_that_hides_its_declarations_is_damage(encoding):
    part = ENTITY.format(f' encoding="{encoding}"')
    written = part.encode("cp037") if encoding == "cp037" else part.replace("<!", "+ADwAIQ-").encode()
    assert code(archive({"xl/a.xml": written})) == "file-damaged"


def test_pictures_and_pages_within_may_have_a_document_type():
    page = b"<!DOCTYPE html><html></html>"
    assert refusal(archive({"word/media/a.svg": b"<!DOCTYPE svg><svg/>", "word/b.html": page}), "x") is None


def test_an_honest_text_that_mentions_a_document_type_is_let_through():
    assert refusal(archive({"xl/a.xml": b"<a>&lt;!DOCTYPE html&gt;</a>"}), "x") is None


@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=6), st.booleans())
def test_no_bytes_make_the_check_raise(place, junk, insert):
    data = archive({"xl/a.xml": XML * 20, "b.bin": b"\0" * 200})
    place %= len(data)
    problem = refusal(data[:place] + junk + data[place + (0 if insert else len(junk)) :], "x")
    assert problem is None or problem.severity == "error"
