"""Files: encodings, formats, and every way in which a file cannot be read."""

import codecs
import hashlib
import os

import pytest

from engine.documents import files, read

TABLE = "序号 | 主要工作任务 | 完成情况 | 牵头单位 |\n1 | 新增绿道10公里。 | 完成2.2公里。 | ★建设局、城投集团 |\n"
ENCODED = {
    "utf-8": TABLE.encode(),
    "utf-8 with a mark": codecs.BOM_UTF8 + TABLE.encode(),
    "utf-16 little endian": codecs.BOM_UTF16_LE + TABLE.encode("utf-16-le"),
    "utf-16 big endian": codecs.BOM_UTF16_BE + TABLE.encode("utf-16-be"),
    "gb18030": TABLE.encode("gb18030"),
}


def codes(document):
    return [problem.code for problem in document.problems]


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED)
def test_every_encoding_gives_the_same_rows(read_bytes, data):
    document = read_bytes(data)
    (task,) = document.tasks
    assert (task.id, task.text, task.progress, task.units) == (
        *("1", "新增绿道10公里。", "完成2.2公里。", "★建设局、城投集团"),
    )
    assert task.source.offset == TABLE.index("1 |")


def test_gb18030_is_read_with_a_note_and_utf8_without(read_bytes):
    assert codes(read_bytes(ENCODED["gb18030"])) == ["file-gb18030"]
    assert codes(read_bytes(ENCODED["utf-8"])) == []


def test_the_digest_is_of_the_bytes_of_the_file(read_bytes):
    data = ENCODED["gb18030"]
    assert read_bytes(data).sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    "data",
    [b"\xff\xff\xff\xff", codecs.BOM_UTF8 + b"\xb1\xed", codecs.BOM_UTF16_LE + b"\x00\xd8\x41\x00"],
)
def test_bytes_that_are_no_text_are_an_error_with_advice(read_bytes, data):
    document = read_bytes(data)
    assert codes(document) == ["file-encoding"]
    assert "UTF-8" in document.problems[0].suggestion
    assert document.tasks == ()


def test_an_archive_that_is_no_workbook_says_which_formats_can_be_read(read_bytes):
    (problem,) = read_bytes(b"PK\x03\x04", name="table.xlsx").problems
    assert (problem.code, problem.severity) == ("file-format", "error")
    assert ".xlsx" in problem.suggestion and ".csv" in problem.suggestion


def test_a_missing_file_a_folder_an_empty_file_and_a_nonsense_path_are_errors(tmp_path, read_bytes):
    assert codes(read(tmp_path / "没有.txt")) == ["file-missing"]
    assert codes(read(tmp_path)) == ["file-directory"]
    assert codes(read_bytes(b"")) == ["file-empty"]
    assert codes(read("a\0b")) == ["file-unreadable"]
    assert codes(read("长" * 5000)) == ["file-unreadable"]


def test_what_could_not_be_read_has_no_digest(tmp_path):
    assert read(tmp_path / "没有.txt").sha256 == ""


def test_a_device_is_no_file():
    assert codes(read(os.devnull)) == ["file-unreadable"]


def test_a_file_over_the_limit_is_refused_unread(read_bytes, monkeypatch):
    monkeypatch.setattr(files, "LIMIT", 10)
    assert codes(read_bytes(ENCODED["utf-8"])) == ["file-too-large"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may read every file")
def test_a_file_without_permission_is_an_error(tmp_path):
    path = tmp_path / "table.txt"
    path.write_bytes(ENCODED["utf-8"])
    path.chmod(0)
    assert codes(read(path)) == ["file-permission"]


def test_a_file_name_that_is_no_unicode_still_gives_a_document(tmp_path):
    assert codes(read(str(tmp_path / "\udcff.txt"))) == ["file-missing"]
