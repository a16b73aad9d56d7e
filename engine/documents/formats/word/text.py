"""The text of a paragraph or a cell of a Word document as it is shown, list numbers excepted."""

from __future__ import annotations

from collections.abc import Iterable

from engine.documents.formats.word.xml import PARAGRAPH, TABLE, Element, name

_TEXT = {name("t"), "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"}
_GLYPHS = {name("tab"): "\t", name("ptab"): "\t", name("br"): "\n", name("cr"): "\n", name("noBreakHyphen"): "-"}
_UNSEEN = {
    *(TABLE, name("pPr"), name("rPr"), name("sdtPr")),  # a table has rows of its own; properties hold no text
    *(name("del"), name("moveFrom")),  # deleted by a revision
    name("rt"),  # the pronunciation above a character
}
_SYMBOL, _FONT, _CODE = name("sym"), name("font"), name("char")
_SYMBOLS = {"AB": "★", "B6": "☆", "FC": "✓", "FB": "✗", "FE": "☑", "A8": "☐"}
"""Characters of the font Wingdings, by their place in it."""
_MARK_DELETED = name("pPr", "rPr", "del")


def paragraph_text(paragraph: Element) -> str:
    """The text of a paragraph: links and results of fields read, footnote marks and deleted text not."""
    pieces: list[str] = []
    _gather(paragraph, pieces)
    return "".join(pieces)


def joined_text(paragraphs: Iterable[Element]) -> str:
    r"""The text of paragraphs with "\n" between them, save where a revision deleted the paragraph mark."""
    pieces: list[str] = []
    for paragraph in paragraphs:
        _gather(paragraph, pieces)
        if paragraph.find(_MARK_DELETED) is None:
            pieces.append("\n")
    return "".join(pieces).strip()


def _gather(parent: Element, pieces: list[str]) -> None:
    for child in parent:
        tag = child.tag
        if tag in _TEXT:
            pieces.append(child.text or "")
        elif tag in _GLYPHS:
            pieces.append(_GLYPHS[tag])
        elif tag == _SYMBOL:
            pieces.append(_symbol(child))
        elif tag not in _UNSEEN:
            if tag == PARAGRAPH:  # one in a text box
                pieces.append("\n")
            _gather(child, pieces)


def _symbol(element: Element) -> str:
    """A character given by font and code; one that the font alone knows is shown as U+FFFD."""
    code = (element.get(_CODE) or "").upper()
    known = _SYMBOLS.get(code[-2:]) if element.get(_FONT) == "Wingdings" else None
    return known or "\ufffd"
