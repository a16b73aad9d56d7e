"""The types of a condition: what may be compared, added, multiplied, and the message where it may not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from engine.rules.language.terms import TYPE_TITLES, TermType

Type = TermType | Literal["zero"]
"""``zero`` is the figure 0 without a unit: it can be compared with any figure."""


class Value(NamedTuple):
    """Part of a condition: its type, how to work it out, where it stands, and what it is called in messages.

    ``choices`` are the only texts that it can be; ``literal`` says that it does not depend on the facts."""

    type: Type
    work_out: Callable[[Any], Any]
    span: tuple[int, int]
    title: str
    choices: tuple[str, ...] = ()
    literal: bool = False


_ALIKE: frozenset[frozenset[Type]] = frozenset(
    frozenset(pair)
    for pair in (
        ("amount", "number"),
        ("amount", "share"),
        ("month", "number"),
        ("zero", "share"),
        ("zero", "amount"),
        ("zero", "number"),
        ("zero", "month"),
    )
)


def comparable(left: Value, right: Value) -> bool:
    """Whether two values can be compared, added or subtracted: months go with counts, shares do not."""
    return left.type == right.type != "truth" or frozenset((left.type, right.type)) in _ALIKE


def mismatch(left: Value, right: Value, doing: str) -> str:
    """Why two values do not go together."""
    what = f"{_called(left)}与{_called(right)}不能{doing}"
    if {left.type, right.type} & {"share"} and {left.type, right.type} & {"number"}:
        return f"{what};份额请带单位,例如 50% 或 5个百分点"
    if "truth" in (left.type, right.type):
        return f"{what};是非名称直接写名称,或在前面加 not"
    return what


def sum_type(left: Value, right: Value) -> Type | None:
    """The type of a sum or difference, None where the two cannot be added."""
    if not comparable(left, right) or "text" in (left.type, right.type):
        return None
    return right.type if left.type in ("zero", "number") else left.type


def product_type(left: Value, right: Value) -> Type | None:
    """The type of a product: a count or a share of something is of its type."""
    for factor, other in ((left, right), (right, left)):
        if factor.type in ("number", "zero") and other.type not in ("text", "truth"):
            return other.type
    for factor, other in ((left, right), (right, left)):
        if factor.type == "share" and other.type in ("share", "amount", "month"):
            return other.type
    return None


def quotient_type(left: Value, right: Value) -> Type | None:
    """The type of a quotient: like by like is a share, and so is a part of the months of a year."""
    if {left.type, right.type} & {"text", "truth"}:
        return None
    if left.type == "month" or comparable(left, right):
        return "share"
    return left.type if right.type in ("number", "share") else None


def _called(value: Value) -> str:
    kind = "没有单位的数" if value.type == "zero" else TYPE_TITLES[value.type]
    return f"“{value.title}”({kind})"
