"""How official documents look (GB/T 9704-2012): the page, the founts by role, and the number of the page."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

LATIN = "Times New Roman"
_TITLE, _SONG, _HEI, _KAI, _FANG = "方正小标宋简体", "宋体", "黑体", "楷体_GB2312", "仿宋_GB2312"
FOUNTS: Mapping[str, str] = MappingProxyType(
    {_TITLE: "宋体", _SONG: "SimSun", _HEI: "SimHei", _KAI: "楷体", _FANG: "仿宋"}
)
"""The Chinese founts of official documents, and what every computer has in their place."""
BODY, NOTE, CELL, NARROW_CELL = "Rule Text", "Rule Note", "Rule Cell", "Rule Narrow Cell"
WIDTH = 156
"""The width of the text in millimetres; GB/T 9704 leaves an area of 156 by 225."""
_MARGINS = {"top_margin": 37, "bottom_margin": 35, "left_margin": 28, "right_margin": 26}
_TWO_LETTERS = 32
"""The indent of a paragraph in points: two letters of 16 points."""


def set_page(document: Document) -> None:
    """A4 with the margins of official documents."""
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height, section.footer_distance = Mm(210), Mm(297), Mm(25)
    for side, millimetres in _MARGINS.items():
        setattr(section, side, Mm(millimetres))


def set_styles(document: Document) -> None:
    """The founts by role: chapters 黑体, sections 楷体, text 仿宋 of 16 points, notes and tables smaller."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    styles: Any = document.styles
    for name in (BODY, NOTE, CELL, NARROW_CELL):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    _set(styles["Normal"], _FANG, 16, 28)
    _set(styles["Title"], _TITLE, 22, 36)
    _set(styles["Heading 1"], _HEI, 16, 28, before=14)
    _set(styles["Heading 2"], _KAI, 16, 28, before=7)
    _set(styles[BODY], _FANG, 16, 28)
    _set(styles[NOTE], _FANG, 12, 20)
    _set(styles[CELL], _FANG, 10.5, 15)
    _set(styles[NARROW_CELL], _FANG, 9, 15)
    _set(styles["Footer"], _SONG, 14, 20)
    styles[BODY].paragraph_format.first_line_indent = Pt(_TWO_LETTERS)
    styles[NOTE].paragraph_format.left_indent = Pt(_TWO_LETTERS)
    styles[NOTE].paragraph_format.keep_together = True
    for line in styles["Title"].element.pPr.xpath("w:pBdr"):  # the template's, blue
        line.getparent().remove(line)


def _set(style: ParagraphStyle, fount: str, size: Any, leading: int, before: int = 0) -> None:
    """One style: fount and size in points, lines ``leading`` points apart, in black."""
    from docx.shared import Pt, RGBColor

    style.font.size, style.font.bold, style.font.color.rgb = Pt(size), False, RGBColor(0, 0, 0)
    _set_fount(style, fount)
    layout = style.paragraph_format
    layout.line_spacing, layout.space_before, layout.space_after = Pt(leading), Pt(before), Pt(0)


def _set_fount(style: ParagraphStyle, fount: str) -> None:
    """Latin letters and figures in one fount, Chinese in another; those of the template's theme give way."""
    from docx.oxml.ns import qn

    style.font.name = LATIN
    founts: Any = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in [name for name in founts.attrib if name.endswith("Theme")]:
        del founts.attrib[name]
    for name, value in (("w:ascii", LATIN), ("w:hAnsi", LATIN), ("w:cs", LATIN), ("w:eastAsia", fount)):
        founts.set(qn(name), value)


def number_pages(document: Document) -> None:
    """— 1 — below the text, on the outer side of the sheet."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    sides = ((section.footer, WD_ALIGN_PARAGRAPH.RIGHT), (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT))
    for footer, side in sides:
        footer.paragraphs[0].alignment = side
        _add_number(footer.paragraphs[0])


def _add_number(paragraph: Paragraph) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph.add_run("— ")
    field: Any = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(OxmlElement("w:r"))
    field[0].append(OxmlElement("w:t"))
    field[0][0].text = "1"
    paragraph._p.append(field)
    paragraph.add_run(" —")
