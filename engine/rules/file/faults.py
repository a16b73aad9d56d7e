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
_EXTENDS = re.compile(r"['\"]?extends['\"]?\s*:")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


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
        message = f"{path}:{place.line}:{place.column}: {_on_one_line(what)}\n{self._excerpt(place)}"
        source = Source(path=path, row=place.line, column=place.column)
        if place.file:  # only the file itself is there to be opened
            source = Source(path=self.path, row=self._extending())
        self._found[place, message] = Problem(code=code, severity=severity, message=message, source=source)

    def problems(self) -> tuple[Problem, ...]:
        """The mistakes in the order of the file; where it has errors of its own, without those that they bring about in
        the file that it extends."""
        own = [key for key in self._found if not key[0].file or key[0].file.startswith("-")]
        wrong = any(self._found[key].severity == "error" for key in own)
        told = sorted(own if wrong else self._found, key=lambda key: (key[0].file, key))
        return tuple(self._found[key] for key in told)

    @property
    def fatal(self) -> bool:
        """Whether one of the mistakes is an error, so that there is no book."""
        return any(problem.severity == "error" for problem in self._found.values())

    def line(self, number: int, file: str = "") -> str:
        """The text of a line (from 1); empty past the end of the file."""
        lines = self._lines[file]
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def _extending(self) -> int:
        """The line on which the file says what it extends; the first where it does not."""
        return next((number for number, line in enumerate(self._lines[""], start=1) if _EXTENDS.match(line)), 1)

    def _excerpt(self, place: Place) -> str:
        line = self.line(place.line, place.file)
        before, marked = line[: place.column - 1], line[place.column - 1 : place.column - 1 + place.width]
        margin = f"{place.line:>5} | "
        caret = " " * (len(margin) - 2) + "| " + _blank(before) + "^" * max(1, _columns(marked))
        return f"{margin}{line}\n{caret}"


def nearest(word: str, known: Iterable[str]) -> str:
    """“;是不是“…”?” with the likeliest known word, or nothing where none is like it."""
    found = closest(word, known)
    return f";是不是“{found}”?" if found else ""


def closest(word: str, known: Iterable[str]) -> str | None:
    """The likeliest known word, None where none is like it."""
    return next(iter(difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)), None)


def listed(words: Iterable[str]) -> str:
    """The words as a Chinese enumeration."""
    return "、".join(words)


def _on_one_line(text: str) -> str:
    """The text with what would end a line, or steer a terminal, spelled out: an id may hold a newline."""
    return _CONTROLS.sub(lambda found: repr(found[0])[1:-1], text)


def _wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _blank(text: str) -> str:
    """Blanks as wide as the text: an ideographic space under a Chinese character keeps the caret in line."""
    return "".join("\u3000" if _wide(char) else ("\t" if char == "\t" else " ") for char in text)


def _columns(text: str) -> int:
    return sum(2 if _wide(char) else 1 for char in text)
