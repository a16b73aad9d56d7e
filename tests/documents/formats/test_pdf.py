"""PDF documents: ruled tables over many pages, wrapped and cut cells, and files that are no such thing."""

import html
import io
import logging
import re
import shutil
import subprocess
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

from engine.documents import read
from engine.documents.formats.pdf import contents
from engine.documents.formats.printed import remarks as pdf_remarks
from engine.documents.formats.printed import streams as pdf_streams
from engine.documents.formats.printed.text import plain

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))
TITLES = ["序号", "主要工作任务", "完成情况", "牵头单位"]
ROW = ["1", "新建公园3个", "建成2个", "建设局"]
WIDTHS = (30, 150, 200, 80)


def style(size=10):
    return ParagraphStyle("cell", fontName=FONT, fontSize=size, leading=size * 1.3, wordWrap="CJK")


def words(text, size=10):
    return Paragraph(html.escape(text).replace("\n", "<br/>"), style(size))


def ruled(rows, *commands, size=10, widths=WIDTHS, **options):
    """A table with all of its lines."""
    cells = [[words(text, size) for text in row] for row in rows]
    lines = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP"), *commands]
    return Table(cells, colWidths=widths, style=lines, **options)


def printed(*story, page=A4, decorate=lambda canvas, _: None, **options):
    """The bytes of a PDF."""
    buffer = io.BytesIO()
    template = SimpleDocTemplate(buffer, pagesize=page, **options)
    template.build(list(story), onFirstPage=decorate, onLaterPages=decorate)
    return buffer.getvalue()


