"""Whether an office file, which is a zip archive of XML parts, may be opened at all: checked before anything parses it.

The sizes that an archive declares may lie, so every member is unpacked once, piece by piece and into nothing.  What
counts is the absolute size: a sheet of empty styled rows packs a hundredfold and is honest.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from engine.model import Problem, Source

MEMBERS = 10_000
"""The most members of an archive; a document with a picture on every page has some hundreds."""
UNPACKED = 256 * 2**20
"""The most bytes of all members together, unpacked."""
MARKS = 8_000_000
"""The most ``<`` of all XML parts together: some million filled cells.  It bounds what a tree of them takes."""

_PIECE = 2**18
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # ECMA-376 part 2 knows no other, and some need much memory
_FOREIGN = (".svg", ".html", ".htm", ".mht")  # pictures and pages that lie within, may have a DOCTYPE, and stay unread
_BLANK = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)", re.IGNORECASE)
_PLAIN = {b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-1", b"gbk", b"gb2312", b"gb18030"}
_ENTRY = b"PK\x01\x02"
_FAULTS = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(ValueError, KeyError, IndexError, OverflowError, RuntimeError),
)
"""What the standard library raises on a broken archive."""


class _Refused(Exception):
    """Ends the check; its arguments are code, message and suggestion."""


def refusal(data: bytes, path: str) -> Problem | None:
    """Why an archive must not be parsed: damaged, locked, too large unpacked, or with entities; None where it may.

    Takes memory for one piece of a member, and time for unpacking at most ``UNPACKED`` bytes.
    """
    try:
        if data.count(_ENTRY) > MEMBERS:  # before the list of members is built
            raise _Refused(*_large(f"文件由超过 {MEMBERS} 个部件组成"))
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive)
    except _Refused as refused:
        code, message, suggestion = refused.args
    except _FAULTS:
        return damaged(path)
    else:
        return None
    return Problem(code=code, severity="error", message=message, source=Source(path=path), suggestion=suggestion)


def damaged(path: str) -> Problem:
    """The error of a file whose parts cannot be read."""
    code, message, suggestion = _damaged("文件已损坏或不完整,无法读取。")
    return Problem(code=code, severity="error", message=message, source=Source(path=path), suggestion=suggestion)


def _check(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if sum(member.file_size for member in members) > UNPACKED:
        raise _Refused(*_large(f"文件解压后超过 {UNPACKED // 2**20} MB 的上限"))
    if any(member.flag_bits & 1 for member in members):
        suggestion = "请用 WPS 或 Office 打开,取消密码后另存一份再试。"
        raise _Refused("file-locked", "文件内的部件加了密,无法读取。", suggestion)
    if any(member.compress_type not in _METHODS for member in members):
        raise _Refused(*_damaged("文件已损坏:部件的压缩方式不是办公文档所用的。"))
    size = marks = 0
    for member in members:
        for length, count in _measured(archive, member):
            size, marks = size + length, marks + count
            if size > UNPACKED:
                raise _Refused(*_large(f"文件解压后超过 {UNPACKED // 2**20} MB 的上限"))
            if marks > MARKS:
                raise _Refused(*_large("文件的内容太多(约合一百万个以上的单元格)"))


def _measured(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[tuple[int, int]]:
    """The (bytes, marks) of each piece of a member; only XML has marks, and its declarations are looked at."""
    with archive.open(member) as stream:
        piece = stream.read(_PIECE)
        xml = _is_xml(member.filename, piece)
        before = b""
        while piece:
            plain = before + piece.replace(b"\0", b"") if xml else b""  # UTF-16 without its zeros is plain enough
            if _DECLARED.search(plain):
                message = "文件中含有文档类型声明(DOCTYPE),可能引用外部内容,不予读取。"
                suggestion = "办公软件不会写出这种内容;请核对来源,用 WPS 或 Office 另存一份再试。"
                raise _Refused("file-entities", message, suggestion)
            yield len(piece), piece.count(b"<") if xml else 0
            before = plain[-16:]
            piece = stream.read(_PIECE)


def _is_xml(name: str, head: bytes) -> bool:
    """Whether a member is a part that is parsed.  One that calls itself XML must be in an encoding in which its
    declarations can be seen, so that none hides behind UTF-7 or EBCDIC."""
    named = name.lower().endswith((".xml", ".rels", ".vml"))
    start = head[:400].replace(b"\0", b"").lstrip(_BLANK)
    if name.lower().endswith(_FOREIGN) or not (named or start.startswith(b"<")):
        return False
    encoding = _ENCODING.match(start)
    if (start and not start.startswith(b"<")) or (encoding and encoding[1].lower() not in _PLAIN):
        raise _Refused(*_damaged(f"文件已损坏:部件“{name[-60:]}”不是可以辨认的 XML。"))
    return True


def _damaged(message: str) -> tuple[str, str, str]:
    return "file-damaged", message, "请用 WPS 或 Office 打开核对,能打开就另存一份再试;打不开请向来源方重新索取。"


def _large(reason: str) -> tuple[str, str, str]:
    suggestion = "请核对文件是否来自可靠来源;如无误,删去无关的工作表和图片,或拆分成几个文件。"
    return "file-bomb", f"{reason},不予读取。", suggestion
