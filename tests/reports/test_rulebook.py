"""The rule book in words, as Markdown and as DOCX: all of it is there, the same in both, and nothing in it misleads."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.reports.rulebook import rulebook_docx, rulebook_markdown
from engine.reports.rulebook.blocks import numeral, one_line
from engine.reports.rulebook.word import typeset
from engine.rules import RuleBook, default, load, loads
from engine.rules.policy import Remark, Rule

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).parents[2]
EXAMPLES = [path for path in sorted((ROOT / "examples" / "rules").glob("*.yaml")) if ".cases" not in path.name]
SMALL = (GOLDEN / "rulebook.yaml").read_text(encoding="utf-8")


def book_of(text: str) -> RuleBook:
    book, problems = loads(text, "rulebook.yaml")
    assert book is not None, problems
    return book


def rules_of(book: RuleBook) -> list[Rule | Remark]:
    """Every rule and remark of a book, once."""
    found: dict[str, Rule | Remark] = {rule.ref.id: rule for rules in book.verdicts.by_kind.values() for rule in rules}
    others = (*book.rollup.rules, *book.verdicts.review, *book.rollup.review)
    return [*found.values(), *others]


def unescaped(markdown: str) -> str:
    return re.sub(r"\\([\\`*_\[\]<>|&~#])", r"\1", markdown)


def entries_of(markdown: str) -> dict[str, str]:
    """The text of every entry by its id."""
    entries = re.findall(r"^\d+\. .*\n(?:    - .*\n?)+", markdown, re.MULTILINE)
    return {re.search("- 编号：`([^`]+)`", entry)[1]: unescaped(entry) for entry in entries}  # type: ignore[index]


def paragraphs(data: bytes, *styles: str) -> list[str]:
    """The paragraphs of a DOCX file that have one of the styles."""
    return [one.text for one in docx.Document(io.BytesIO(data)).paragraphs if one.style.name in styles]


@pytest.fixture(scope="module")
def small() -> RuleBook:
    return book_of(SMALL)


def test_a_small_book_reads_as_it_should(small: RuleBook) -> None:
    assert rulebook_markdown(small) == (GOLDEN / "rulebook.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [ROOT / "rules.yaml", *EXAMPLES], ids=lambda path: path.stem)
def test_every_rule_stands_in_the_book_once_with_its_basis_and_its_line(path: Path) -> None:
    book, problems = load(path)
    assert book is not None, problems
    entries = entries_of(rulebook_markdown(book))
    assert sorted(entries) == sorted(rule.ref.id for rule in rules_of(book))
    for rule in rules_of(book):
        assert f"第{rule.ref.line}行" in entries[rule.ref.id]
        assert (f"依据：{rule.basis}" in entries[rule.ref.id]) is bool(rule.basis)


def test_a_rule_gives_its_condition_its_grade_and_what_it_counts_as() -> None:
    entry = entries_of(rulebook_markdown(default()))["amount-ahead"]
    assert entry.startswith("10. 完成率高于序时进度的，评为“超序时”，计入“达序时”。\n")
    assert (
        "    - 理由：截至〔数据月份〕［完成〔完成值〕,］完成率〔完成率〕,快于序时进度〔序时进度〕,超〔进度差〕\n"
        in entry
    )


def test_no_name_of_the_language_is_left_in_a_sentence() -> None:
    for entry in entries_of(rulebook_markdown(default())).values():
        said = [line for line in entry.splitlines() if not re.match("    - (编号|界线)：", line)]
        assert not re.search("[a-z]{3}", "".join(said))


def test_of_a_file_that_extends_the_packaged_rules_it_is_said_whose_each_rule_is() -> None:
    own = (
        "extends: 自带规则\nverdicts:\n  growth:\n"
        "    - {id: growth-short, when: not meets, status: lagging, grade: 未达, because: 未达到目标}\n"
    )
    entries = entries_of(rulebook_markdown(book_of(own)))
    assert "（本文件第4行）" in entries["growth-short"]
    assert "（自带规则第" in entries["growth-meets"]
    assert "本文件" not in rulebook_markdown(default())


def test_the_head_says_what_the_book_is() -> None:
    book, _ = loads("extends: 自带规则\nmeta: {name: 我的, version: 3}\n", "my.yaml")
    assert book is not None
    text = rulebook_markdown(book)
    assert text.startswith("# 我的\n\n- 版本：3\n- 依据：—\n")
    assert f"- 规则文件：SHA-256 {book.info.sha256[:12]}\n" in text
    assert f"SHA-256 {default().info.sha256[:12]}\n" in text


def test_a_value_that_returns_to_what_it_was_is_said_each_time() -> None:
    grades = "[{value: 甲}, {from: 2024-01-01, value: 乙}, {from: 2025-01-01, value: 甲}]"
    own = SMALL.replace("grade: [{value: 靠后}, {from: 2024-01-01, value: 末位}]", f"grade: {grades}")
    entry = entries_of(rulebook_markdown(book_of(own)))["bottom"]
    assert re.findall("自(20..)年1月1日起：.*评为“(.)”", entry) == [("2024", "乙"), ("2025", "甲")]


def test_values_that_were_tried_are_named() -> None:
    from engine.rules import Change

    book, problems = loads(SMALL, "rulebook.yaml", [Change.of("黄线=30个百分点")])
    assert book is not None, problems
    assert "- 试改：黄线=30个百分点\n" in rulebook_markdown(book)


def test_markdown_is_made_of_what_it_means() -> None:
    """Every table has as many cells in each row as in its head."""
    for table in re.findall(r"(?:^\|.*\n)+", rulebook_markdown(default()), re.MULTILINE):
        cells = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
        assert len(cells) == 1


@pytest.mark.parametrize("source", ["small", "packaged"])
def test_docx_and_markdown_say_the_same(source: str, small: RuleBook) -> None:
    book = small if source == "small" else default()
    markdown, data = unescaped(rulebook_markdown(book)), rulebook_docx(book)
    headings = re.findall(r"^##+ (.*)$", markdown, re.MULTILINE)
    assert paragraphs(data, "Heading 1", "Heading 2") == [typeset(heading) for heading in headings]
    told = re.findall(r"^(\d+)\. (.*)$", markdown, re.MULTILINE)
    bodies = paragraphs(data, "Rule Text")
    assert [body for body in bodies if re.match(r"\d+\.", body)] == [typeset(f"{n}.{text}") for n, text in told]
    notes = [re.sub("^编号：`(.*)`", r"编号：\1", note) for note in re.findall("^(?:    )?- (.*)$", markdown, re.M)]
    assert paragraphs(data, "Rule Note") == [note if note.startswith("编号") else typeset(note) for note in notes]


def test_the_tables_of_both_are_the_same(small: RuleBook) -> None:
    rows = [
        [typeset(cell) for cell in re.split(r" \| ", unescaped(line).strip("| "))]
        for line in rulebook_markdown(small).splitlines()
        if line.startswith("|") and not line.startswith("| ---")
    ]
    tables = docx.Document(io.BytesIO(rulebook_docx(small))).tables
    assert [[cell.text for cell in row.cells] for table in tables for row in table.rows] == rows


def test_the_same_book_gives_the_same_bytes(small: RuleBook) -> None:
    assert rulebook_docx(small) == rulebook_docx(book_of(SMALL))
    assert rulebook_markdown(small) == rulebook_markdown(book_of(SMALL))


def test_the_archive_knows_no_clock(small: RuleBook) -> None:
    with zipfile.ZipFile(io.BytesIO(rulebook_docx(small))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = docx.Document(io.BytesIO(rulebook_docx(small))).core_properties
    assert core.created == core.modified
    assert (core.title, core.author, core.last_modified_by) == ("试点口径", "", "")


def test_the_page_is_that_of_official_documents(small: RuleBook) -> None:
    document = docx.Document(io.BytesIO(rulebook_docx(small)))
    section = document.sections[0]
    sizes = (section.page_width, section.page_height, section.top_margin, section.left_margin)
    assert [round(size.mm) for size in sizes] == [210, 297, 37, 28]  # type: ignore[union-attr]
    body = document.styles["Rule Text"]
    assert body.font.size is not None
    assert body.font.size.pt == 16
    assert 'w:eastAsia="仿宋_GB2312"' in body.element.xml
    assert "PAGE" in section.footer._element.xml


def test_the_table_of_months_is_drawn_with_lines_and_its_head_is_repeated(small: RuleBook) -> None:
    table = docx.Document(io.BytesIO(rulebook_docx(small))).tables[0]
    assert table.style is not None
    assert table.style.name == "Table Grid"
    assert "w:tblHeader" in table.rows[0]._tr.xml


HOSTILE = "\x1b[2J \u202e|<b>&amp;*_`#~[x](y)\\ \x00\n# 假标题\n- 假条目" + "很长的词" * 20 + "W" * 120


def hostile(word: str) -> RuleBook:
    """A book in which a word stands wherever a rules file has free words."""
    import json

    quoted = json.dumps(word)
    own = SMALL.replace("name: 试点口径", f"name: {quoted}").replace("basis: 试点方案总则", f"basis: {quoted}")
    own = own.replace("basis: 试点方案第三条", f"basis: {quoted}").replace("basis: 试点方案第五条", f"basis: {quoted}")
    own = own.replace("{name: 生产总值, also: [GDP]}", f"{{name: {quoted}, also: [GDP]}}")
    return book_of(own.replace("发改局: [发展改革局]", f"{quoted}: [发展改革局]"))


def test_hostile_words_are_shown_as_text() -> None:
    book = hostile(HOSTILE)
    markdown, data = rulebook_markdown(book), rulebook_docx(book)
    markdown.encode("utf-8")
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", markdown)
    assert "<b>" not in markdown
    assert "\n# 假标题" not in markdown
    assert len(re.findall("^#+ ", markdown, re.MULTILINE)) == len(
        re.findall("^#+ ", rulebook_markdown(book_of(SMALL)), re.MULTILINE)
    )
    assert paragraphs(data, "Title") == [typeset(HOSTILE)]
    assert "假条目" in paragraphs(data, "Title")[0]


@settings(max_examples=8)
@example("\ud800\ufffe\uffff\x00")
@given(st.text(min_size=1, max_size=30).filter(str.strip))
def test_any_name_of_a_book_can_be_written_down(name: str) -> None:
    from dataclasses import replace

    book = book_of(SMALL)
    named = replace(book, info=book.info.model_copy(update={"name": name, "basis": name}))
    first = rulebook_markdown(named).splitlines()[0]
    assert unescaped(first) == f"# {one_line(name)}"
    assert paragraphs(rulebook_docx(named), "Title") == [typeset(name)]


def test_headings_count_as_chinese_documents_do() -> None:
    assert [numeral(number) for number in (1, 9, 10, 11, 20, 21, 99)] == [
        *("一", "九", "十", "十一", "二十", "二十一", "九十九")
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("截至6月,完成50%,差额", "截至6月，完成50%，差额"),
        ("依据:第1,2条", "依据：第1,2条"),
        ("分隔符“,”“;”", "分隔符“,”“;”"),
        ("(暂行)和(a)", "（暂行）和(a)"),
        ("8:30", "8:30"),
    ],
)
def test_marks_within_chinese_are_of_full_width(text: str, shown: str) -> None:
    assert typeset(text) == shown
