"""What a rule book is made of, whatever it is written as: headings, paragraphs, rules and tables.

Texts are as the rules file has them; ``one_line`` makes them safe when they are written down.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from engine.explain.visible import visible

_NO_TEXT = {code: f"\\u{code:04x}" for code in (*range(0xD800, 0xE000), 0xFFFE, 0xFFFF)}
"""Halves of characters, and what XML does not take for a character."""
NONE = "—"
"""What a cell says that has nothing to say."""
_DIGITS = "零一二三四五六七八九"


class Fact(NamedTuple):
    """Something said under a label: 依据:文号."""

    label: str
    text: str


class Heading(NamedTuple):
    """A heading; level 1 is a chapter, 2 a section of it.  ``number`` counts from 1 within what is above."""

    level: int
    number: int
    text: str

    def __str__(self) -> str:
        number = numeral(self.number)
        return f"{number}、{self.text}" if self.level == 1 else f"（{number}）{self.text}"


class Paragraph(NamedTuple):
    """Plain sentences."""

    text: str


class Entry(NamedTuple):
    """One rule: what it says as a sentence, what there is to say about it, its id, and where it stands."""

    number: int
    statement: str
    facts: tuple[Fact, ...]
    id: str
    place: str


class Table(NamedTuple):
    """A table; every row has as many cells as ``head``."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def without_blanks(self) -> Table:
        """The table without the columns in which every cell says NONE."""
        told = [number for number in range(len(self.head)) if any(row[number] != NONE for row in self.rows)]
        head, *rows = (tuple(row[number] for number in told) for row in (self.head, *self.rows))
        return Table(head, tuple(rows))


Block = Heading | Paragraph | Entry | Table


class Document(NamedTuple):
    """A whole rule book: its title, what is to be known of it, and its chapters."""

    title: str
    facts: tuple[Fact, ...]
    blocks: tuple[Block, ...]


def numeral(number: int) -> str:
    """A number from 1 to 99 in Chinese, as headings count: 一, 十, 二十三."""
    tens, ones = divmod(number, 10)
    front = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return front + (_DIGITS[ones] if ones else "")


def one_line(text: str) -> str:
    """A text on one line, with what cannot be printed spelled out."""
    return visible(" ".join(text.split())).translate(_NO_TEXT)


def quoted(words: Sequence[str]) -> str:
    """“甲”“乙”."""
    return "".join(f"“{word}”" for word in words)
