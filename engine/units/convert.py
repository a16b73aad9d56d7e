"""What units have in common: dimensions, and exact factors between them.

A unit is a word of definitions.txt, several of them joined by "/" (微克/立方米, 元/年/人, the parts after the
first one may carry a scale word: 吨标准煤/万元), "1/n" for the fractions (三分之二 is 2 of the unit 1/3), or ""
for a bare figure.  pint is imported at the first conversion between two different unit words.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from engine.model import SCALES, Quantity
from engine.units.definitions import PATH, words

if TYPE_CHECKING:
    from pint import UnitRegistry

_BY_LENGTH = sorted(filter(None, SCALES), key=len, reverse=True)


class _Parsed(NamedTuple):
    """A unit taken apart: a plain factor, the name of the first word, and those it is divided by."""

    factor: Fraction
    names: tuple[str, ...]
    bases: tuple[str, ...]


def dimension(unit: str) -> str:
    """The dimension of a unit without scale word: "share", "count", "mass/volume"; "" for a bare figure.

    Raises ``ValueError`` for a word that is not in definitions.txt.
    """
    if not unit:
        return ""
    head, *below = (words().dimension[base] for base in _parse(unit).bases)
    return "/".join([head, *sorted(below)])


def comparable(unit_a: str, unit_b: str) -> bool:
    """Whether two units have the same dimension; a unit nobody defined is comparable with itself only."""
    if unit_a == unit_b:
        return True
    try:
        return dimension(unit_a) == dimension(unit_b)
    except ValueError:
        return False


def is_count(unit: str) -> bool:
    """Whether the unit is a measure word (个, 家, 人, 人次)."""
    return unit in words().name and dimension(unit) == "count"


@lru_cache(maxsize=4096)
def factor(unit_from: str, unit_to: str) -> Fraction:
    """The exact number of ``unit_to`` in one ``unit_from``, both without scale words.

    Raises ``ValueError`` where the two are not comparable, e.g. 元 and 美元, % and 个百分点.
    """
    if not comparable(unit_from, unit_to):
        raise ValueError(f"{unit_from} 与 {unit_to} 量纲不同,不能换算")
    if unit_from == unit_to:
        return Fraction(1)
    source, target = _parse(unit_from), _parse(unit_to)
    return source.factor / target.factor * _between("/".join(source.names), "/".join(target.names))


def base_value(quantity: Quantity) -> Fraction:
    """The exact amount in base units: 60% and 六成 are 3/5, 三分之二 is 2/3, 1亩 is 2000/3 (平方米)."""
    if not quantity.unit:
        return Fraction(quantity.value)
    return Fraction(quantity.value) * factor(quantity.unit, "/".join(_parse(quantity.unit).bases))


def convert(value: Decimal, written_unit_from: str, written_unit_to: str) -> Fraction:
    """``value`` in another written unit, scale words included: 1.2 亿元 in 万元 is 12000.

    Raises ``ValueError`` where the two are not comparable.
    """
    scale_from, unit_from = _split(written_unit_from)
    scale_to, unit_to = _split(written_unit_to)
    return Fraction(value) * Fraction(scale_from, scale_to) * factor(unit_from, unit_to)


def _split(written: str) -> tuple[int, str]:
    """Scale and unit of a written unit; the 千 of 千瓦 belongs to the unit."""
    head, stroke, below = written.partition("/")
    if head not in words().name:
        for scale in _BY_LENGTH:
            if head.startswith(scale):
                return SCALES[scale], head[len(scale) :] + stroke + below
    return 1, written


@lru_cache(maxsize=4096)
def _parse(unit: str) -> _Parsed:
    if unit.startswith("1/") and unit[2:].isdecimal() and int(unit[2:]):
        return _Parsed(Fraction(1, int(unit[2:])), ("share",), ("share",))
    head, *below = unit.split("/")
    parts = [(1, head), *map(_split, below)]
    unknown = [word for _, word in parts if word not in words().name]
    if unknown:
        raise ValueError(f"单位定义中没有“{unknown[0]}”")
    scale = Fraction(1)
    for number, _ in parts:
        scale /= number
    names = tuple(words().name[word] for _, word in parts)
    return _Parsed(scale, names, tuple(words().base[name] for name in names))


@lru_cache(maxsize=4096)
def _between(names_from: str, names_to: str) -> Fraction:
    if names_from == names_to:
        return Fraction(1)
    return Fraction(_registry().Quantity(Fraction(1), names_from).to(names_to).magnitude)


@cache
def _registry() -> UnitRegistry[Any]:
    import pint

    return pint.UnitRegistry(PATH, non_int_type=Fraction, cache_folder=None)
