"""Figures as a reader sees them: amounts as written, shares and gaps that no rounding carries over a threshold."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from engine.explain.speech import Phrase, phrase
from engine.model import SCALES, Quantity, Reading, Statement, Target, TargetResult

_COMPARATORS = {">=": "amount.at_least", "<=": "amount.at_most", "~": "amount.about"}


def amount(value: Decimal, unit: str | None) -> str:
    """The figure with its unit, as written (2.2公里); never in exponent form."""
    return f"{value:f}{unit or ''}"


def completion_percent(completion: Fraction, expected: Fraction | None, lines: tuple[Fraction, ...] = ()) -> str:
    """A completion as percent (11/50 → 22%), with more decimals where it would look like what is due, or like all."""
    from engine.rules.display import completion_text

    return completion_text(completion, expected, lines)


def percent(share: Fraction, against: Fraction | None = None) -> str:
    """A share of one as percent (1/2 → 50%), with more decimals where it would look like `against`."""
    from engine.rules.display import share_text

    return share_text(share, against)


def gap_points(completion: Fraction, expected: Fraction, lines: tuple[Fraction, ...] = ()) -> str:
    """The distance of two shares as they are shown, in percentage points, signed and without the unit (-28, +20)."""
    from engine.rules.display import gap_text

    sign = "-" if completion < expected else "+" if completion > expected else ""
    return sign + gap_text(completion, expected, lines).removesuffix("个百分点")


def exactly(figure: Fraction) -> str:
    """A figure that was worked out, signed, with every decimal that it has (-23/10 → -2.3)."""
    from engine.rules.display import figure_text

    return figure_text(figure)


def asked(target: Target) -> Phrase:
    """What the target asks for: its figure with the comparison, its rung, its rival, or an event."""
    if target.value is None:
        return _event(target)
    if asks_for_none(target):
        return phrase("amount.nil")
    figure = phrase(_COMPARATORS[target.comparator], amount=figure_asked(target))
    return phrase("amount.fall", amount=figure) if falls(target) else figure


def figure_asked(target: Target) -> str:
    """The target's figure alone; a range keeps both ends as written. Empty without a figure."""
    if target.value is None:
        return ""
    quantity = target.quantity
    ranged = quantity is not None and quantity.upper is not None
    return quantity.text if quantity and ranged else amount(target.value, target.unit)


def named(target: Target) -> str:
    """What is measured, and in which area where the target is an area's share."""
    return f"{target.indicator}({target.area})" if target.area else target.indicator


def unanswered_share(result: TargetResult) -> bool:
    """Whether it is an area's share that nothing is told of: then there is no more to say than the figure itself."""
    return result.reading.target.part_of is not None and answer(result.reading) is None


def falls(target: Target) -> bool:
    """Whether the figures of the target are magnitudes of a fall (下降3%以上); 涨幅3%左右 is a limit on a rise."""
    return target.kind == "growth" and target.direction == "down" and target.comparator == ">="


def asks_for_none(target: Target) -> bool:
    """Whether nothing is to be left (清零), which no one calls 0 at most."""
    return target.value == 0 and target.comparator == "<=" and target.kind != "growth"


def answer(reading: Reading) -> Statement | None:
    """What the verdict goes by: the evidence, or else the completion that the text states."""
    return reading.evidence or reading.completion


def achieved(statement: Statement, target: Target, prefix: str = "amount") -> Phrase | None:
    """The figure of a statement about the target, None where it has none."""
    return None if statement.value is None else turned(statement.value, statement.unit, target, prefix)


def turned(value: Decimal, unit: str | None, target: Target, prefix: str = "amount") -> Phrase:
    """A figure measured towards the target: where a fall is asked for, 3 is a fall of 3, and -1 a rise of 1."""
    if not falls(target):
        return phrase("text", text=amount(value, unit))
    if not value:
        return phrase("amount.level")
    word = "rise" if value < 0 else "fall"
    return phrase(f"{prefix}.{word}", amount=amount(value.copy_abs(), unit))


def foreseen(value: Decimal, target: Target, places: int | None = None) -> Decimal:
    """A forecast as it is shown, rounded down: whole where things are counted, else to `places` decimals if given."""
    from engine.rules.display import floored
    from engine.units import is_count

    if target.unit and is_count(target.unit):
        return floored(Fraction(value), 0)
    return value if places is None else floored(Fraction(value), places)


def ratio(statement: Statement, target: Target) -> Fraction | None:
    """Statement over target where both have a figure of one unit, scale words counted; else None."""
    done, due = _base(statement), _base(target)
    if done is None or due is None or done[1] != due[1] or due[0] == 0:
        return None
    return done[0] / due[0]


def _base(said: Statement | Target) -> tuple[Fraction, str] | None:
    if said.value is None:
        return None
    quantity: Quantity | None = said.quantity
    if quantity is None:
        return Fraction(said.value), said.unit or ""
    return Fraction(said.value) * SCALES[quantity.scale], quantity.unit


def _event(target: Target) -> Phrase:
    if target.rung:
        return phrase("amount.rung", rung=target.rung)
    if target.rival:
        return phrase("amount.rival", rival=target.rival)
    return phrase("amount.event")