def drawn(draw, **options):
    """The bytes of a PDF that a function draws on a canvas."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, **options)
    canvas.setFont(FONT, 10)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def draw_grid(canvas, rows, x=50, top=700, width=120, height=30, rules=True):
    """Draw a table by hand; without its rules only its words."""
    canvas.setFont(FONT, 10)
    if rules:
        columns, depth = len(rows[0]), len(rows)
        canvas.grid([x + width * n for n in range(columns + 1)], [top - height * n for n in range(depth + 1)])
    for line, row in enumerate(rows):
        for column, text in enumerate(row):
            canvas.drawString(x + width * column + 3, top - height * line - 20, text)


def grid(found, number=0):
    return [[cell.text for cell in row.cells] for row in found.tables[number].rows]


def codes(found):
    return [problem.code for problem in found.problems]


def numbered(count, text="新建公园"):
    return [[str(n), f"{text}{n}个", f"建成{n}个", "建设局"] for n in range(1, count + 1)]


def test_a_table_becomes_rows_that_know_their_place():
    found = contents(printed(words("截至2023年6月30日"), ruled([TITLES, ROW])), "t.pdf")
    assert grid(found) == [TITLES, ROW]
    assert [(row.line, row.sheet) for row in found.tables[0].rows] == [(1, "第1页"), (2, "第1页")]
    assert (found.tables[0].name, found.tables[0].above) == ("第1页的表", "截至2023年6月30日")
    assert found.problems == []


def test_a_printed_table_is_read_as_tasks_with_its_date(read_bytes):
    document = read_bytes(printed(words("截至2023年6月30日"), ruled([TITLES, ROW])), "t.pdf")
    assert [(task.text, task.progress, task.units) for task in document.tasks] == [("新建公园3个", "建成2个", "建设局")]
    assert str(document.as_of) == "2023-06-30"
    place = document.tasks[0].cells["progress"]
    assert (place.sheet, place.row, place.column) == ("第1页", 2, 3)


def test_reading_twice_gives_the_same():
    data = printed(ruled([TITLES, *numbered(80)], repeatRows=1))
    assert contents(data, "t.pdf") == contents(data, "t.pdf")


@pytest.mark.parametrize(
    "text",
    [
        "全年腾退低效用地2500亩,其中一季度625亩,二季度1250亩,三季度1875亩,按期全部完成腾退验收。",
        "推进“四改六”工程,新建、改建12345678901234567890.5公里。",
        "建设国际创新中心(一期),引进外资项目12个,占比分别为83%、67.2%,总额1.5亿美元。",
        "★发改局、经信局、建设局、农业农村局、生态环境分局",
    ],
)
@pytest.mark.parametrize("width", [34, 45, 60, 77])
def test_a_wrapped_text_is_one_line_again(text, width):
    found = contents(printed(ruled([TITLES, ["1", text, "a", "b"]], widths=(30, width, 60, 60))), "t.pdf")
    assert grid(found)[1][1] == text


def test_words_of_letters_keep_their_blank_where_a_line_ends():
    def draw(canvas):
        draw_grid(canvas, [["a", "b"], ["", "c"]], height=60, width=100)
        canvas.drawString(53, 625, "the Smart Business")
        canvas.drawString(53, 613, "City of Tomorrow, a plan")

    assert grid(contents(drawn(draw), "t.pdf"))[1][0] == "the Smart Business City of Tomorrow, a plan"


def test_a_gap_between_letters_is_a_blank_even_where_the_file_has_none():
    def draw(canvas):
        draw_grid(canvas, [["ab", "b"]])
        canvas.drawString(80, 680, "cd")

    assert grid(contents(drawn(draw), "t.pdf"))[0][0] == "ab cd"


def test_a_line_that_its_writer_ended_stays_a_line():
    row = ["1", "一、新建公园3个\n二、改建公园2个", "建成2个", "★发改局\n经信局\n农业农村局"]
    assert grid(contents(printed(ruled([TITLES, row])), "t.pdf"))[1] == row


def test_a_table_over_several_pages_is_one_table():
    rows = numbered(90)
    found = contents(printed(ruled([TITLES, *rows], repeatRows=1)), "t.pdf")
    assert grid(found) == [TITLES, *rows]
    assert found.tables[0].name == "第1-3页的表"
    assert [problem.message for problem in found.problems] == ["第2、3页重复的表头只读取一次。"]


def test_rows_are_counted_down_each_page_with_its_header():
    found = contents(printed(ruled([TITLES, *numbered(90)], repeatRows=1)), "t.pdf")
    for sheet, first in (("第1页", 1), ("第2页", 2), ("第3页", 2)):
        lines = [row.line for row in found.tables[0].rows if row.sheet == sheet]
        assert lines == list(range(first, first + len(lines)))


def test_the_rest_of_a_cut_row_counts_on_its_page():
    rows = [[str(n), "任务" * 60 + str(n), "进展" * 90 + str(n), "建设局"] for n in range(1, 13)]
    found = contents(printed(ruled([TITLES, *rows], splitInRow=1)), "t.pdf")
    cut = next(problem for problem in found.problems if problem.code == "row-cut")
    assert cut.source.sheet == "第1页"
    assert min(row.line for row in found.tables[0].rows if row.sheet == "第2页") == 2


def test_rows_of_several_tables_on_a_page_are_counted_on():
    found = contents(printed(ruled([TITLES, ROW]), words("另表"), ruled([["名称", "数量"]], widths=(90, 90))), "t.pdf")
    assert [(row.line, row.sheet) for table in found.tables for row in table.rows] == [
        (1, "第1页"),
        (2, "第1页"),
        (3, "第1页"),
    ]


def test_a_header_that_is_not_repeated_still_holds_for_later_pages(read_bytes):
    document = read_bytes(printed(ruled([TITLES, *numbered(90)])), "t.pdf")
    assert [task.id for task in document.tasks] == [str(n) for n in range(1, 91)]
    assert document.problems == ()


def test_a_row_cut_by_the_end_of_a_page_is_put_together():
    rows = [[str(n), "任务" * 60 + str(n), "进展" * 90 + str(n), "建设局"] for n in range(1, 13)]
    found = contents(printed(ruled([TITLES, *rows], splitInRow=1)), "t.pdf")
    assert grid(found) == [TITLES, *rows]
    notes = [problem for problem in found.problems if problem.code == "row-cut"]
    assert notes and {problem.severity for problem in notes} == {"note"}
    assert notes[0].message == f"第{notes[0].source.row}行从第1页续到第2页,已接成一行。"


def test_a_cell_taller_than_a_page_is_put_together():
    long = "".join(f"第{n}项工作已完成{n}个。" for n in range(400))
    found = contents(
        printed(ruled([TITLES, ["1", long, "建成", "建设局"], ["2", "乙", "丙", "丁"]], splitInRow=1)), "t.pdf"
    )
    assert grid(found)[1:] == [["1", long, "建成", "建设局"], ["2", "乙", "丙", "丁"]]
    assert codes(found) == ["row-cut"]


def test_a_row_with_its_own_number_is_never_taken_for_the_rest_of_another():
    def page(canvas, rows):
        draw_grid(canvas, rows)
        canvas.showPage()

    def draw(canvas):
        page(canvas, [["序号", "任务", "单位"], ["1", "甲", "建设局"], ["2", "乙", "财政局"]])
        page(canvas, [["3", "丙", ""], ["4", "丁", "教育局"]])

    found = contents(drawn(draw), "t.pdf")
    assert grid(found)[2:] == [["2", "乙", "财政局"], ["3", "丙", ""], ["4", "丁", "教育局"]]


def test_without_numbers_a_blank_in_a_column_always_filled_shows_a_cut_row():
    def draw(canvas):
        rows = [["任务", "完成情况"], *([f"建园{n}", f"进展{n}"] for n in range(5)), ["修路", "已开工并完成"]]
        draw_grid(canvas, rows, width=66)
        canvas.showPage()
        draw_grid(canvas, [["", "三公里"], ["植树", "未开工"]], width=66)

    assert grid(contents(drawn(draw), "t.pdf"))[-2:] == [["修路", "已开工并完成三公里"], ["植树", "未开工"]]


def test_words_at_the_top_and_foot_of_a_page_are_no_rows():
    def decorate(canvas, _):
        canvas.setFont(FONT, 9)
        canvas.drawString(80, 800, "某市督查通报")
        canvas.drawCentredString(300, 30, f"第 {canvas.getPageNumber()} 页")

    rows = numbered(60)
    found = contents(printed(ruled([TITLES, *rows]), decorate=decorate), "t.pdf")
    assert grid(found) == [TITLES, *rows]


def test_several_tables_on_a_page_are_several_tables():
    other = ruled([["名称", "数量"], ["甲", "1"]], widths=(100, 100))
    found = contents(printed(ruled([TITLES, ROW]), words("另表"), other), "t.pdf")
    assert [len(one.rows) for one in found.tables] == [2, 2]
    assert (grid(found, 1), found.tables[1].above) == ([["名称", "数量"], ["甲", "1"]], "另表")


def test_a_table_with_other_columns_on_the_next_page_is_another_table():
    other = ruled([["名称", "数量"], ["甲", "1"]], widths=(100, 100))
    found = contents(printed(ruled([TITLES, ROW]), PageBreak(), other), "t.pdf")
    assert [one.name for one in found.tables] == ["第1页的表", "第2页的表"]


def test_merged_cells_are_told_from_blank_ones():
    rows = [
        TITLES,
        ["一、经济", "", "", ""],
        ["1", "甲", "乙", "建设局"],
        ["2", "丙", "", ""],
        ["3", "", "丁", "财政局"],
    ]
    data = printed(ruled(rows, ("SPAN", (0, 1), (3, 1)), ("SPAN", (3, 2), (3, 3))))
    found = contents(data, "t.pdf")
    assert grid(found)[1:] == [["一、经济"] * 4, rows[2], ["2", "丙", "", "建设局"], rows[4]]
    assert found.tables[0].rows[3].cells[3].anchor == (3, 4)
    assert found.tables[0].rows[1].cells[3].anchor == (2, 1)
    assert [problem.message for problem in found.problems] == [
        "第3行第4列至第4行第4列是合并单元格,各行均按“建设局”读取。"
    ]


def test_a_merged_cell_goes_on_over_the_end_of_a_page():
    rows = [["第一类" if n in (1, 25) else "", str(n), f"事项{n}"] for n in range(1, 41)]
    titles = ["类别", "序号", "任务"]
    top = ruled([titles, *rows[:24]], ("SPAN", (0, 1), (0, 24)), widths=(60, 60, 200))
    rest = ruled([["", *row[1:]] for row in rows[24:]], ("SPAN", (0, 0), (0, 15)), widths=(60, 60, 200))
    found = contents(printed(top, PageBreak(), rest), "t.pdf")
    assert grid(found) == [titles, *(["第一类", *row[1:]] for row in rows)]
    assert [(problem.source.sheet, problem.message) for problem in found.problems] == [
        ("第1页", "第2行第1列至第25行第1列是合并单元格,各行均按“第一类”读取。"),
        ("第2页", "第1行第1列至第16行第1列是合并单元格,各行均按“第一类”读取。"),
    ]


def test_a_page_left_open_where_a_row_goes_on_is_closed():
    def draw(canvas):
        draw_grid(canvas, [["序号", "任务"], ["1", "新建公"]], rules=False, width=36)
        canvas.line(50, 700, 122, 700)
        canvas.line(50, 670, 122, 670)
        for x in (50, 86, 122):
            canvas.line(x, 700, x, 640)
        canvas.showPage()
        draw_grid(canvas, [["", "园3个"], ["2", "植树"]], width=36)

    assert grid(contents(drawn(draw), "t.pdf")) == [["序号", "任务"], ["1", "新建公园3个"], ["2", "植树"]]


def test_a_table_without_lines_at_its_sides_is_closed():
    def draw(canvas):
        draw_grid(canvas, [["序号", "任务", "单位"], ["1", "植树", "林业局"]], rules=False)
        for y in (700, 670, 640):
            canvas.line(50, y, 410, y)
        for x in (170, 290):
            canvas.line(x, 700, x, 640)

    assert grid(contents(drawn(draw), "t.pdf")) == [["序号", "任务", "单位"], ["1", "植树", "林业局"]]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(turn):
    def draw(canvas):
        canvas.setPageRotation(turn)
        if turn:
            canvas.translate(*{90: (595, 0), 180: (595, 842), 270: (0, 842)}[turn])
            canvas.rotate(turn)
        draw_grid(canvas, [TITLES, ROW], top=500)

    assert grid(contents(drawn(draw), "t.pdf")) == [TITLES, ROW]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_table_printed_on_its_side_is_read(turn):
    def draw(canvas):
        canvas.translate(*{90: (595, 0), 180: (595, 842), 270: (0, 842)}[turn])
        canvas.rotate(turn)
        draw_grid(canvas, [TITLES, ROW], top=500)

    assert grid(contents(drawn(draw), "t.pdf")) == [TITLES, ROW]


def test_a_watermark_is_left_out_and_said():
    def decorate(canvas, _):
        canvas.saveState()
        canvas.setFont(FONT, 40)
        canvas.translate(100, 500)
        canvas.rotate(30)
        for step in range(3):
            canvas.drawString(0, step * 60, "内部资料")
        canvas.restoreState()

    found = contents(printed(ruled([TITLES, *numbered(20)]), decorate=decorate), "t.pdf")
    assert grid(found) == [TITLES, *numbered(20)]
    assert [(one.code, one.severity) for one in found.problems] == [("page-aslant", "warning")]
    assert "共12个字" in found.problems[0].message


def test_a_character_printed_twice_for_boldness_is_one():
    def draw(canvas):
        draw_grid(canvas, [["序号", "任务"], ["1", "新建22个"]])
        draw_grid(canvas, [["序号", "任务"], ["1", "新建22个"]], x=50.4, rules=False)

    assert grid(contents(drawn(draw), "t.pdf"))[1] == ["1", "新建22个"]


def test_radicals_that_some_fonts_name_are_ordinary_characters():
    assert plain("\u2f64地\uf9b5") == "用地例"


def test_a_picture_among_the_pages_is_said():
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    def draw(canvas):
        draw_grid(canvas, [TITLES, ROW])
        canvas.showPage()
        canvas.drawImage(ImageReader(Image.new("RGB", (8, 8))), 50, 50, 400, 600)

    found = contents(drawn(draw), "t.pdf")
    assert grid(found) == [TITLES, ROW]
    assert [(one.code, one.message) for one in found.problems] == [("page-scanned", "第2页只有图片,没有文字,未读取。")]


def test_a_page_of_words_among_the_tables_is_said():
    found = contents(printed(words("关于印发的通知"), PageBreak(), ruled([TITLES, ROW])), "t.pdf")
    assert [problem.message for problem in found.problems] == ["第1页没有表格,其中7个字未读取。"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (drawn(lambda canvas: canvas.rect(50, 50, 100, 100)), "file-scanned"),
        (printed(words("只有文字")), "file-no-table"),
        (drawn(lambda canvas: draw_grid(canvas, [TITLES, ROW], rules=False)), "file-no-table"),
        (printed(ruled([TITLES, ROW]), encrypt=StandardEncryption("secret")), "file-locked"),
        (b"%PDF-1.4\n", "file-damaged"),
        (b"%PDF-1.4\n%%EOF", "file-damaged"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "file-damaged"),
    ],
)
def test_what_cannot_be_read_is_an_error_that_says_what_to_do(data, code):
    found = contents(data, "t.pdf")
    assert (found.tables, codes(found)) == ((), [code])
    assert found.problems[0].severity == "error" and found.problems[0].suggestion


def test_a_stream_that_is_not_spelt_in_letters_makes_nothing_raise():
    data = b"%PDF-1.4\n1 0 obj <</Filter[/ASCII85Decode/FlateDecode]>> stream\n\x94\xc0\xff~>\nendstream\n%%EOF"
    assert codes(contents(data, "t.pdf")) == ["file-damaged"]


def test_a_file_that_only_forbids_changes_is_read():
    def draw(canvas):
        canvas.grid([50, 150, 250], [700, 670])
        canvas.setFont("Helvetica", 10)  # the Chinese fonts of the library cannot be encrypted
        canvas.drawString(60, 680, "No.")
        canvas.drawString(160, 680, "Task")

    data = drawn(draw, encrypt=StandardEncryption("", "owner", canModify=0))
    assert grid(contents(data, "t.pdf")) == [["No.", "Task"]]


SMALL = printed(ruled([TITLES, *numbered(60)], repeatRows=1))


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9, 0.97])
def test_a_truncated_file_is_an_error_and_no_half_table(share):
    found = contents(SMALL[: round(len(SMALL) * share)], "t.pdf")
    assert found.tables == ()
    assert [problem.severity for problem in found.problems] == ["error"]


def test_a_damaged_page_is_an_error_and_no_half_table():
    at = SMALL.index(b"stream") + 200
    found = contents(SMALL[:at] + b"?????" + SMALL[at + 5 :], "t.pdf")
    assert (found.tables, codes(found)) == ((), ["file-damaged"])


def test_pages_that_the_file_states_but_lacks_are_an_error():
    data = re.sub(rb"/Count \d", b"/Count 7", SMALL)
    assert codes(contents(data, "t.pdf")) == ["file-damaged"]


def test_streams_that_expand_too_far_are_refused(monkeypatch):
    monkeypatch.setattr(pdf_streams, "EXPANDED", 2**20)
    monkeypatch.setattr(pdf_remarks, "EXPANDED", 2**20)
    bomb = zlib.compress(b"0 " * 2**22)
    data = (
        SMALL
        + b"99 0 obj\n<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(bomb)
        + bomb
        + b"\nendstream\nendobj\n%%EOF"
    )
    assert codes(contents(data, "t.pdf")) == ["file-expands"]


def test_no_more_than_the_most_pages_are_read(monkeypatch):
    monkeypatch.setattr("engine.documents.formats.pdf.PAGES", 2)
    monkeypatch.setattr(pdf_remarks, "PAGES", 2)
    found = contents(printed(ruled([TITLES, *numbered(90)])), "t.pdf")
    assert found.tables[0].name == "第1-2页的表"
    assert [(one.code, one.severity, one.message) for one in found.problems] == [
        ("file-too-many-pages", "warning", "PDF 超过2页的上限,第2页以后未读取。")
    ]


def test_a_page_with_more_lines_than_a_table_is_left_out_and_said():
    def draw(canvas):
        draw_grid(canvas, [TITLES, ROW])
        canvas.showPage()
        canvas.grid([n * 5 for n in range(100)], [n * 5 for n in range(100)])

    found = contents(drawn(draw), "t.pdf")
    assert grid(found) == [TITLES, ROW]
    assert [(one.code, one.severity) for one in found.problems] == [("page-too-complex", "warning")]


def test_drawings_that_repeat_each_other_without_end_are_left_out():
    def draw(canvas):
        canvas.beginForm("f0")
        canvas.line(0, 0, 1, 1)
        canvas.endForm()
        for depth in range(1, 12):
            canvas.beginForm(f"f{depth}")
            for _ in range(10):
                canvas.doForm(f"f{depth - 1}")
            canvas.endForm()
        canvas.doForm("f11")
        canvas.showPage()
        draw_grid(canvas, [TITLES, ROW])

    found = contents(drawn(draw), "t.pdf")
    assert (grid(found), codes(found)) == ([TITLES, ROW], ["page-too-complex"])


def test_nothing_is_printed_and_the_log_is_left_as_it_was(capfd):
    level = logging.getLogger("pdfminer").level
    contents(SMALL.replace(b"/FontName", b"/FontNome").replace(b"/Type /Font", b"/Type /Fant"), "t.pdf")
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("pdfminer").level == level


PLAIN = drawn(lambda canvas: draw_grid(canvas, [TITLES, ROW]), pageCompression=0)


@given(st.lists(st.tuples(st.integers(0, len(PLAIN) - 1), st.binary(max_size=4)), min_size=1, max_size=4))
def test_no_change_to_a_file_makes_the_reader_raise(changes):
    data = bytearray(PLAIN)
    for at, written in changes:
        data[at : at + len(written) or at + 1] = written
    found = contents(bytes(data), "t.pdf")
    assert found.tables or found.problems


@given(st.binary(max_size=200))
def test_no_bytes_make_the_reader_raise(noise):
    assert contents(b"%PDF-1.5\n" + noise, "t.pdf").problems


@pytest.fixture
def tasks(shared):
    return read(next((shared / "seeds").glob("000_*.txt"))).tasks


@pytest.fixture
def told(capsys):
    def tell(how, reached, whole):
        with capsys.disabled():
            print(f"\nPDF, {how}: {reached} of {whole} rows of the real table come back exactly")

    return tell


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "page", "options"),
    [
        (10, A4, {"repeatRows": 1}),
        (10, A4, {"splitInRow": 1}),
        (8, landscape(A4), {"repeatRows": 1}),
        (14, landscape(A4), {"splitInRow": 1}),
        (24, landscape(A4), {"splitInRow": 1}),
    ],
    ids=["10pt", "10pt-cut", "8pt-wide", "14pt-wide-cut", "24pt-wide-cut"],
)
def test_the_real_table_comes_back_from_a_pdf(tasks, read_bytes, told, size, page, options):
    """The font of the test has no middle dot, so the table is written without."""
    bare = [task.model_copy(update={name: getattr(task, name).replace("·", "") for name in FIELDS}) for task in tasks]
    share = (page[0] - 160) / 460
    widths = [share * width for width in (max(30, size * 2.6), 150, 200, 80)]
    data = printed(ruled(rows_of(bare), size=size, widths=widths, **options), page=page)
    reached = came_back(bare, read_bytes(data, "t.pdf"))
    told(f"{size} pt {options}", reached, len(tasks))
    assert reached >= 135


@pytest.mark.slow
@pytest.mark.parametrize("size", [14])
def test_the_real_table_comes_back_from_what_an_office_program_prints(tasks, told, tmp_path, size):
    page = tmp_path / "table.html"
    page.write_text(as_page(rows_of(tasks), size), encoding="utf-8")
    reached = came_back(tasks, read(by_office(page, "pdf:writer_web_pdf_Export")))
    told(f"LibreOffice from a web page, {size} pt", reached, len(tasks))
    assert reached >= 135


@pytest.mark.slow
@pytest.mark.parametrize("size", [16])
def test_the_real_table_comes_back_from_a_printed_word_document(tasks, told, tmp_path, size):
    path = tmp_path / "table.docx"
    save_word(path, rows_of(tasks), size)
    document = read(by_office(path, "pdf"))
    reached = came_back(tasks, document)
    told(f"LibreOffice from Word, {size} pt", reached, len(tasks))
    assert reached >= 135
    assert str(document.as_of) == "2023-06-30"


FIELDS = ("text", "progress", "units")


def rows_of(tasks):
    return [TITLES, *([task.id, task.text, task.progress, task.units] for task in tasks)]


def came_back(tasks, document):
    """How many tasks come back with text, progress and units as they were."""
    own = {task.id: [getattr(task, name) for name in FIELDS] for task in document.tasks}
    return sum(own.get(task.id) == [getattr(task, name) for name in FIELDS] for task in tasks)


def as_page(rows, size):
    head, *body = ("".join(f"<td>{html.escape(text)}</td>" for text in row) for row in rows)
    page = "@page{size:29.7cm 21cm; margin:1.5cm} table{border-collapse:collapse; width:100%}"
    cell = f"td{{border:1px solid black; font-size:{size}pt}}"
    lines = "".join(f"<tr>{line}</tr>" for line in body)
    table = f"<table border=1 cellspacing=0><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"
    return f"<html><head><meta charset=utf-8><style>{page} {cell}</style></head><body>{table}</body></html>"


def save_word(path, rows, size):
    import docx
    from docx.shared import Cm, Pt

    document = docx.Document()
    document.styles["Normal"].font.size = Pt(size)
    document.sections[0].page_width, document.sections[0].page_height = Cm(29.7), Cm(21)
    document.add_paragraph("重点工作进展(截至2023年6月30日)")
    table = document.add_table(rows=0, cols=4, style="Table Grid")
    for row in rows:
        cells = table.add_row().cells
        for cell, text, width in zip(cells, row, (1.5, 8, 10, 4), strict=True):
            cell.text, cell.width = text, Cm(width)
    document.save(path)


def by_office(path, target):
    """The PDF that LibreOffice prints of a document."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", target, "--outdir", path.parent, path]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return path.with_suffix(".pdf")
