"""The bytes of a .docx file: the body of the document and its numbering definitions, or the Problem that says why not.

The parts are taken from the archive one by one.  The package reader of python-docx loads every part, pictures too,
and gives up a whole document for one dangling link (python-docx issue 797), which documents edited in several
programs often have.
"""

from __future__ import annotations

import io
import zipfile
from typing import NamedTuple

from lxml import etree

from engine.documents.formats.word.xml import NAMESPACE, Element, name
from engine.model import Problem, Source

LIMIT = 50 * 2**20
"""The largest text of a document that is parsed, in bytes of XML: some five thousand rows as Word writes them."""

_MAIN, _NUMBERING = "word/document.xml", "word/numbering.xml"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"  # what Word calls a strict Open XML document
_BROKEN = (zipfile.BadZipFile, LookupError, ValueError, SyntaxError)  # no such part, or XML that is none


class Package(NamedTuple):
    """The body of a document, and the root of its numbering definitions where it has any."""

    body: Element
    numbering: Element | None


def package(data: bytes, path: str) -> Package | Problem:
    """The parts that tables need, from an archive that ``zips`` found fit to open; XML may nest 256 levels."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = {member.filename: member.file_size for member in archive.infolist()}
            if max(sizes[_MAIN], sizes.get(_NUMBERING, 0)) > LIMIT:
                return _too_large(path)
            body = _parsed(archive.read(_MAIN)).find(name("body"))
            numbering = _parsed(archive.read(_NUMBERING)) if _NUMBERING in sizes else None
    except _BROKEN:
        return _broken(path)
    return _broken(path) if body is None else Package(body, numbering)


def _parsed(xml: bytes) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(xml.replace(_STRICT, NAMESPACE.encode()), parser)


def _broken(path: str) -> Problem:
    return Problem(
        code="file-damaged",
        severity="error",
        message="Word 文档已损坏或不完整:其中没有可以读取的正文。",
        source=Source(path=path),
        suggestion="请用 WPS 或 Office 打开核对,能打开就另存一份再试;打不开请向来源方重新索取。",
    )


def _too_large(path: str) -> Problem:
    return Problem(
        code="file-too-large",
        severity="error",
        message=f"Word 文档的正文展开后超过 {LIMIT // 2**20} MB 的上限。",
        source=Source(path=path),
        suggestion="请删去无关内容,或拆分成几个文件。",
    )
