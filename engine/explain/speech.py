"""Phrases before they have a language, and how they get one: a derivation is built once and rendered in either."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from engine.explain.phrases import PHRASES
from engine.explain.visible import visible

Language = Literal["zh", "en"]
Field: TypeAlias = "str | Phrase | tuple[Phrase, ...]"
"""What may stand in a sentence: words of the source, another phrase, or a list of phrases."""


class Phrase(NamedTuple):
    """A sentence still without a language: a key of `PHRASES` and what goes into its fields."""

    key: str
    fields: tuple[tuple[str, Field], ...] = ()


def phrase(key: str, **fields: Field | int) -> Phrase:
    """A Phrase; whole numbers are written out."""
    return Phrase(key, tuple((name, str(v) if isinstance(v, int) else v) for name, v in fields.items()))


def render(spoken: Phrase, lang: Language) -> str:
    """The sentence in `lang`; words that came from a document are made safe to print."""
    template = PHRASES[spoken.key][lang == "en"]
    return template.format(**{name: _field(value, lang) for name, value in spoken.fields})


def say(lang: Language, key: str, **fields: Field | int) -> str:
    """`render(phrase(key, …), lang)` in one step."""
    return render(phrase(key, **fields), lang)


def term(vocabulary: str, code: str) -> Phrase:
    """The word for a code of a vocabulary ("status", "lagging"); a code without an entry speaks for itself."""
    key = f"{vocabulary}.{code}"
    return Phrase(key) if key in PHRASES else phrase("text", text=code)


def _field(value: Field, lang: Language) -> str:
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, Phrase):
        return render(value, lang)
    return PHRASES["joint"][lang == "en"].join(render(part, lang) for part in value)
