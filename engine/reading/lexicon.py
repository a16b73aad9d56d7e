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


@cache
def not_done() -> str:
    """A regular expression of an action that did not happen (未开工, 尚未腾退, 没有新增)."""
    return f"(?:未能?|尚未|没有|还未){alternation('action', 'open', 'close', 'closing verb')}"


@cache
def _missed() -> re.Pattern[str]:
    return re.compile(f"{alternation('failing')}|{not_done()}")


def missed(text: str) -> str | None:
    """The words by which a text itself says that something was missed; None where it does not."""
    found = _missed().search(text)
    return found.group() if found else None


@cache
def dictionary() -> str:
    """The words of the domain in jieba's format, one a line: word, frequency, tag."""
    return resources.files(__package__).joinpath("dictionary.txt").read_text(encoding="utf-8")


@cache
def _whole_words() -> frozenset[str]:
    return frozenset(line.split(" ", 1)[0] for line in dictionary().splitlines())


def cuts_word_behind(text: str, end: int) -> bool:
    """Whether a cut at ``end`` would part a word of the domain that begins the text (安置|房)."""
    return any(text[:stop] in _whole_words() for stop in range(end + 1, min(len(text), end + 5) + 1))


def apart_from_nouns(role: str) -> str:
    """A regular expression that matches any word of a role, save where it begins a word of the domain (预期|寿命)."""
    words = sections()[role]
    nouns = sorted(noun for noun in _whole_words() if noun not in words and noun.startswith(tuple(words)))
    return (f"(?!{'|'.join(map(re.escape, nouns))})" if nouns else "") + alternation(role)


def cuts_word_before(text: str, start: int) -> bool:
    """Whether a cut at ``start`` would part a word of the domain that ends the text (签|约)."""
    return any(text[first:] in _whole_words() for first in range(max(0, start - 5), start))


@cache
def _same() -> tuple[re.Pattern[str], dict[str, str]]:
    official = {other: names[0] for names in (word.split("=") for word in sections()["same"]) for other in names[1:]}
    longest = sorted(official, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest))), official


@lru_cache(maxsize=50_000)
def canonical(text: str) -> str:
    """The text with every indicator under the name that counts (GDP → 生产总值)."""
    names, official = _same()
    return names.sub(lambda found: official[found.group()], text)
