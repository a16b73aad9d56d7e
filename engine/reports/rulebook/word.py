"""The rule book as DOCX in the manner of official documents, byte for byte the same for the same book."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from engine.reports.rulebook import style
from engine.reports.rulebook.blocks import Block, Entry, Fact, Heading, Paragraph, Table, one_line
from engine.reports.rulebook.chapters import document
from engine.rules import RuleBook

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.parfmt import ParagraphFormat

_CHINESE = "\u2018-\u201d\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"
_MARK = re.compile(f"(?<!“)((?<=[{_CHINESE}])[,:;]|[,:;](?=[{_CHINESE}]))")
"""A mark within Chinese; one that is quoted itself stays as it is."""
_BRACKETS = re.compile(f"\\(([^()]*[{_CHINESE}][^()]*)\\)")
_FULL_WIDTH = str.maketrans(",:;", "，：；")
_KEPT_ROWS = 15
"""A table of so many rows at most stands on one page."""
_MANY_COLUMNS = 8


def rulebook_docx(book: RuleBook) -> bytes:
    """The whole rule book as the bytes of a DOCX file."""
    import docx

    from engine.reports.rulebook.archive import lighten, packed, sign

    told, made = document(book), docx.Document()
    style.set_page(made)
    style.set_styles(made)
    style.number_pages(made)
    lighten(made)
    sign(made, one_line(told.title))
    _add_title(made, told.title, told.facts)
    for before, block, after in zip((None, *told.blocks), told.blocks, (*told.blocks[1:], None), strict=False):
        _add(made, block)
        _join(made, before, block, after)
    return packed(made)


def typeset(text: str) -> str:
    """A text on one line, with the marks of full width that Chinese is printed with."""
    line = _BRACKETS.sub(r"（\1）", one_line(text))
    return _MARK.sub(lambda found: found[0].translate(_FULL_WIDTH), line)


def _add_title(made: Document, title: str, facts: tuple[Fact, ...]) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    made.add_paragraph(typeset(title), "Title").alignment = WD_ALIGN_PARAGRAPH.CENTER
    for fact in facts:
        layout = _add_note(made, fact)
        layout.alignment, layout.left_indent = WD_ALIGN_PARAGRAPH.CENTER, 0


def _add(made: Document, block: Block) -> None:
    if isinstance(block, Heading):
        made.add_heading(typeset(str(block)), block.level)
    elif isinstance(block, Table):
        _add_table(made, block)
    elif isinstance(block, Entry):
        _add_entry(made, block)
    else:
        made.add_paragraph(typeset(block.text), style.BODY)


def _add_entry(made: Document, entry: Entry) -> None:
    """The rule as a paragraph of the text, and what there is to say about it below in smaller letters."""
    layouts = [made.add_paragraph(typeset(f"{entry.number}.{entry.statement}"), style.BODY).paragraph_format]
    layouts += [_add_note(made, fact) for fact in entry.facts]
    made.add_paragraph(f"编号：{one_line(entry.id)}（{one_line(entry.place)}）", style.NOTE)
    for layout in layouts:
        layout.keep_with_next = True


def _add_note(made: Document, fact: Fact) -> ParagraphFormat:
    layout: ParagraphFormat = made.add_paragraph(typeset(f"{fact.label}：{fact.text}"), style.NOTE).paragraph_format
    return layout


def _join(made: Document, before: Block | None, block: Block, after: Block | None) -> None:
    """A paragraph stays with the table that it leads to, and stands apart from the one above it."""
    from docx.shared import Pt

    if isinstance(block, Paragraph):
        layout = made.paragraphs[-1].paragraph_format
        layout.keep_with_next = True if isinstance(after, Table) else None
        layout.space_before = Pt(8) if isinstance(before, Table) else None


def _add_table(made: Document, block: Table) -> None:
    from docx.oxml import OxmlElement

    table: Any = made.add_table(0, len(block.head), "Table Grid")
    table.autofit = False
    narrow = len(block.head) > _MANY_COLUMNS
    if narrow:
        _save_margins(table)
    widths = _widths(block)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for line in (block.head, *block.rows):
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        whole = len(block.rows) <= _KEPT_ROWS and line is not block.rows[-1]
        for cell, text, width in zip(row.cells, line, widths, strict=True):
            cell.width = width
            _fill(cell.paragraphs[0], text, line is block.head, whole)
            cell.paragraphs[0].style = style.NARROW_CELL if narrow else style.CELL
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _fill(paragraph: Any, text: str, bold: bool, kept: bool) -> None:
    """The words of a cell, ``kept`` on one page with the row below."""
    paragraph.add_run(typeset(text)).bold = bold or None
    paragraph.paragraph_format.keep_with_next = kept or None


def _save_margins(table: Any) -> None:
    """Half a millimetre beside the words, so that twelve months stand in one row."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    sides = "".join(f'<w:{side} w:w="30" w:type="dxa"/>' for side in ("left", "right"))
    margins = parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>")
    table._tbl.tblPr.xpath("w:tblLook")[0].addprevious(margins)  # the format asks for this order


def _widths(block: Table) -> list[Any]:
    """The widths of the columns by their longest cell, none so narrow or wide that the others suffer."""
    from docx.shared import Mm

    columns = zip(block.head, *block.rows, strict=True)
    shares = [min(max(max(_columns(text) for text in column), 6), 40) for column in columns]
    edges = [style.WIDTH * sum(shares[:number]) // sum(shares) for number in range(len(shares) + 1)]
    return [Mm(right - left) for left, right in pairwise(edges)]


def _columns(text: str) -> int:
    """The width of a text in Latin letters."""
    return sum(1 if letter.isascii() else 2 for letter in one_line(text))
