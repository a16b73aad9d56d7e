"""The words of a condition: names, figures with their unit, quoted texts and operators, each with its place."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal, NamedTuple

MAX_LENGTH = 1000
MAX_TOKENS = 150

_TOKEN = re.compile(
    r"""(?P<figure>\d+(?:\.\d+)?)\s*(?P<unit>[%\uff05]|个百分点|个月|月)?
      | (?P<name>[A-Za-z_][A-Za-z_0-9]*|[\u4e00-\u9fff]+)
      | (?P<text>'[^']*'|"[^"]*")
      | (?P<operator>>=|<=|==|!=|[≥≤><+\-*/()\uff08\uff09])""",
    re.VERBOSE | re.ASCII,
)
_SPACE = re.compile(r"\s*")
_PLAIN = {"≥": ">=", "≤": "<=", "\uff08": "(", "\uff09": ")"}
"""Signs of the Chinese keyboard, full-width parentheses among them, and what Python writes."""
_FULL_WIDTH = "\uff1e\uff1c\uff1d\uff0b\uff0d\uff0a\uff0f\u201c\u201d\u2018\u2019"
"""Signs of a Chinese keyboard that stand where a half-width one is meant."""
_WORD_OPERATORS = ("and", "or", "not")
_MAX_DIGITS = 15


class Fault(NamedTuple):
    """A mistake in a condition or a sentence: the characters ``start`` to ``end``, and what is wrong with them."""

    start: int
    end: int
    message: str


class Token(NamedTuple):
    """One word.  ``text`` is the name, the text without quotes or the operator as Python writes it;
    a figure has its exact ``value`` and its ``unit`` ("%", "月" or "")."""

    kind: Literal["name", "figure", "text", "operator"]
    text: str
    start: int
    end: int
    value: Fraction = Fraction(0)
    unit: str = ""


def scan(text: str) -> tuple[list[Token], list[Fault]]:
    """The words of a condition, and what could not be read."""
    if len(text) > MAX_LENGTH:
        return [], [Fault(0, 1, f"条件过长,最多{MAX_LENGTH}个字符")]
    tokens: list[Token] = []
    faults: list[Fault] = []
    at = _skip(text, 0)
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            faults.append(_stranger(text, at))
            at = _skip(text, at + 1)
            continue
        tokens.append(_token(match))
        at = _skip(text, match.end())
    faults += [Fault(t.start, t.end, f"数字过长,最多{_MAX_DIGITS}位") for t in tokens if _too_long(t)]
    if len(tokens) > MAX_TOKENS:
        faults.append(Fault(tokens[MAX_TOKENS].start, tokens[MAX_TOKENS].end, f"条件过长,最多{MAX_TOKENS}个词"))
    return tokens, faults


def is_name(text: str) -> bool:
    """Whether a text can be the name of a threshold."""
    match = _TOKEN.fullmatch(text)
    return match is not None and match["name"] is not None and text not in _WORD_OPERATORS


def _token(match: re.Match[str]) -> Token:
    start, end = match.span()
    if match["figure"]:
        unit = match["unit"] or ""
        unit = "月" if unit.endswith("月") else "%" if unit else ""
        value = Fraction(match["figure"][: _MAX_DIGITS + 1].rstrip(".")) / (100 if unit == "%" else 1)
        return Token("figure", match["figure"], start, end, value, unit)
    if match["text"]:
        return Token("text", match["text"][1:-1], start, end)
    if match["operator"] or match["name"] in _WORD_OPERATORS:
        return Token("operator", _PLAIN.get(match[0], match[0]), start, end)
    return Token("name", match["name"], start, end)


def _too_long(token: Token) -> bool:
    return token.kind == "figure" and len(token.text) > _MAX_DIGITS


def _stranger(text: str, at: int) -> Fault:
    char = text[at]
    return Fault(at, at + 1, f"看不懂“{char}”{_hint(char)}")


def _hint(char: str) -> str:
    if char == "=":
        return ";相等请写“==”"
    if char in "'\"":
        return ";引号请成对"
    return ";请改用半角的符号" if char in _FULL_WIDTH else ""


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at
