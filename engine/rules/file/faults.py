"""Mistakes in a rules file, collected as Problems that show the place, the line and a caret under the words."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from engine.model import Problem, Source

_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What YAML takes for the end of a line."""


class Place(NamedTuple):
    """Where something stands in the file: line and column count from 1, ``width`` is in characters."""

    line: int
    column: int
    width: int = 1


class Faults:
    """Collects every mistake of one file, so that all of them are told at once."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = _LINE_BREAK.split(text)
        self._found: dict[tuple[Place, str], Problem] = {}

    def add(self, code: str, place: Place, what: str) -> None:
        """Note one mistake; ``what`` says in Chinese what is wrong and what is allowed there."""
        message = f"{self.path}:{place.line}:{place.column}: {what}\n{self._excerpt(place)}"
        source = Source(path=self.path, row=place.line, column=place.column)
        self._found[place, message] = Problem(code=code, severity="error", message=message, source=source)

    def problems(self) -> tuple[Problem, ...]:
        """The mistakes in the order of the file."""
        return tuple(self._found[key] for key in sorted(self._found))

    def line(self, number: int) -> str:
        """The text of a line (from 1); empty past the end of the file."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def _excerpt(self, place: Place) -> str:
        line = self.line(place.line)
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
