"""Numbers as a sheet shows them: a figure and the number format of its cell become a text.

A format code has up to four sections (positive;negative;zero;text) of digit placeholders, literals and signs:
ECMA-376 part 1, 18.8.31.  The figure that is stored wins: where a format shows fewer digits than there are, the text
has all of them, and says what is shown instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import NamedTuple

from engine.documents.formats.workbooks.shown import Shown

_FIFTEEN = Context(prec=15, rounding=ROUND_HALF_UP)
_WIDE = Context(prec=1500, rounding=ROUND_HALF_UP)  # 309 digits of a float, and what a code of 255 signs can add
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|[_*].|\[(?P<bracket>[^\]]*)\]?|(?P<general>G/通用格式|General|@)'
    r"|(?P<digits>[0#?][0#?.,]*|\.[0#?]+)|(?P<other>E[+-]|/)|(?P<end>;)|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?\d{1,15}(?:\.\d{1,15})?)")
_SIGNS = " -+()()—▲△▼▽↑↓"  # what marks a rise or a fall: the figure keeps its own sign


class Section(NamedTuple):
    """One section of a format: the words around the digits, the places shown (None: as many as needed), ``least``
    places and whole digits that are shown even if zero, the power of ten between what is held and shown."""

    condition: tuple[str, Decimal] | None
    before: str
    after: str
    most: int | None
    least: int
    whole: int
    power: int
    clear: bool
    digits: bool


def figure(value: int | float) -> Decimal:
    """The exact figure: a sheet counts in fifteen digits (0.57, not 0.5700000000000001); whole numbers keep all."""
    return Decimal(value) if isinstance(value, int) else _FIFTEEN.create_decimal(repr(value))


def numeral(value: Decimal, code: str) -> Shown:
    """A finite figure under a format code: 0.85 under ``0%`` is 85%, 12.5 under ``0.00"亿元"`` is 12.50亿元."""
    sections = _sections(code)
    place = _chosen(value, sections)
    section = sections[place]
    if not section.clear:
        return Shown(plain(value), "unclear", code)
    held = _WIDE.scaleb(value, section.power)
    if not section.digits:
        return Shown(plain(held), "rounded", section.before or "空白")
    below = place == 1 and section.condition is None and bool(section.before)  # 减少0.0: the word is the sign
    sign = "-" if held < 0 and not below else ""
    shown = abs(held) if section.most is None else _WIDE.quantize(abs(held), Decimal(1).scaleb(-section.most))
    text = _dressed(sign, shown, section)
    return Shown(text) if shown == abs(held) else Shown(_dressed(sign, abs(held), section), "rounded", text)


def plain(value: Decimal) -> str:
    """A figure in digits without an exponent, separators or idle zeros."""
    digits = f"{value:f}"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return "0" if digits in ("-0", "") else digits


def _dressed(sign: str, value: Decimal, section: Section) -> str:
    whole, _, part = plain(value).partition(".")
    part = part.ljust(section.least, "0")
    return f"{sign}{section.before}{whole.zfill(section.whole)}{'.' if part else ''}{part}{section.after}"


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[Section, ...]:
    return tuple(_section(tokens) for tokens in _split(code[:255])) or (_section([]),)


def _split(code: str) -> Iterator[list[re.Match[str]]]:
    tokens: list[re.Match[str]] = []
    for token in _TOKEN.finditer(code):
        if token["end"]:
            yield tokens
            tokens = []
        else:
            tokens.append(token)
    yield tokens


def _section(tokens: list[re.Match[str]]) -> Section:
    groups = [token["digits"] or "" for token in tokens if token["digits"] or token["general"]]
    first = next((at for at, token in enumerate(tokens) if token["digits"] or token["general"]), len(tokens))
    before, after = _words(tokens[:first]).strip(), _words(tokens[first + 1 :]).strip()
    digits = groups[0].rstrip(",") if groups else ""
    whole, _, part = digits.partition(".")
    percents = sum(token["plain"] == "%" for token in tokens)
    scale = len(groups[0]) - len(digits) if groups else 0
    other = any(token["other"] for token in tokens)  # an exponent or a fraction: another way to write all the digits
    return Section(
        condition=_condition(tokens),
        before=before.strip(_SIGNS) if groups else before,
        after=after if "(" in after else after.removesuffix(")"),
        most=len(part) if digits and not other else None,
        least=0 if other else part.count("0"),
        whole=whole.count("0"),
        power=2 * percents - 3 * scale,
        clear=other or len(groups) < 2,  # literals between the digits move the point (0!.0,"万")
        digits=bool(groups),
    )


def _words(tokens: list[re.Match[str]]) -> str:
    """The literals among tokens, and the currency sign of a bracket ([$¥-804])."""
    brackets = [(token["bracket"] or "").partition("-")[0] for token in tokens]
    return "".join(
        token["quoted"] or token["escaped"] or token["plain"] or (bracket[1:] if bracket.startswith("$") else "")
        for token, bracket in zip(tokens, brackets, strict=True)
    )


def _condition(tokens: list[re.Match[str]]) -> tuple[str, Decimal] | None:
    found = next((match for token in tokens if (match := _CONDITION.fullmatch(token["bracket"] or ""))), None)
    return (found[1], Decimal(found[2])) if found else None


def _chosen(value: Decimal, sections: tuple[Section, ...]) -> int:
    """Which section shows a value: that whose condition holds; else by its sign."""
    if any(section.condition for section in sections):
        return next((at for at, one in enumerate(sections) if _holds(value, one.condition)), len(sections) - 1)
    if value < 0 and len(sections) > 1:
        return 1
    return 2 if value == 0 and len(sections) > 2 else 0


def _holds(value: Decimal, condition: tuple[str, Decimal] | None) -> bool:
    if condition is None:
        return True
    sign, limit = condition
    order = "<" if value < limit else ">" if value > limit else "="
    return order in sign
