"""What a DOCX file is besides its text: parts of the template that say nothing go, and the bytes depend on no clock."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from engine.reports.rulebook.style import FOUNTS

if TYPE_CHECKING:
    from docx.document import Document

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first date of a ZIP archive, in place of the clock."""
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KEPT_TABLES = ("Normal Table", "Table Grid")


def sign(document: Document, title: str) -> None:
    """The properties of the file, in place of the template's."""
    core = document.core_properties
    core.title = title[:255]  # the most that the format takes
    core.author = core.last_modified_by = core.comments = core.keywords = ""
    core.created = core.modified = datetime(*_EPOCH)


def lighten(document: Document) -> None:
    """Without the template's thumbnail and its hundred styles of tables, which nothing uses."""
    from docx.enum.style import WD_STYLE_TYPE

    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in _KEPT_TABLES:
            style.delete()
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(("/stylesWithEffects", "/thumbnail"))]:
            del rels[key]


def packed(document: Document) -> bytes:
    """The bytes of the file: every date set, stored as it is, since packing differs between versions of zlib."""
    saved, made = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as found, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name in found.namelist():
            part = _fount_table() if name == "word/fontTable.xml" else found.read(name)
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), part)
    return made.getvalue()


def _fount_table() -> bytes:
    """The founts with what to take where one is not installed."""
    founts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for name, other in FOUNTS.items()
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<w:fonts xmlns:w="{_NAMESPACE}">{founts}</w:fonts>'.encode()
