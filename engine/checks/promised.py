"""The targets that an amount of the progress text may be a share of, and the one that it certainly answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from engine.checks import wording
from engine.checks.claims import Claim
from engine.checks.figures import alike
from engine.checks.places import Words, of_target
from engine.checks.prose import Mention, Prose, Row
from engine.model import Quantity, Reading
from engine.reading.deadlines import YEAR_END
from engine.reading.indicators import without_periods
from engine.reading.scoring import bare
from engine.units import narrow

_KIND_OF_AMOUNT = re.compile("投资|资金|面积|[额数量]")


def targets(row: Row, part: Mention, claim: Claim) -> Iterator[tuple[Quantity, Words, bool]]:
    """The figures of the task text in the unit of the part, their places, and whether the claim is certainly about
    that target."""
    for reading in row.readings:
        target = reading.target
        asked = target.quantity
        if asked is not None and asked.value and alike(asked, part.quantity) and not (target.source or target.part_of):
            yield asked, of_target(row.task, reading), _answers(row, part, reading, claim)


def _answers(row: Row, part: Mention, reading: Reading, claim: Claim) -> bool:
    """Whether the part is the evidence of the target, beyond doubt."""
    if reading.evidence is None or reading.evidence.quantity != part.quantity:
        return False
    firm = reading.target.quantity is not None and reading.target.quantity.bound not in ("about", "range")
    return firm and _apt(reading, claim) and _only_one(row.progress, part) and _about(row, part, reading)


def _apt(reading: Reading, claim: Claim) -> bool:
    """Whether a claim is one about the year's target: of its plan, or of works by the verb that the target itself has.

    Any other rate is a share of the cases that arose, of which the target says nothing.
    """
    target = reading.target
    if target.kind != "cumulative" or target.direction != "up" or claim.base in ("share", "given"):
        return False
    if claim.base == "rate":
        own = bare(claim.own)
        return claim.plain and claim.verb.search(target.clause) is not None and all(c in target.clause for c in own)
    return claim.plain and target.deadline_month == YEAR_END


def _only_one(prose: Prose, part: Mention) -> bool:
    """Whether the text gives no other amount under the same name, that the target might mean as well."""
    name = prose.phrase(part).indicator
    kin = [m for m in prose.mentions if m.is_amount and alike(m.quantity, part.quantity)]
    return not part.of_part and not any(m is not part and prose.phrase(m).indicator == name for m in kin)


def _about(row: Row, part: Mention, reading: Reading) -> bool:
    """Whether the words of the part speak of what the target does: of no section, and of little beyond its words.

    A part that only says what was spent or built (完成投资3亿元) is about what its sentence names before it.
    """
    number = part.number
    words = _since(row.progress, row.progress.mentions[number - 1].frame.span[1] if number else 0, part)
    if not _KIND_OF_AMOUNT.sub("", bare(words)):
        words = _since(row.progress, 0, part)
    if wording.of_a_section(words) and not wording.of_a_section(narrow(reading.target.clause)):
        return False
    nouns = bare(words)
    return sum(char not in row.task.text for char in nouns) * 3 <= len(nouns)


def _since(prose: Prose, opening: int, part: Mention) -> str:
    """The words from an offset, or from the start of the part's sentence, to the part, without periods."""
    start = max(opening, *(prose.text.rfind(stop, 0, part.quantity.start) + 1 for stop in "。;\n"))
    periods = [*chain.from_iterable(prose.cell.periods)]
    return without_periods(prose.text[start : part.quantity.start], start, periods) + part.frame.tail
