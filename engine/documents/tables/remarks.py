"""What there is to say of the columns of figures of a table: once for each column, never for every row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.documents.rows import Row
from engine.documents.tables.values import Words
from engine.model import Part, Problem, Severity, Source

_WHERE = {"text": "任务内容", "progress": "完成情况"}
_LONGEST = 40
_NAMED = 5


class Remarks:
    """Collects the first place of everything that is worth a Problem, in the order in which it was met."""

    def __init__(self) -> None:
        self._joined: dict[int, tuple[Part, int, str]] = {}
        self._bare: dict[int, list[tuple[Source, str, str]]] = {}
        self._unknown: dict[str, tuple[Source, str]] = {}
        self._unread: dict[int | None, list[Words]] = {}

    def joined(self, row: Row, text: str, parts: Iterable[Part], columns: Iterable[int]) -> None:
        """Parts of a row went into a text; only those of the columns of figures (from 0) are told."""
        for part in parts:
            column = (part.source.column or 0) - 1
            if column in columns and column not in self._joined:
                self._joined[column] = (part, row.line, text)

    def bare(self, column: int, source: Source, title: str, text: str) -> None:
        """A number has no unit, neither in its cell nor anywhere else."""
        self._bare.setdefault(column, []).append((source, title, text))

    def unknown(self, unit: str, source: Source, title: str) -> None:
        """The column of units says something that is no unit of measure to us."""
        self._unknown.setdefault(unit, (source, title))

    def unread(self, cell: Words) -> None:
        """A cell of a column of figures holds a number that cannot be read as one."""
        self._unread.setdefault(cell.source.column, []).append(cell)

    def problems(self) -> Iterator[Problem]:
        """A note for each column that was joined; a warning for each whose figures lack a unit, one for odd units."""
        for part, line, text in self._joined.values():
            column = f"第{part.source.column}列“{part.title}”"
            message = f"{column}并入{_WHERE[part.field]},如第{line}行记作“{_short(text)}”。"
            yield _problem("table-joined", "note", message, part.source)
        for found in self._bare.values():
            yield _without_unit(found)
        if self._unknown:
            yield _unknown_units(self._unknown)
        for cells in self._unread.values():
            yield _no_figures(cells)


def _without_unit(found: list[tuple[Source, str, str]]) -> Problem:
    source, title, text = found[0]
    message = (
        f"第{source.column}列“{title}”有{len(found)}个数没有写计量单位(如第{source.row}行的“{text}”),"
        "只能与同样没有单位的数相比。"
    )
    suggestion = f"请在列名中写明单位,例如“{title}(万元)”,或增加“计量单位”一列;本来没有单位的,在该列填“-”。"
    return _problem("cell-no-unit", "warning", message, source, suggestion)


def _unknown_units(found: dict[str, tuple[Source, str]]) -> Problem:
    source, title = next(iter(found.values()))
    named = "、".join(f"“{_short(unit)}”(第{place.row}行)" for unit, (place, _) in list(found.items())[:_NAMED])
    rest = f"等{len(found)}个" if len(found) > _NAMED else ""
    message = f"第{source.column}列“{title}”中有不认识的计量单位:{named}{rest};这些行的数按没有单位读取。"
    return _problem("cell-unknown-unit", "warning", message, source, "请改用通用的计量单位,例如亿元、%、个、公里。")


def _no_figures(cells: list[Words]) -> Problem:
    first = cells[0]
    message = (
        f"第{first.source.column}列“{first.title}”有{len(cells)}格不能读成一个数"
        f"(如第{first.source.row}行的“{_short(first.text)}”),没有用来计算。"
    )
    suggestion = "请在这一格只写数和计量单位,完成率请写百分数(如45%);说明写在数后面的括号里。"
    return _problem("cell-no-figure", "warning", message, first.source, suggestion)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"


def _problem(code: str, severity: Severity, message: str, source: Source, suggestion: str | None = None) -> Problem:
    return Problem(code=code, severity=severity, message=message, source=source, suggestion=suggestion)
