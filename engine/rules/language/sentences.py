"""Sentences of rules.yaml: "完成{actual}[,为目标的{completion}]" with terms in braces.

A part in square brackets is left out where a term in it is not known; outside brackets such a term is shown
as 未知.  A term that stands in “ ” has its own “ ” turned into ‘ ’.  Nothing else is special.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from engine.rules.language.conditions import unknown_term
from engine.rules.language.terms import Terms
from engine.rules.language.tokens import Fault

_PART = re.compile(r"\[(?P<optional>[^\[\]]*)\]|(?P<stray>[\[\]])|(?P<plain>[^\[\]]+)")
_HOLE = re.compile(r"\{([^{}]*)\}|([{}])|([^{}]+)")


_HALF = dict(zip("\uff5b\uff5d\uff3b\uff3d", "{}[]", strict=True))
_FULL = re.compile("[\uff5b\uff5d\uff3b\uff3d]")
"""Braces of the Chinese keyboard, which would be printed instead of the figure that they name."""
_INNER_QUOTES = str.maketrans("“”", "‘’")


class Piece(NamedTuple):
    """Plain words, or the name of a term to be shown; ``quoted`` says that it stands in quotes."""

    words: str
    term: str | None = None
    quoted: bool = False


class Part(NamedTuple):
    """A stretch of a sentence that is shown as a whole or, where it is optional, not at all."""

    pieces: tuple[Piece, ...]
    optional: bool


class Template(NamedTuple):
    """A sentence that is ready to be filled in."""

    parts: tuple[Part, ...]
    terms: Terms

    def fill(self, facts: Any) -> str:
        """The sentence about these facts."""
        return "".join(
            self._piece(piece, facts) for part in self.parts if self._shown(part, facts) for piece in part.pieces
        )

    def _shown(self, part: Part, facts: Any) -> bool:
        names = [piece.term for piece in part.pieces if piece.term is not None] if part.optional else []
        return all(self.terms[name].value(facts) is not None for name in names)

    def _piece(self, piece: Piece, facts: Any) -> str:
        if piece.term is None:
            return piece.words
        term = self.terms[piece.term]
        if term.value(facts) is None:
            return "未知"
        shown = term.show(facts)
        return shown.translate(_INNER_QUOTES) if piece.quoted else shown


def compile_template(text: str, terms: Terms) -> tuple[Template, list[Fault]]:
    """A sentence over these terms, and every mistake in it."""
    parts = []
    faults = [
        Fault(*found.span(), f"“{found.group()}”请改用半角的“{_HALF[found.group()]}”") for found in _FULL.finditer(text)
    ]
    for match in _PART.finditer(text):
        group = match.lastgroup or "stray"
        if group == "stray":
            faults.append(Fault(*match.span(), "方括号不成对"))
            continue
        pieces, found = _pieces(match[group], match.start(group), terms)
        parts.append(Part(pieces, group == "optional"))
        faults += found
    return Template(tuple(parts), terms), faults


def _pieces(text: str, offset: int, terms: Terms) -> tuple[tuple[Piece, ...], list[Fault]]:
    pieces, faults = [], []
    for match in _HOLE.finditer(text):
        start, end = offset + match.start(), offset + match.end()
        if match[2]:
            faults.append(Fault(start, end, "花括号不成对"))
        elif match[3]:
            pieces.append(Piece(match[3]))
        elif match[1] in terms:
            pieces.append(Piece("", match[1], quoted=text[: match.start()].endswith("“")))
        else:
            faults.append(Fault(start, end, unknown_term(match[1], terms)))
    return tuple(pieces), faults
