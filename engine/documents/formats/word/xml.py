"""The names of WordprocessingML (ISO/IEC 29500-1, clause 17), and the order in which its blocks are read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

Element = etree._Element

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NUMBER = re.compile(r"[0-9]+")


def name(*path: str) -> str:
    """The qualified name of an element, or the path to one: tblPr, or trPr and gridBefore within it."""
    return "/".join(f"{{{NAMESPACE}}}{step}" for step in path)


PARAGRAPH, TABLE, ROW, CELL = name("p"), name("tbl"), name("tr"), name("tc")
_VALUE = name("val")


def value(element: Element | None) -> str | None:
    """The ``w:val`` of an element, None where there is no such element or no value."""
    return None if element is None else element.get(_VALUE)


def number(text: str | None, default: int) -> int:
    """A whole number as written, a longer one cut to ten digits; the default where there is none."""
    return int(text[:10]) if text and _NUMBER.fullmatch(text) else default


def within(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those in content controls or inserted by a revision."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in (ROW, CELL, PARAGRAPH):
            yield from within(child, tag)


def blocks(parent: Element) -> Iterator[Element]:
    """The paragraphs and tables of a body or a cell, in the order of the document.

    Tables in a text box follow its paragraph.  A table of one column that holds another table is a frame for the
    layout: in its place stand the blocks of its cells.
    """
    for child in parent:
        if child.tag == PARAGRAPH:
            yield child
            if _holds_table(child):
                yield from (block for block in blocks(child) if block.tag == TABLE)
        elif child.tag == TABLE and not _is_frame(child):
            yield child
        else:
            yield from blocks(child)


def _is_frame(table: Element) -> bool:
    return _holds_table(table) and all(len(list(within(row, CELL))) < 2 for row in within(table, ROW))


def _holds_table(element: Element) -> bool:
    return next(element.iterdescendants(TABLE), None) is not None
