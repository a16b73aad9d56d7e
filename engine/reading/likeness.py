"""How alike two indicators are, in whole thousandths.

The words of the target's indicator are looked for in the words around a figure of the progress text.  Each word
weighs by its length and rarity, the head noun (in Chinese the last word) twice.  A word that is not there whole
may be there in part (危桥 / 危旧桥梁) or as an abbreviation (高企 / 高新技术企业).  jieba with a small dictionary of
the domain cuts the indicator; each distinct phrase is cut once.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Collection
from functools import lru_cache
from typing import Any

from engine.reading import lexicon

Weights = list[tuple[str, int]]
WHOLE = 1000
_ABBREVIATED = 800
_WEIGHT = 840
"""Weight of one character: divisible by the small counts of targets that share a word."""
_SHORT = 4
_KEPT = re.compile(
    r"[A-Za-z0-9.]+(?:[万亿]*美?[元米亩吨人]|级)?|(?<!\d)[万亿]美?元|[\u4e00-\u9fff]+?(?=[万亿]美?元|[^\u4e00-\u9fff]|$)"
)
_STRAY = frozenset("的和与及或等各其中了在为对从将已共以由新个上下超")


@lru_cache(maxsize=1)
def _tokenizer() -> Any:
    """A jieba tokenizer over our own dictionary; the cache file that jieba would leave in the shared temp folder
    is never written, and its costly import of pkg_resources is skipped."""
    hidden = sys.modules.get("pkg_resources", False)
    if hidden is False:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        import jieba
    finally:
        if hidden is False:
            del sys.modules["pkg_resources"]
    tokenizer = jieba.Tokenizer()
    stream = io.BytesIO(lexicon.dictionary().encode())
    stream.name = "dictionary.txt"
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(stream)
    tokenizer.initialized = True
    return tokenizer


@lru_cache(maxsize=20_000)
def words(phrase: str) -> tuple[str, ...]:
    """The content words of a phrase in order; single characters that the dictionary leaves over run together."""
    cut: list[str] = []
    for piece in _KEPT.findall(phrase):
        loose = False
        for word in [piece] if piece.isascii() or piece[0].isascii() else _tokenizer().lcut(piece, HMM=False):
            single = len(word) == 1
            if single and word in _STRAY:
                loose = False
            elif single and loose:
                cut[-1] += word
            else:
                cut.append(word)
                loose = single
    return tuple(cut)


def weights(indicator: str, rivals: Collection[str] = (), head: int = 2) -> Weights:
    """The words of an indicator with their weights.  A word that other targets of the task share tells less;
    ``head`` is the factor of the head noun."""
    found = words(lexicon.canonical(indicator))
    weighed = []
    for position, word in enumerate(found):
        weight = _WEIGHT * min(len(word), 4) // (1 + sum(word in rival for rival in rivals))
        if lexicon.pattern("generic").fullmatch(word):
            weight //= 4
        if position == len(found) - 1:
            weight *= head
        weighed.append((word, weight))
    return weighed


def likeness(weighed: Weights, own: str, inherited: str = "") -> int:
    """The thousandths of the weighed words that stand in ``own``; words that only stand in the inherited context
    count half.  0 where there are no words to compare."""
    own, inherited = lexicon.canonical(own), lexicon.canonical(inherited)
    total = reached = 0
    for word, weight in weighed:
        total += weight
        reached += weight * max(presence(word, own), presence(word, inherited) // 2)
    return reached // total if total else 0


@lru_cache(maxsize=100_000)
def presence(word: str, text: str) -> int:
    """How far a word stands in a text, in thousandths: 1000 whole, 800 abbreviated, else the share of its longest
    part of two or more characters (a part that says nothing by itself counts a quarter).  A threshold ("亿元") is
    only there whole, and not as the end of another ("10亿元")."""
    if not text:
        return 0
    if word[0].isascii() or word[0] in "万亿":
        return WHOLE if re.search(rf"(?<![\d.]){re.escape(word)}", text) else 0
    if word in text:
        return WHOLE
    return max(_in_part(word, text), _abbreviated(word, text))


def _in_part(word: str, text: str) -> int:
    for length in range(len(word) - 1, 1, -1):
        shared = [word[i : i + length] for i in range(len(word) - length + 1) if word[i : i + length] in text]
        if shared:
            hollow = all(lexicon.pattern("generic").fullmatch(part) for part in shared)
            return WHOLE * length // len(word) // (4 if hollow else 1)
    return 0


def _abbreviated(word: str, text: str) -> int:
    """高企 for 高新技术企业: two characters of the word, its first and a later one, side by side in the text."""
    if len(word) < 4:
        return 0
    return _ABBREVIATED if any(word[0] + later in text for later in word[2:]) else 0


def shortened(name: str, text: str) -> bool:
    """Whether a text calls something by a shortened name: a run of at least four characters and half the name,
    which keeps the name's first character and its order (农创中心 for 农业科创中心)."""
    least = max(_SHORT, (len(name) + 1) // 2)
    start = text.find(name[:1]) if name else -1
    while start >= 0:
        if _run(name, text, start) >= least:
            return True
        start = text.find(name[0], start + 1)
    return False


def _run(name: str, text: str, start: int) -> int:
    """How many characters from ``start`` on stand in the name in the same order."""
    position = length = 0
    for char in text[start : start + len(name)]:
        position = name.find(char, position) + 1
        if not position:
            break
        length += 1
    return length
