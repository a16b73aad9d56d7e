"""Mistakes in a rules file, collected as Problems that show the place, the line and a caret under the words."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from engine.model import Problem, Severity, Source

_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What YAML takes for the end of a line."""


class Place(NamedTuple):
    """Where something stands: line and column count from 1, ``width`` is in characters; ``file`` is the file that it
    stands in where that is not the rules file itself but the one that it extends."""

    line: int
    column: int
    width: int = 1
    file: str = ""


class Faults:
    """Collects every mistake of one file, so that all of them are told at once."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self._lines = {"": _LINE_BREAK.split(text)}
        self._found: dict[tuple[Place, str], Problem] = {}

    def include(self, file: str, text: str) -> None:
        """Take in the text of a file that this one extends; places name it by ``file``."""
        self._lines[file] = _LINE_BREAK.split(text)

    def add(self, code: str, place: Place, what: str, severity: Severity = "error") -> None:
        """Note one mistake; ``what`` says in Chinese what is wrong and what is allowed there."""
        path = place.file or self.path
        message = f"{path}:{place.line}:{place.column}: {what}\n{self._excerpt(place)}"
        source = Source(path=path, row=place.line, column=place.column)
        self._found[place, message] = Problem(code=code, severity=severity, message=message, source=source)

    def problems(self) -> tuple[Problem, ...]:
        """The mistakes in the order of the file, those of the file itself first."""
        return tuple(self._found[key] for key in sorted(self._found, key=lambda key: (key[0].file, key)))

    @property
    def fatal(self) -> bool:
        """Whether one of the mistakes is an error, so that there is no book."""
        return any(problem.severity == "error" for problem in self._found.values())

    def line(self, number: int, file: str = "") -> str:
        """The text of a line (from 1); empty past the end of the file."""
        lines = self._lines[file]
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def _excerpt(self, place: Place) -> str:
        line = self.line(place.line, place.file)
        before, marked = line[: place.column - 1], line[place.column - 1 : place.column - 1 + place.width]
        margin = f"{place.line:>5} | "
        caret = " " * (len(margin) - 2) + "| " + _blank(before) + "^" * max(1, _columns(marked))
        return f"{margin}{line}\n{caret}"


def nearest(word: str, known: Iterable[str]) -> str:
    """“;是不是“…”?” with the likeliest known word, or nothing where none is like it."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f";是不是“{found[0]}”?" if found else ""


def listed(words: Iterable[str]) -> str:
    """The words as a Chinese enumeration."""
    return "、".join(words)


def _wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _blank(text: str) -> str:
    """Blanks as wide as the text: an ideographic space under a Chinese character keeps the caret in line."""
    return "".join("\u3000" if _wide(char) else ("\t" if char == "\t" else " ") for char in text)


def _columns(text: str) -> int:
    return sum(2 if _wide(char) else 1 for char in text)
