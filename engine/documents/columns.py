"""What there is to say about the columns of a table: those missing, and those left unread."""

from __future__ import annotations

from collections.abc import Iterator

from engine.documents.header import TITLES, Header
from engine.model import Problem, Severity, Source

_EXAMPLE = "请把表格第一行写成列名,例如:序号 | 主要工作任务 | 完成情况 | 牵头单位。"
_ABSENT: dict[str, tuple[Severity, str]] = {
    "id": ("note", "任务按先后顺序编号"),
    "progress": ("warning", "各项任务的完成情况按空白处理,无法评定进度"),
    "units": ("warning", "各项任务没有牵头单位和责任单位"),
}


def column_problems(header: Header | None, path: str) -> Iterator[Problem]:
    """An error where the task column is missing; a remark for any other, and for each column that was passed over."""
    if header is None or "text" not in header.columns:
        yield _no_task_column(header, path)
        return
    source = Source(path=path, row=header.row.line)
    for field, (severity, effect) in _ABSENT.items():
        if field not in header.columns:
            message = f"表头中没有“{TITLES[field]}”列:{effect}。"
            yield Problem(code=f"table-no-{field}", severity=severity, message=message, source=source)
    for field, title in header.unused:
        used = header.row.cells[header.columns[field]].text
        message = f"“{used}”和“{title}”两列都像是“{TITLES[field]}”,只读取了“{used}”。"
        suggestion = f"如应读取“{title}”,请把另一列改名或删去。"
        yield Problem(
            code="table-same-column", severity="warning", message=message, source=source, suggestion=suggestion
        )


def no_tasks(header: Header, path: str) -> Problem:
    """The Problem with a header below which no task stands."""
    return Problem(
        code="table-no-tasks",
        severity="error",
        message=f"第{header.row.line}行的表头以下没有读到任务。",
        source=Source(path=path, row=header.row.line),
        suggestion="请核对文件是否完整;每项任务应在表头以下占一行。",
    )


def _no_task_column(header: Header | None, path: str) -> Problem:
    if header is None:
        message = "没有找到表头:没有哪一行写有序号、主要工作任务、完成情况、牵头单位这样的列名。"
        return _error("table-no-header", message, Source(path=path))
    found = "、".join(header.row.cells[column].text for column in sorted(header.columns.values()))
    missing = "、".join(title for field, title in TITLES.items() if field not in header.columns)
    message = f"第{header.row.line}行的表头缺少任务列:找到的列是{found};没有找到的是{missing}。"
    return _error("table-no-text", message, Source(path=path, row=header.row.line))


def _error(code: str, message: str, source: Source) -> Problem:
    return Problem(code=code, severity="error", message=message, source=source, suggestion=_EXAMPLE)
