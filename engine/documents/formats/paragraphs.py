"""Stub of the reader of paragraphs."""

from __future__ import annotations

from engine.documents.rows import Contents


def contents(data: str, path: str, words: object) -> Contents:
    """Nothing yet."""
    return Contents()
