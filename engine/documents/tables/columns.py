"""What there is to say about the columns of a table: those missing, and those left unread."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from engine.documents.rows import Cell, Row, Table
from engine.documents.tables.header import CORE, TITLES, Header
from engine.documents.tables.headline import headline
from engine.documents.tables.titles import below
from engine.model import Problem, Severity, Source

_EXAMPLE = "请把表格第一行写成列名,例如:序号 | 主要工作任务 | 完成情况 | 牵头单位。"
_SHOWN = 8
"""Columns that one message names."""

READ = frozenset(("id", "text", "progress", "units", "goal", "achieved", "measure", "category", "due", "completion"))
"""The fields that a task takes from its row."""

_TELLING = frozenset(("achieved", "completion"))
"""Fields that tell of the progress where there is no column of it."""

_ABSENT: dict[str, tuple[Severity, str]] = {
    "id": ("note", "任务按先后顺序编号"),
    "progress": ("warning", "各项任务的完成情况按空白处理,无法评定进度"),
    "units": ("warning", "各项任务没有牵头单位和责任单位"),
}


def column_problems(header: Header | None, path: str) -> Iterator[Problem]:
    """An error where the task column is missing; a remark for any other, for each column that was passed over, and for
    each that the user named and that is not there."""
    yield from _unknown_columns(header, path) if header else ()
    if header is None or "text" not in header.columns:
        yield _no_task_column(header, path)
        return
    source = _place(header, path)
    for field, (severity, effect) in _ABSENT.items():
        if field not in header.columns and not (field == "progress" and _TELLING & header.columns.keys()):
            message = f"表头中没有“{TITLES[field]}”列:{effect}。"
            yield Problem(code=f"table-no-{field}", severity=severity, message=message, source=source)
    for field, title in header.unused:
        used, title = "".join(header.title(header.columns[field]).split()), "".join(title.split())
        latest = "时间最近的" if headline((used,)).until > headline((title,)).until else ""
        message = f"“{used}”和“{title}”两列都像是“{TITLES[field]}”,只读取了{latest}“{used}”。"
        suggestion = f"如应读取“{title}”,请把另一列改名或删去。"
        yield Problem(
            code="table-same-column", severity="warning", message=message, source=source, suggestion=suggestion
        )


def unread(header: Header, rows: Sequence[Row], path: str, read: Container[str] = READ) -> Iterator[Problem]:
    """One note that names the columns which hold something and serve no field that is ``read``."""
    known = {column for field, column in header.columns.items() if field in read}
    known |= {*header.co, *(column for column, _ in header.figures)}
    told = {title for _, title in header.unused}
    known |= {column for column in range(header.width) if header.title(column) in told}
    named = [_named(header, column) for column in range(header.width) if column not in known]
    under = [row for _, row in below(rows, header.row, header.last)] if named else []
    holding = [name for column, name in named if any(_holds(row, column, header) for row in under)]
    if holding:
        more = f"等{len(holding)}列" if len(holding) > _SHOWN else ""
        message = f"{'、'.join(holding[:_SHOWN])}{more}是表中另外的栏目,没有用到。"
        advice = "如其中有任务内容、完成情况或责任单位,请用 --columns 指明这一列。"
        source = _place(header, path)
        yield Problem(code="table-unread", severity="note", message=message, source=source, suggestion=advice)


def _named(header: Header, column: int) -> tuple[int, str]:
    title = header.shown(column)
    return column, f"第{column + 1}列“{title}”" if title else f"第{column + 1}列(没有列名)"


def _holds(row: Row, column: int, header: Header) -> bool:
    """Whether a row below the header has words of its own in a column, other than its title once more."""
    cell = row.cells[column] if column < len(row.cells) else Cell("")
    return bool(cell.text) and cell.anchor is None and cell.text != header.title(column)


def _unknown_columns(header: Header, path: str) -> Iterator[Problem]:
    """A warning for each column that the user named by a word that is no field's, or with a title that is not there."""
    found = "、".join(f"“{''.join(titles[-1].split())}”" for titles in header.titles if titles)
    for field in sorted(header.named):
        if field not in TITLES:
            message = f"没有“{field}”这样的栏目,指定给它的列没有读取。"
            advice = f"可以指定的栏目:{'、'.join(TITLES.values())}。"
            yield _unknown(message, advice, header, path)
    for field, title in header.unmet:
        if field in TITLES:
            message = f"表头中没有指定为“{TITLES[field]}”的列“{title}”:找到的列名是{found}。"
            yield _unknown(message, "请核对列名,与表头写得一样即可(空格和括号内的说明可以不写)。", header, path)


def _unknown(message: str, advice: str, header: Header, path: str) -> Problem:
    place = _place(header, path)
    return Problem(code="column-unknown", severity="warning", message=message, source=place, suggestion=advice)


def passed_over(headed: Sequence[tuple[Table, Header | None]], path: str) -> Iterator[Problem]:
    """A note on each table that holds something but has no task column, where another table of the file has one; a
    warning where it is as wide as such a table, and so may well be its continuation."""
    narrowest = min((one.width for _, one in headed if one and "text" in one.columns), default=0)
    for table, header in headed:
        filled = [row for row in table.rows if not row.blank]
        if filled and not (header and "text" in header.columns):
            message = f"{table.name or '其中一张表'}没有任务列,其中{len(filled)}行未读取。"
            source = filled[0].source(path).model_copy(update={"offset": None})
            suggestion = "如其中有任务,请给它写上列名,或用 --columns 指明任务列。"
            wide = max(row.width for row in filled) >= narrowest
            severity: Severity = "warning" if wide else "note"
            yield Problem(
                code="table-skipped", severity=severity, message=message, source=source, suggestion=suggestion
            )


def no_tasks(header: Header, path: str) -> Problem:
    """The Problem with a header below which no task stands."""
    return Problem(
        code="table-no-tasks",
        severity="error",
        message=f"第{header.row.line}行的表头以下没有读到任务。",
        source=_place(header, path),
        suggestion="请核对文件是否完整;每项任务应在表头以下占一行。",
    )


def _no_task_column(header: Header | None, path: str) -> Problem:
    if header is None:
        message = "没有找到表头:没有哪一行写有序号、主要工作任务、完成情况、牵头单位这样的列名。"
        return _error("table-no-header", message, Source(path=path))
    found = "、".join(header.shown(column) for column in sorted(header.columns.values()))
    missing = "、".join(TITLES[field] for field in CORE if field not in header.columns)
    message = f"第{header.row.line}行的表头缺少任务列:找到的列是{found};没有找到的是{missing}。"
    return _error("table-no-text", message, _place(header, path))


def _place(header: Header, path: str) -> Source:
    return header.row.source(path).model_copy(update={"offset": None})


def _error(code: str, message: str, source: Source) -> Problem:
    return Problem(code=code, severity="error", message=message, source=source, suggestion=_EXAMPLE)
