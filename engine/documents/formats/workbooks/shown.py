"""The text of a cell of a sheet, and what there is to say of it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Remark = Literal["", "rounded", "unclear", "date", "error", "unstored"]
"""The cell shows another figure than it holds; its format is not understood; it is a date that may have been typed as
text; it is an error; it is a formula without a stored value."""


class Shown(NamedTuple):
    """The text of a cell; ``remark`` says what is unusual, ``detail`` what is shown, held or guessed in that case."""

    text: str
    remark: Remark = ""
    detail: str = ""
