"""The words of a web page as a browser would lay them out: blocks and line breaks end a line, nothing else does."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from lxml import etree
from lxml.html import HtmlElement

_UNSEEN = {"script", "style", "template", "noscript", "head", "title", "select", "option", "textarea", "object", "svg"}
_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl", "dt"),
    *("fieldset", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol"),
    *("p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
}
_BREAK = "\0"  # stands in no page: the reader has replaced those of the file
_WIDE = "[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee]"
_SOURCE_LINE = re.compile(f"(?<={_WIDE})[ \t\r]*\n[ \t\r\n]*(?={_WIDE})")  # CSS Text 3, segment break transformation
_BLANKS = re.compile("[ \t\r\n\f\xa0]+")
_WITHOUT_WIDTH = re.compile("[\xad\u200b\u2060\ufeff]")


def visible(element: HtmlElement) -> str:
    """The text of an element, a line for each block; a line end of the file between two Chinese characters is none."""
    return _lines("".join(piece for piece in pieces(element, ()) if isinstance(piece, str)))


def before(root: HtmlElement, tables: Container[HtmlElement], longest: int) -> Iterator[tuple[HtmlElement, str]]:
    """Each of the tables with the last ``longest`` characters of text between it and the one before."""
    held: list[str] = []
    for piece in pieces(root, tables):
        if isinstance(piece, str):
            held.append(piece)
        else:
            yield piece, _lines("".join(held))[-longest:].strip()
            held = []


def pieces(root: HtmlElement, stops: Container[HtmlElement]) -> Iterator[str | HtmlElement]:
    """The text under an element in order, with marks where lines end; elements among ``stops`` as they are."""
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            if element.tag in _BLOCKS:
                yield _BREAK
            yield element.tail if element.tail and element is not root else ""
        elif element in stops:
            yield element
            walk.skip_subtree()
        elif element.tag in _UNSEEN:
            walk.skip_subtree()
        else:
            yield (_BREAK if element.tag in _BLOCKS else "") + (element.text or "")


def _lines(text: str) -> str:
    joined = _BLANKS.sub(" ", _SOURCE_LINE.sub("", _WITHOUT_WIDTH.sub("", text)))
    return "\n".join(line.strip() for line in joined.split(_BREAK) if line.strip())
