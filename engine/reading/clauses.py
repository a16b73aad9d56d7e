"""A cell of text cut into clauses, with names and asides blanked out.

A clause ends at a comma, semicolon or full stop that stands outside quotation marks, book titles and
parentheses; a comma between the digits of one number ends nothing.  Quoted and parenthesised text is *masked*:
replaced by blanks of the same length, so that offsets hold and no cue or figure is found inside a name.
"""

from __future__ import annotations

import re
from typing import NamedTuple

TITLE = re.compile(r"《[^《》]*》")
NAME = re.compile(r"“[^“”]*”|‘[^‘’]*’|「[^「」]*」|《[^《》]*》|\"[^\"\n]*\"")
ASIDE = re.compile(r"[(\[【][^()\[\]【】]*[)\]】]")
_END = re.compile(r"[。;!?\n]|[,](?!\d{3}(?!\d))|(?<!\d)[,]")
_SENTENCE_ENDS = frozenset("。!?\n")
_GROUP_ENDS = _SENTENCE_ENDS | frozenset(";")
BLANK = "\u3000"
LONGEST_CLAUSE = 300
"""Characters of a clause beyond which its grammar is not read: no clause of an office text is longer."""


class Clause(NamedTuple):
    """A stretch of a cell between two commas.

    ``number`` counts the clauses of the cell, ``sentence`` the full stops before it, ``group`` the full stops and
    semicolons.  ``text`` is the masked text: ``len(text) == end - start``.
    """

    number: int
    start: int
    end: int
    sentence: int
    group: int
    text: str


def _blank(match: re.Match[str]) -> str:
    return BLANK * len(match.group())


def mask(text: str) -> str:
    """The text with names in quotation marks and asides in parentheses blanked out, offset for offset."""
    return ASIDE.sub(_blank, NAME.sub(_blank, text))


def split(text: str) -> list[Clause]:
    """The clauses of a cell in order; their texts are masked, and none is empty."""
    masked = mask(text)
    clauses: list[Clause] = []
    start = sentence = group = 0
    for stop in _END.finditer(masked):
        _add(clauses, masked, start, stop.start(), sentence, group)
        start = stop.end()
        sentence += stop.group() in _SENTENCE_ENDS
        group += stop.group() in _GROUP_ENDS
    _add(clauses, masked, start, len(masked), sentence, group)
    return clauses


def _add(clauses: list[Clause], masked: str, start: int, end: int, sentence: int, group: int) -> None:
    """Add the clause without outer blanks (the blanks of a mask stay), unless nothing is left."""
    piece = masked[start:end]
    start += len(piece) - len(piece.lstrip(" \t\r"))
    end -= len(piece) - len(piece.rstrip(" \t\r"))
    if end > start:
        clauses.append(Clause(len(clauses), start, end, sentence, group, masked[start:end]))
