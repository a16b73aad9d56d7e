"""What is unusual about the cells of a sheet, gathered into one Problem for each kind and column."""

from __future__ import annotations

from typing import NamedTuple

from engine.documents.formats.workbooks.places import cell_name, cited
from engine.documents.formats.workbooks.shown import Remark, Shown
from engine.model import Problem, Severity, Source

_PLACES = 20  # the most places that a Problem carries; its message tells how many there are


class _Kind(NamedTuple):
    """``said`` takes the cells, their number, and text and detail of the first."""

    code: str
    severity: Severity
    said: str
    suggestion: str


_KINDS: dict[Remark, _Kind] = {
    "error": _Kind(
        *("cell-error", "warning", "{cells}是错误值({detail}),按空白读取。"),
        "请在表格中改正公式或填入数值后再试。",
    ),
    "unstored": _Kind(
        *("cell-formula", "warning", "{cells}是公式,文件中没有保存它的计算结果,按空白读取。"),
        "请用 Excel 或 WPS 打开文件,等公式算出结果后保存一次再试。",
    ),
    "unclear": _Kind(
        *("cell-format", "warning", "{cells}的数字格式({detail})会改变所显示的数字,现按存储的数字读取({text})。"),
        "请核对单位;最好改用普通数字格式,把单位写在列名中。",
    ),
    "date": _Kind(
        *(
            "cell-date",
            "warning",
            "{cells}是日期或时间,按所显示的“{text}”读取;原来输入的可能是“{detail}”,被软件自动改了。",
        ),
        "如本来不是日期或时间,请把单元格设为“文本”格式后重新输入。",
    ),
    "rounded": _Kind(
        *("cell-rounded", "note", "{cells}显示的与存储的不同(显示“{detail}”,存储“{text}”),按存储的数字读取。"),
        "如应以显示的数字为准,请在表格中把数值四舍五入。",
    ),
}


class Remarks:
    """The remarks on a sheet while its rows are read."""

    def __init__(self, sheet: str, path: str) -> None:
        self._sheet, self._path = sheet, path
        self._found: dict[tuple[Remark, int], list[tuple[int, Shown]]] = {}
        self._counts: dict[tuple[Remark, int], int] = {}

    def take(self, row: int, cells: dict[int, Shown]) -> None:
        """Note what is unusual in a row; ``cells`` are by column."""
        for column, shown in cells.items():
            if shown.remark:
                key = (shown.remark, column)
                self._counts[key] = self._counts.get(key, 0) + 1
                if self._counts[key] <= _PLACES:
                    self._found.setdefault(key, []).append((row, shown))

    def problems(self) -> list[Problem]:
        """One Problem for each kind and column, in the order in which they were first met."""
        return [self._problem(remark, column) for remark, column in self._found]

    def _problem(self, remark: Remark, column: int) -> Problem:
        kind, found = _KINDS[remark], self._found[remark, column]
        count = self._counts[remark, column]
        names = cited(cell_name(row, column) for row, _ in found)
        cells = f"工作表“{self._sheet}”{names}" + (f"共{count}个单元格" if count > 1 else "")
        first, *others = (Source(path=self._path, sheet=self._sheet, row=row, column=column) for row, _ in found)
        shown = found[0][1]
        return Problem(
            code=kind.code,
            severity=kind.severity,
            message=kind.said.format(cells=cells, text=shown.text, detail=shown.detail),
            source=first,
            suggestion=kind.suggestion,
            also=tuple(others),
        )
