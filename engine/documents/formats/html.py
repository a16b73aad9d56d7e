"""Web pages as saved from a site, and what Excel or Word saved as a web page: their tables of data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from engine.documents.formats import grid
from engine.documents.formats.webpage.tables import Found, data_tables
from engine.documents.formats.webpage.text import before
from engine.documents.rows import Contents, Row, Table
from engine.documents.tables.header import recognise, vocabulary
from engine.model import Problem, Source

TAGS = 1_000_000
"""The most tags of a page that is read: some hundred thousand cells, and a few hundred MB while it is read."""
_ABOVE = 300  # characters before a table that are kept: its title and date, not the page's navigation
_TITLES = 3  # rows; a table of titles alone has no more


def contents(text: str, path: str) -> Contents:
    """The tables of a page.

    Counted are the tables with at least two columns that contain no such table themselves, in the order of the page:
    the n-th is 第n张表 in messages and 表n in Sources.  Tables that only arrange the page are passed over.  Rows count
    from 1 as the page shows them, head first.  A table of titles alone, as pages have it that keep them still while
    the rows scroll, counts as one with the table that follows.
    """
    root = _parsed(text, path)
    if isinstance(root, Problem):
        return Contents(problems=(root,))
    found = {table.element: table for table in data_tables(root)}
    if not found:
        return Contents(problems=(_without_table(path),))
    tables: list[Table] = []
    problems: list[Problem] = []
    placed = [(found[element], above) for element, above in before(root, found, _ABOVE)]
    for number, (table, above, joined) in enumerate(_with_bodies(placed), start=1):
        rows, remarks = _read(table, number, path)
        tables += [Table(rows, f"第{number}张表", above)] if rows else []
        problems += [_joined(number, path)] if joined else []
        problems += remarks
    return Contents(tables, problems)


def _parsed(text: str, path: str) -> HtmlElement | Problem:
    """The page, or the Problem with it.  The parser neither loads anything nor expands entities of the page's own."""
    if text.count("<") > TAGS:
        return _problem("file-too-complex", path, f"网页中的标签超过{TAGS // 10000}万个的上限,未读取。")
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(text.replace("\0", "\ufffd").encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        return _problem("file-damaged", path, f"无法解析网页:{error}。")
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        return _problem("file-too-complex", path, "网页的标签嵌套过深,只能读出一部分,因此未读取。")
    return root


def _with_bodies(placed: Sequence[tuple[Found, str]]) -> Iterator[tuple[Found, str, bool]]:
    """The tables, those of titles alone joined with their bodies; True where one was."""
    following = iter([*placed[1:], None])
    for table, above in (waiting := iter(placed)):
        after = next(following)
        joins = after is not None and not after[1] and _heads(table, after[0])
        if after is not None and joins:
            table.lines += after[0].lines
            next(waiting)
            next(following)
        yield table, above, joins


def _heads(table: Found, body: Found) -> bool:
    """Whether a table holds nothing but the titles of the columns of the next one."""
    if len(table.lines) > _TITLES:
        return False
    words = vocabulary()
    titles, rows = _beginning(table), _beginning(body)
    header = recognise(titles, 0, words) if titles else None
    if header is None or header.last != len(table.lines) or not rows or recognise(rows, 0, words):
        return False
    return max(len(row.cells) for row in titles) == max(len(row.cells) for row in rows)


def _beginning(table: Found) -> list[Row]:
    cells = grid.laid_out(islice(table.spans(), _TITLES)) or []
    return [Row(line, None, own) for line, own in enumerate(cells, start=1)]


def _read(table: Found, number: int, path: str) -> tuple[list[Row], list[Problem]]:
    """The rows of a table that hold anything, and what there is to say of them."""
    sheet = f"表{number}"
    cells = grid.laid_out(table.spans())
    if cells is None:
        message = f"第{number}张表的合并单元格展开后超过{grid.LIMIT // 10000}万格的上限,这张表未读取。"
        advice = "请核对表中单元格的合并范围(rowspan、colspan),改正后再试。"
        source = Source(path=path, sheet=sheet)
        return [], [
            Problem(code="table-too-large", severity="warning", message=message, source=source, suggestion=advice)
        ]
    rows = [Row(line, None, own, sheet=sheet) for line, own in enumerate(cells, start=1)]
    rows = [row for row in rows if not row.blank]
    return rows, [*grid.merged(rows, path), *_hidden(rows, table.hidden(), path)]


def _hidden(rows: Sequence[Row], hidden: set[int], path: str) -> Iterator[Problem]:
    for row in rows:
        if row.line in hidden:
            message = f"第{row.line}行在网页上是隐藏的,也已读取。"
            yield Problem(code="row-hidden", severity="note", message=message, source=row.source(path))


def _joined(number: int, path: str) -> Problem:
    message = f"第{number}张表的表头和内容在网页中是分开的两张表,已合并读取,行号接着表头往下数。"
    source = Source(path=path, sheet=f"表{number}")
    return Problem(code="table-head-apart", severity="note", message=message, source=source)


def _without_table(path: str) -> Problem:
    advice = (
        "请核对保存的是否是表格所在的页面;如表格在附件里,请下载附件再试;如不是真正的表格,请复制到 Excel 中分列保存。"
    )
    return _problem("file-no-table", path, "网页中没有两列以上的表格。", advice)


def _problem(
    code: str, path: str, message: str, advice: str = "请把表格复制到 Excel 中保存,再读取那个文件。"
) -> Problem:
    return Problem(code=code, severity="error", message=message, source=Source(path=path), suggestion=advice)
