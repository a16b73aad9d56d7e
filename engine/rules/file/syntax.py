"""What the YAML parser stumbles over, in words, and at the place where it began to go wrong."""

from __future__ import annotations

import re
from typing import Any

from engine.rules.file.faults import Faults, Place

_WIDE_BLANK = re.compile("[ ]*(\u3000)")
_WIDE_COLON = re.compile("[ ]*(?:- +)?[^\\s'\"#:：-][^\\s'\"#:：]*(：)(?!.*:(?: |$))")
_TIGHT_DASH = re.compile("[ ]*(-)(?![-\\s]|$|[0-9.]+ *$)")
_SLIPS = (
    (_WIDE_BLANK, "缩进请用半角空格"),
    (_WIDE_COLON, "冒号请用半角“:”,后面空一格"),
    (_TIGHT_DASH, "“-”后面空一格"),
)
"""Slips of the input method that YAML takes for plain text, and stumbles over lines later."""
_LOOKED_BACK = 3


def note_syntax(error: Any, faults: Faults) -> None:
    """Note what the parser stumbled over, a ``yaml.YAMLError``, where it was most likely caused."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        faults.add("rules-yaml", Place(1, 1), "文件中有不可见的控制字符,请删去")
        return
    place, quoted = Place(mark.line + 1, mark.column + 1), "quoted scalar" in (error.context or "")
    if quoted:
        _note_quoting(error, place, faults)
    elif "\t" in faults.line(place.line):
        faults.add("rules-yaml", place, "缩进请用空格,不能用制表符")
    elif (slip := _slip(place.line, faults)) is not None:
        faults.add("rules-yaml", *slip)
    else:
        faults.add("rules-yaml", place, "此处不合 YAML 格式:请检查缩进、半角冒号后的空格,以及花括号开头的文字有无引号")


def _note_quoting(error: Any, place: Place, faults: Faults) -> None:
    """A quote that is never closed, or a backslash between double quotes that means nothing."""
    problem = error.problem or ""
    if "escape" in problem or "hexdecimal" in problem:  # as LibYAML spells it
        faults.add("rules-yaml", place, "双引号中的“\\”不能这样用:请写成“\\\\”,或改用单引号")
    else:
        start = error.context_mark
        faults.add("rules-yaml", Place(start.line + 1, start.column + 1), "引号没有成对,请补上另一个")


def _slip(at: int, faults: Faults) -> tuple[Place, str] | None:
    """The nearest slip on a line or shortly before it: the parser goes on until the text makes no sense."""
    for line in range(at, max(0, at - _LOOKED_BACK - 1), -1):
        for pattern, what in _SLIPS:
            found = pattern.match(faults.line(line))
            if found:
                return Place(line, found.start(1) + 1), what
    return None
