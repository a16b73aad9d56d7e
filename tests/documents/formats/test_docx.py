"""Word documents: tables as rows of cells, merged and nested cells, lists, revisions, and broken files."""

import io
import zipfile

import docx as word
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.documents import read
from engine.documents.formats import docx

PATH = "table.docx"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
HEADER = ("序号", "主要工作任务", "完成情况", "牵头单位")


def text(words):
    return f"<w:t>{words}</w:t>"


def run(words, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr>{text(words)}</w:r>"


def paragraph(*content, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def cell(content="", properties=""):
    """A cell of one run, or of paragraphs as they are given."""
    inner = content if content.startswith("<w:p>") else paragraph(run(content))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells, properties=""):
    inner = "".join(one if one.startswith("<w:") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows):
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def archive(**parts):
    """A .docx of the given parts alone: word/document.xml and others by their name."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for part, xml in parts.items():
            made.writestr(f"word/{part}.xml", xml)
    return data.getvalue()


def document(*blocks, numbering=None):
    parts = {"document": f"<w:document {SPACES}><w:body>{''.join(blocks)}</w:body></w:document>"}
    if numbering:
        parts["numbering"] = f"<w:numbering {SPACES}>{numbering}</w:numbering>"
    return archive(**parts)


def contents(*blocks, **options):
    return docx.contents(document(*blocks, **options), PATH)


def texts(one):
    return [[cell.text for cell in row.cells] for row in one.rows]


def codes(found):
    return [problem.code for problem in found.problems]


def cells_of(*content):
    """The text of one cell that holds the given XML in its paragraph."""
    found = contents(table(row("甲", cell(paragraph(*content)))))
    return found.tables[0].rows[0].cells[1].text


def saved(made):
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


class TestTables:
    def test_a_document_of_a_library_becomes_tasks_that_lead_back_to_their_cells(self, tmp_path):
        made = word.Document()
        made.add_heading("2023年1-6月重点工作推进情况")
        grid = made.add_table(2, 4)
        for column, title in enumerate(HEADER):
            grid.cell(0, column).text = title
        for column, words in enumerate(("1", "新增绿道10公里。", "完成2.2公里。", "★建设局")):
            grid.cell(1, column).text = words
        made.save(tmp_path / PATH)
        found = read(tmp_path / PATH)
        (task,) = found.tasks
        assert (task.id, task.text, task.progress, task.units) == ("1", "新增绿道10公里。", "完成2.2公里。", "★建设局")
        place = task.cells["progress"]
        assert (place.sheet, place.row, place.column, place.offset) == ("表1", 2, 3, None)
        assert str(found.as_of) == "2023-06-30"
        assert found.problems == ()

    def test_tables_come_in_order_and_are_named_by_it(self):
        found = contents(table(row("甲", "乙")), paragraph(run("附件")), table(row("丙", "丁")))
        assert [one.name for one in found.tables] == ["第1张表", "第2张表"]
        assert [one.rows[0].sheet for one in found.tables] == ["表1", "表2"]

    def test_rows_without_text_are_left_out_and_counted(self):
        found = contents(table(row("甲"), row(""), row(" \u3000"), row("乙")))
        assert [one.line for one in found.tables[0].rows] == [1, 4]

    def test_a_table_without_text_is_left_out_and_counted(self):
        found = contents(table(row("", "")), paragraph(run("说明")), table(row("甲", "乙")))
        assert [one.name for one in found.tables] == ["第2张表"]

    def test_the_words_above_a_table_are_those_since_the_one_before(self):
        found = contents(
            *(paragraph(run("通报")), paragraph(run("截至6月")), table(row("甲"))),
            *(paragraph(), paragraph(run("附件2")), table(row("乙", "丙"))),
        )
        assert [one.above for one in found.tables] == ["通报\n截至6月", "附件2"]

    def test_of_a_long_letter_above_a_table_the_titles_and_the_nearest_words_are_kept(self):
        letter = [paragraph(run(f"{number}{'字' * 200}")) for number in range(9)]
        (one,) = contents(paragraph(run("2023年上半年情况")), *letter, table(row("甲"))).tables
        assert one.above.startswith("2023年上半年情况\n7字") and one.above.count("字") == 400

    def test_tables_rows_and_cells_in_content_controls_are_read(self):
        control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".format
        inside = control(table(row("甲", "乙"), control(row("丙", control(cell("丁"))))))
        assert texts(contents(inside).tables[0]) == [["甲", "乙"], ["丙", "丁"]]

    def test_a_table_in_a_text_box_is_read_and_its_copy_for_older_programs_is_not(self):
        box = f"<w:pict><w:txbxContent>{table(row('甲', '乙'))}</w:txbxContent></w:pict>"
        both = (
            f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
        )
        found = contents(paragraph(f"<w:r>{both}</w:r>"))
        assert [texts(one) for one in found.tables] == [[["甲", "乙"]]]

    @pytest.mark.parametrize("blocks", [[], [paragraph(run("只有文字"))], [table(row("", ""))]])
    def test_a_document_without_a_filled_table_is_an_error_with_advice(self, blocks):
        found = contents(*blocks)
        (problem,) = found.problems
        assert (problem.code, problem.severity, found.tables) == ("file-no-table", "error", ())
        assert "Word 表格" in problem.suggestion

    def test_a_document_in_the_strict_form_of_open_xml_is_read(self):
        xml = f"<w:document {SPACES}><w:body>{table(row('甲', '乙'))}</w:body></w:document>"
        strict = xml.replace(
            *("http://schemas.openxmlformats.org/wordprocessingml/2006/main",),
            *("http://purl.oclc.org/ooxml/wordprocessingml/main",),
        )
        assert texts(docx.contents(archive(document=strict), PATH).tables[0]) == [["甲", "乙"]]

    def test_a_link_to_a_picture_that_is_not_there_does_not_matter(self):
        data = io.BytesIO(saved(word.Document()))
        links = '<Relationship Id="a" Type="b/image" Target="NULL"/></Relationships>'
        with zipfile.ZipFile(data) as made:
            parts = {name: made.read(name) for name in made.namelist()}
        parts["word/document.xml"] = zipfile.ZipFile(io.BytesIO(document(table(row("甲"))))).read("word/document.xml")
        name = "word/_rels/document.xml.rels"
        parts[name] = parts[name].replace(b"</Relationships>", links.encode())
        changed = io.BytesIO()
        with zipfile.ZipFile(changed, "w") as made:
            for name, part in parts.items():
                made.writestr(name, part)
        assert texts(docx.contents(changed.getvalue(), PATH).tables[0]) == [["甲"]]


class TestContinuedTables:
    HEAD = row(*HEADER)
    FIRST = table(HEAD, row("1", "新增绿道10公里。", "完成2公里。", "建设局"))
    REST = table(row("2", "新建泵站3座。", "完成1座。", "水利局"), row("3", "植树5万株。", "完成1万株。", "林业局"))

    def test_a_table_without_header_right_below_goes_on_with_the_one_above(self):
        found = contents(self.FIRST, paragraph(), self.REST)
        (one,) = found.tables
        assert [(row.sheet, row.line) for row in one.rows] == [("表1", 1), ("表1", 2), ("表2", 1), ("表2", 2)]
        (note,) = found.problems
        assert (note.code, note.severity, note.source.sheet) == ("table-continued", "note", "表2")
        assert "第2张表紧接第1张表" in note.message

    def test_no_row_of_a_table_that_goes_on_is_lost(self, tmp_path):
        (tmp_path / PATH).write_bytes(document(self.FIRST, self.REST))
        tasks = read(tmp_path / PATH).tasks
        assert [(task.id, task.source.sheet, task.source.row) for task in tasks] == [
            *(("1", "表1", 2), ("2", "表2", 1), ("3", "表2", 2)),
        ]

    @pytest.mark.parametrize(
        "below",
        [
            [paragraph(run("附件2")), REST],
            [table(HEAD, row("2", "新建泵站3座。", "完成1座。", "水利局"))],
            [table(row("2", "新建泵站3座。", "完成1座。"))],
        ],
        ids=["words between", "header of its own", "fewer columns"],
    )
    def test_any_other_table_below_is_one_by_itself(self, below):
        found = contents(self.FIRST, *below)
        assert len(found.tables) == 2
        assert codes(found) == []

    def test_below_a_table_that_names_no_task_nothing_goes_on(self):
        assert len(contents(table(row("联系人", "电话")), table(row("张三", "1234"))).tables) == 2


class TestNestedTables:
    INNER = table(row("丙", "丁"))

    def test_a_table_in_a_cell_is_one_of_its_own_and_the_cell_keeps_its_words(self):
        outer = table(row("甲", cell(paragraph(run("前")) + self.INNER + paragraph(run("后")))))
        found = contents(outer, paragraph(run("附件")), table(row("戊")))
        assert [texts(one) for one in found.tables] == [[["甲", "前\n后"]], [["丙", "丁"]], [["戊"]]]
        assert [one.name for one in found.tables] == ["第1张表", "第1张表内的第1张表", "第2张表"]
        assert [one.rows[0].sheet for one in found.tables] == ["表1", "表1内表1", "表2"]

    def test_a_table_of_one_column_around_another_is_a_frame(self):
        frame = table(row("某市2023年上半年"), row(f"<w:tc>{self.INNER}{paragraph()}</w:tc>"))
        (one,) = contents(frame).tables
        assert (one.name, one.above, texts(one)) == ("第1张表", "某市2023年上半年", [["丙", "丁"]])


class TestMergedCells:
    DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    ACROSS = '<w:gridSpan w:val="2"/>'

    def test_every_cell_of_a_merged_area_repeats_its_first_one(self):
        made = word.Document()
        grid = made.add_table(3, 3)
        for number, one in enumerate(one for line in grid.rows for one in line.cells):
            one.text = str(number)
        grid.cell(1, 1).merge(grid.cell(2, 2)).text = "合"
        (one,) = docx.contents(saved(made), PATH).tables
        assert texts(one) == [["0", "1", "2"], ["3", "合", "合"], ["6", "合", "合"]]
        assert [[cell.anchor for cell in row.cells[1:]] for row in one.rows[1:]] == [[None, (2, 2)], [(2, 2), (2, 2)]]

    def test_an_area_of_several_rows_that_holds_text_is_noted_once(self):
        found = contents(
            table(
                row(cell("甲", self.DOWN), cell("乙", self.ACROSS), cell("", self.DOWN)),
                row(cell("", self.ON), "丙", "丁", cell("", self.ON)),
                row(cell("", self.ON), "戊", "己", cell("", self.ON)),
            )
        )
        (note,) = found.problems
        assert (note.code, note.severity) == ("cell-merged", "note")
        assert (note.source.sheet, note.source.row, note.source.column) == ("表1", 1, 1)
        assert note.message == "第1行第1列至第3行第1列是合并单元格,各行均按“甲”读取。"

    def test_columns_count_from_the_left_of_the_table_also_where_a_row_begins_later(self):
        later = row("丙", properties='<w:gridBefore w:val="2"/>')
        (one,) = contents(table(row("甲", "乙", "子"), later)).tables
        assert texts(one) == [["甲", "乙", "子"], ["", "", "丙"]]

    def test_a_cell_that_goes_on_with_nothing_is_a_cell_of_its_own(self):
        (one,) = contents(table(row(cell("甲", self.ON), "乙"))).tables
        assert texts(one) == [["甲", "乙"]] and one.rows[0].cells[0].anchor is None

    def test_text_that_a_merged_cell_covers_is_named_in_a_warning(self):
        found = contents(table(row(cell("甲", self.DOWN), "乙"), row(cell("遮住的话", self.ON), "丙")))
        assert texts(found.tables[0]) == [["甲", "乙"], ["甲", "丙"]]
        warning = next(problem for problem in found.problems if problem.code == "cell-covered")
        assert warning.severity == "warning" and "遮住的话" in warning.message
        assert (warning.source.row, warning.source.column) == (2, 1)

    @pytest.mark.parametrize(
        "span", ["1000000000", "64", "9" * 5000], ids=["a thousand million", "one too many", "endless"]
    )
    def test_no_span_reaches_beyond_the_columns_that_word_allows(self, span):
        found = contents(table(row("甲", cell("乙", f'<w:gridSpan w:val="{span}"/>'))))
        assert len(found.tables[0].rows[0].cells) == 63
        assert codes(found) == ["cell-span"]

    @pytest.mark.parametrize("span", ["0", "-3", "二", "", "1.5"])
    def test_a_span_that_is_none_is_one_column(self, span):
        found = contents(table(row(cell("甲", f'<w:gridSpan w:val="{span}"/>'), "乙")))
        assert texts(found.tables[0]) == [["甲", "乙"]]

    @given(st.lists(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["", DOWN, ON])), max_size=4), max_size=5))
    def test_what_a_cell_repeats_stands_at_its_anchor(self, rows):
        grid = [[cell(f"格{n}", f'<w:gridSpan w:val="{s}"/>{m}') for n, (s, m) in enumerate(one)] for one in rows]
        for one in contents(table(*(row(*cells) for cells in grid))).tables:
            own = {(row.line, column): cell for row in one.rows for column, cell in enumerate(row.cells, start=1)}
            repeated = [cell for cell in own.values() if cell.anchor]
            assert all(own[cell.anchor].text == cell.text for cell in repeated)
            assert all(own[cell.anchor].anchor is None for cell in repeated)
            spans = [sum(span for span, _ in rows[row.line - 1]) for row in one.rows]
            assert [len(row.cells) for row in one.rows] == spans


class TestText:
    def test_paragraphs_are_lines_of_a_cell(self):
        (one,) = contents(table(row(cell(paragraph(run("甲")) + paragraph(run("乙"), run("丙")) + paragraph())))).tables
        assert texts(one) == [["甲\n乙丙"]]

    @pytest.mark.parametrize(
        ("content", "shown"),
        [
            (f"<w:hyperlink>{run('甲局')}</w:hyperlink>", "甲局"),
            (f"<w:fldSimple w:instr='DATE'>{run('6月')}</w:fldSimple>", "6月"),
            (f"<w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>{run('30')}", "30"),
            (f"{run('甲')}<w:r><w:footnoteReference w:id='1'/></w:r>", "甲"),
            (f"<w:smartTag>{run('嘉')}</w:smartTag>", "嘉"),
            (
                "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>4</w:t><w:noBreakHyphen/><w:t>5</w:t></w:r>",
                "甲\t乙\n4-5",
            ),
            (f"<w:r><w:sym w:font='Wingdings' w:char='F0AB'/></w:r>{run('甲局')}", "★甲局"),
            ("<w:r><w:sym w:font='Webdings' w:char='F0AB'/></w:r>", "\ufffd"),
            (f"<w:r><w:ruby><w:rt>{run('pin')}</w:rt><w:rubyBase>{run('拼')}</w:rubyBase></w:ruby></w:r>", "拼"),
            (f"{run('甲')}<w:r><w:txbxContent>{paragraph(run('乙'))}</w:txbxContent></w:r>", "甲\n乙"),
            (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('单击输入')}</w:sdtContent></w:sdt>", ""),
            ("<w:r><w:t>甲<!-- 批 -->乙</w:t></w:r>", "甲乙"),
        ],
        ids=(
            *("link", "simple field", "field", "footnote", "tag", "glyphs", "star", "symbol", "ruby", "box", "prompt"),
            "comment",
        ),
    )
    def test_a_cell_says_what_the_page_shows(self, content, shown):
        assert cells_of(content) == shown


class TestRevisionsAndHiddenText:
    def test_inserted_text_is_read_deleted_text_is_not_and_a_note_says_so(self):
        deleted = "<w:del><w:r><w:delText>旧</w:delText><w:tab/></w:r></w:del>"
        moved = f"<w:moveFrom>{run('移走')}</w:moveFrom>"
        found = contents(table(row(cell(paragraph(deleted, moved, f"<w:ins>{run('新')}</w:ins>")))))
        assert texts(found.tables[0]) == [["新"]]
        (note,) = found.problems
        assert (note.code, note.severity) == ("file-revisions", "note")
        assert "3处" in note.message

    def test_a_deleted_row_is_none_and_an_inserted_one_is(self):
        found = contents(
            table(row("甲"), row("乙", properties="<w:del/>"), row("丙", properties="<w:ins/>")),
        )
        assert [(one.line, one.cells[0].text) for one in found.tables[0].rows] == [(1, "甲"), (2, "丙")]
        assert codes(found) == ["file-revisions"]

    def test_paragraphs_whose_mark_is_deleted_are_one(self):
        both = paragraph(run("新增绿道"), properties="<w:rPr><w:del/></w:rPr>") + paragraph(run("10公里"))
        assert texts(contents(table(row(cell(both)))).tables[0]) == [["新增绿道10公里"]]

    def test_hidden_text_is_left_out_with_a_warning_that_counts_it(self):
        found = contents(table(row(cell(paragraph(run("甲"), run("内部口径", "<w:vanish/>"))))))
        assert texts(found.tables[0]) == [["甲"]]
        (warning,) = found.problems
        assert (warning.code, warning.severity) == ("file-hidden-text", "warning")
        assert "共4个字" in warning.message and "内部口径" in warning.message

    def test_text_whose_hiding_is_switched_off_is_read(self):
        found = contents(table(row(cell(paragraph(run("甲", '<w:vanish w:val="0"/>'))))))
        assert (texts(found.tables[0]), codes(found)) == ([["甲"]], [])

    def test_a_hidden_paragraph_mark_hides_no_text(self):
        mark = "<w:rPr><w:vanish/></w:rPr>"
        assert texts(contents(table(row(cell(paragraph(run("甲"), properties=mark))))).tables[0]) == [["甲"]]


LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'.format


def definitions(*levels, instances=('<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>',)):
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{"".join(instances)}'


def listed(*content, instance=5, level=0):
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'
    return paragraph(*content, properties=properties)


PLAIN = definitions(LEVEL(0, 1, "decimal", "%1、"))


class TestAutomaticNumbers:
    def numbers(self, *cells, numbering=PLAIN):
        found = contents(table(row("序号", "任务"), *(row(cell(one), "植树") for one in cells)), numbering=numbering)
        return [one.cells[0].text for one in found.tables[0].rows[1:]]

    def test_the_numbers_that_word_counts_are_worked_out_with_a_note(self):
        rows = [row(cell(listed()), f"任务{n}", "完成", "甲局") for n in range(1, 13)]
        found = contents(table(row(*HEADER), *rows), numbering=PLAIN)
        assert [one.cells[0].text for one in found.tables[0].rows[1:]] == [str(n) for n in range(1, 13)]
        (note,) = found.problems
        assert (note.code, note.severity) == ("table-auto-numbers", "note")
        assert (note.source.sheet, note.source.row, note.source.column) == ("表1", 2, 1)
        assert "第2行是“1”,第13行是“12”" in note.message

    def test_the_numbers_stand_in_the_column_that_is_headed_so(self):
        head = row("类别", "序号", "主要工作任务", "完成情况")
        body = [row("城建", cell(listed()), "新增绿道", cell(listed())) for _ in range(2)]
        (one,) = contents(table(head, *body), numbering=PLAIN).tables
        assert [row.cells[1].text for row in one.rows[1:]] == ["1", "3"]
        assert [row.cells[3].text for row in one.rows[1:]] == ["", ""]

    def test_a_list_starts_where_its_definition_says(self):
        assert self.numbers(listed(), listed(), numbering=definitions(LEVEL(0, 7, "decimal", "(%1)"))) == ["7", "8"]

    def test_a_written_number_stays_and_the_list_counts_on(self):
        assert self.numbers(listed(), listed(run("甲")), listed()) == ["1", "甲", "3"]

    def test_instances_of_a_definition_count_on_unless_one_starts_anew(self):
        plain = '<w:num w:numId="{}"><w:abstractNumId w:val="0"/></w:num>'.format
        anew = plain(7).replace(
            "</w:num>", '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
        numbering = definitions(LEVEL(0, 1, "decimal", "%1"), instances=(plain(5), plain(6), anew))
        cells = (listed(), listed(instance=6), listed(instance=7), listed(instance=7))
        assert self.numbers(*cells, numbering=numbering) == ["1", "2", "1", "2"]

    def test_a_deeper_level_begins_anew_below_each_number(self):
        numbering = definitions(LEVEL(0, 1, "decimal", "%1."), LEVEL(1, 1, "decimal", "(%2)"))
        cells = (listed(), listed(level=1), listed(level=1), listed(), listed(level=1))
        assert self.numbers(*cells, numbering=numbering) == ["1", "1", "2", "2", "1"]

    @pytest.mark.parametrize(
        "numbering",
        [
            None,
            definitions(LEVEL(0, 1, "chineseCounting", "%1、")),
            definitions(LEVEL(0, 1, "bullet", "●")),
            definitions(LEVEL(0, 1, "decimal", "%1.%2")),
            definitions(),
            PLAIN.replace('"5"', '"6"'),
            definitions(
                LEVEL(0, 1, "decimal", "%1"),
                instances=(
                    '<w:num w:numId="5"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
                    + LEVEL(0, 1, "upperRoman", "%1")
                    + "</w:lvlOverride></w:num>",
                ),
            ),
        ],
        ids=["no lists", "Chinese", "bullet", "two levels", "no level", "no such list", "changed"],
    )
    def test_a_number_that_is_not_plainly_decimal_stays_blank(self, numbering):
        assert self.numbers(listed(), listed(), numbering=numbering) == ["", ""]

    def test_a_deleted_paragraph_does_not_count(self):
        gone = listed().replace("<w:pPr>", "<w:pPr><w:rPr><w:del/></w:rPr>")
        assert self.numbers(listed(), gone + paragraph(), listed()) == ["1", "", "2"]

    def test_the_rows_of_a_merged_number_share_it(self):
        down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
        body = [row(cell(listed(), down), "植树"), row(cell("", on), "造林"), row(cell(listed()), "修路")]
        (one,) = contents(table(row("序号", "任务"), *body), numbering=PLAIN).tables
        assert [row.cells[0].text for row in one.rows[1:]] == ["1", "1", "2"]


SAMPLE = document(
    paragraph(run("通报")),
    table(
        row(*HEADER),
        row(cell(listed()), cell("任务", '<w:vMerge w:val="restart"/>'), cell("完成", '<w:gridSpan w:val="2"/>')),
        row(cell(listed()), cell("", "<w:vMerge/>"), f"<w:tc>{table(row('内'))}{paragraph()}</w:tc>", "甲局"),
    ),
    numbering=PLAIN,
)
SAMPLE_XML = zipfile.ZipFile(io.BytesIO(SAMPLE)).read("word/document.xml")
CUTS = st.tuples(st.integers(0, 10_000), st.integers(0, 40), st.binary(max_size=6))


def cut(data, where, length, inserted):
    at = where % len(data)
    return data[:at] + inserted + data[at + length :]


def is_an_answer(found):
    """Tables, or else an error that says why there are none."""
    errors = [problem for problem in found.problems if problem.severity == "error"]
    return bool(found.tables) != bool(errors)


class TestBrokenAndHostileFiles:
    @given(st.lists(CUTS, min_size=1, max_size=3))
    @example([(len(SAMPLE) // 2, 10_000, b"")])
    def test_no_bytes_make_the_reader_raise(self, cuts):
        data = SAMPLE
        for one in cuts:
            data = cut(data, *one)
        assert is_an_answer(docx.contents(data, PATH))

    @given(st.lists(CUTS, min_size=1, max_size=3))
    def test_no_text_of_a_document_makes_the_reader_raise(self, cuts):
        xml = SAMPLE_XML
        for one in cuts:
            xml = cut(xml, *one)
        assert is_an_answer(docx.contents(archive(document=xml), PATH))

    @given(
        st.recursive(
            st.just(""),
            lambda inner: st.lists(
                st.tuples(
                    st.sampled_from(
                        [
                            "p",
                            "tbl",
                            "tr",
                            "tc",
                            "r",
                            "t",
                            "sdt",
                            "ins",
                            "del",
                            "vMerge",
                            "tcPr",
                            "trPr",
                            "pPr",
                            "rPr",
                            "vanish",
                            "numPr",
                        ]
                    ),
                    inner,
                ).map(lambda one: f"<w:{one[0]}>{one[1] or '字'}</w:{one[0]}>"),
                max_size=4,
            ).map("".join),
            max_leaves=25,
        )
    )
    def test_no_order_of_elements_makes_the_reader_raise(self, body):
        assert is_an_answer(contents(body, numbering=PLAIN))

    @pytest.mark.parametrize(
        "data",
        [
            archive(styles="<a/>"),
            archive(document="<w:document"),
            archive(document=""),
            archive(document=f"<w:document {SPACES}/>"),
            archive(document="<html><body><table/></body></html>"),
            archive(document=SAMPLE_XML, numbering="<w:numbering"),
            SAMPLE[: len(SAMPLE) // 2],
            SAMPLE[:-30],
            b"PK\x03\x04",
            b"",
        ],
        ids=(
            *("no document", "cut XML", "empty part", "no body", "another XML", "cut numbering"),
            *("half", "cut end", "signature only", "nothing"),
        ),
    )
    def test_a_damaged_file_is_one_error_with_advice(self, data):
        found = docx.contents(data, PATH)
        (problem,) = found.problems
        assert (problem.code, problem.severity, found.tables) == ("file-damaged", "error", ())
        assert problem.suggestion

    def test_a_part_of_another_content_type_is_read_by_its_name(self):
        types = "<Types><Override PartName='/word/document.xml' ContentType='text/plain'/></Types>"
        data = io.BytesIO(SAMPLE)
        with zipfile.ZipFile(data, "a") as made:
            made.writestr("[Content_Types].xml", types)
        assert docx.contents(data.getvalue(), PATH).tables

    def test_an_external_entity_is_not_read(self, tmp_path):
        secret = tmp_path / "secret.txt"
        secret.write_text("机密", encoding="utf-8")
        head = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        xml = f"{head}<w:document {SPACES}><w:body>{table(row('甲&x;'))}</w:body></w:document>"
        found = docx.contents(archive(document=xml), PATH)
        assert codes(found) == ["file-entities"] and "机密" not in repr(found)

    def test_tables_within_tables_without_end_are_an_error(self):
        deep = "<w:tbl><w:tr><w:tc>" * 1000 + "</w:tc></w:tr></w:tbl>" * 1000
        assert codes(contents(deep)) == ["file-damaged"]

    def test_fifty_tables_within_each_other_are_read(self):
        inner = table(row("甲", "乙"))
        for _ in range(49):
            inner = table(row("外", f"<w:tc>{inner}{paragraph()}</w:tc>"))
        assert len(contents(inner).tables) == 50

    def test_a_document_beyond_the_limit_is_refused_before_it_is_parsed(self):
        blank = " " * (51 * 2**20)
        (problem,) = contents(table(row("甲")), blank).problems
        assert (problem.code, problem.severity) == ("file-too-large", "error")

    @pytest.mark.slow
    def test_a_hundred_thousand_rows_are_read_whole(self):
        line = "<w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"
        (one,) = contents(table(line * 100_000)).tables
        assert len(one.rows) == one.rows[-1].line == 100_000
