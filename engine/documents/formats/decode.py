"""Bytes to text, strictly: a byte-order mark decides, then UTF-8, then GB18030; nothing is guessed or replaced."""

from __future__ import annotations

import codecs

from engine.model import Problem, Source

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decode(data: bytes, path: str) -> tuple[str | None, Problem | None]:
    """The text without its byte-order mark, and what there is to say about it; the text is None on an error."""
    mark, encodings = _encodings(data)
    for encoding in encodings:
        try:
            text = data[len(mark) :].decode(encoding)
        except UnicodeDecodeError:
            continue
        return text, _national(path) if encoding == "gb18030" else None
    return None, _undecodable(path)


def _encodings(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, (encoding,)
    return b"", ("utf-8", "gb18030")


def _national(path: str) -> Problem:
    return Problem(
        code="file-gb18030",
        severity="note",
        message="文件不是 UTF-8 编码,已按国标编码 GB18030(GBK)读取。",
        source=Source(path=path),
        suggestion="如有乱码,请另存为 UTF-8 后重试。",
    )


def _undecodable(path: str) -> Problem:
    return Problem(
        code="file-encoding",
        severity="error",
        message="无法识别文件的编码:内容不是有效的 UTF-8、UTF-16 或 GB18030 文本,也可能根本不是文本文件。",
        source=Source(path=path),
        suggestion="请用 WPS、Excel 或记事本打开原文件,另存为“CSV UTF-8”或 UTF-8 文本后重试。",
    )
