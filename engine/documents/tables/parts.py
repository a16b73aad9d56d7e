"""A field that is put together from several cells: its text, and which stretch of it came from which cell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from engine.model import Part, Source


class Piece(NamedTuple):
    """Words from one cell, with its header's title; or joining words of our own, which come from none.

    ``unit`` is the unit of measure that was added to a bare number, ``unit_from`` says in Chinese where it stands.
    """

    text: str
    source: Source | None = None
    title: str = ""
    unit: str | None = None
    unit_from: str | None = None


def put_together(field: Literal["text", "progress"], pieces: Iterable[Piece]) -> tuple[str, tuple[Part, ...]]:
    """The text of the pieces in their order, and a Part for every piece that came from a cell."""
    text = ""
    parts: list[Part] = []
    for piece in pieces:
        start, text = len(text), text + piece.text
        if piece.source and piece.text:
            parts.append(
                Part(
                    field=field,
                    span=(start, len(text)),
                    source=piece.source,
                    title=piece.title,
                    unit=piece.unit,
                    unit_title=piece.unit_from,
                )
            )
    return text, tuple(parts)
