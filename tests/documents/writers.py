"""One table written to files of every format, as offices hold it; each writer takes a path and rows of texts."""

import csv
import html
from pathlib import Path

FONT = "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"  # the fonts of reportlab's own have no middle dot


def write_csv(path: Path, rows):
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)


def write_xlsx(path: Path, rows):
    from openpyxl import Workbook

    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)


def write_docx(path: Path, rows):
    from docx import Document

    document = Document()
    table = document.add_table(0, len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row()._tr.tc_lst, row, strict=True):
            cell.p_lst[0].add_r().text = text
    document.save(path)


def write_html(path: Path, rows):
    lines = ["<tr>" + "".join(f"<td><p>{html.escape(cell)}</p></td>" for cell in row) + "</tr>" for row in rows]
    page = f"<!DOCTYPE html><html><body><table>{''.join(lines)}</table></body></html>"
    path.write_text(page, encoding="utf-8")


def write_pdf(path: Path, rows):
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(TTFont("ZenHei", FONT))
    style = ParagraphStyle("cell", fontName="ZenHei", fontSize=9, leading=12, wordWrap="CJK")
    cells = [[Paragraph(html.escape(text), style) for text in row] for row in rows]
    grid = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    table = LongTable(cells, colWidths=(36, 290, 340, 100), style=grid, repeatRows=1)
    SimpleDocTemplate(str(path), pagesize=landscape(A4), leftMargin=30, rightMargin=30).build([table])


WRITERS = {".csv": write_csv, ".xlsx": write_xlsx, ".docx": write_docx, ".html": write_html, ".pdf": write_pdf}
