"""One finding taken apart: what is wrong, where, and how many characters are marked."""

from __future__ import annotations

import re

from engine.explain.visible import cells
from engine.model import Problem, Record, Severity
from engine.rules.file.changes import COMMAND_LINE
from engine.rules.file.inherit import PACKAGED

_ELSEWHERE = re.compile(f"({PACKAGED}|{COMMAND_LINE}):([0-9]+):[0-9]+: ")
"""The place of what stands in no file of the user's: its line is told with the message."""


class RulesFinding(Record):
    """One thing that is wrong.  `message` is one line; `line` and `column` count from 1, `width` is in characters;
    they are null where it is about the file as a whole."""

    code: str
    severity: Severity
    message: str
    file: str
    line: int | None
    column: int | None
    width: int | None


def finding(path: str, problem: Problem) -> RulesFinding:
    """The finding of a problem; one without a place is about the file as a whole.  What stands in the packaged rules is
    found where the file extends them."""
    source = problem.source
    file = source.path if source else path
    line, column = (source.row, source.column if isinstance(source.column, int) else None) if source else (None, None)
    first, *excerpt = problem.message.split("\n")
    place = ":".join(str(part) for part in (file, line, column) if part is not None)
    message = _told_from_afar(first.removeprefix(f"{place}: "))
    width = _marked(excerpt, column) if column is not None else None
    return RulesFinding(
        code=problem.code,
        severity=problem.severity,
        message=message,
        file=file,
        line=line,
        column=column,
        width=width,
    )


def _told_from_afar(message: str) -> str:
    """自带规则:12:5: … as 自带规则第12行:…; any other message as it is."""
    found = _ELSEWHERE.match(message)
    return f"{found[1]}第{found[2]}行:{message[found.end() :]}" if found else message


def _marked(excerpt: list[str], column: int) -> int | None:
    """How many characters of the line of the file the carets under it mark."""
    if len(excerpt) != 2:
        return None
    line, carets = excerpt[0].partition(" | ")[2], excerpt[1].count("^")
    width = 0
    for width, char in enumerate(line[column - 1 :], start=1):
        carets -= cells(char)
        if carets <= 0:
            return width
    return max(1, width)
