"""The lexicon: cue words by role, read once from ``lexicon.txt`` and compiled on first use."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def sections() -> dict[str, tuple[str, ...]]:
    """Every section of the lexicon: role -> its words, longest first."""
    text = resources.files(__package__).joinpath("lexicon.txt").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    words: list[str] = []
    for line in text.splitlines():
        if line.startswith("["):
            words = found.setdefault(line[1 : line.index("]")], [])
        elif not line.startswith("#"):
            words += line.split()
    return {role: tuple(sorted(set(words), key=lambda word: (-len(word), word))) for role, words in found.items()}


@cache
def alternation(*roles: str) -> str:
    """A regular expression that matches any word of the roles, longest first."""
    words = sorted({word for role in roles for word in sections()[role]}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(re.escape, words)) + ")"


@cache
def pattern(*roles: str) -> re.Pattern[str]:
    """The compiled alternation of the roles."""
    return re.compile(alternation(*roles))


def has(role: str, text: str) -> bool:
    """Whether a word of the role stands in the text."""
    return pattern(role).search(text) is not None


def first(role: str, text: str) -> str | None:
    """The first word of the role in the text."""
    found = pattern(role).search(text)
    return found.group() if found else None
