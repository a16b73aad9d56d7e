"""The stages and parts of an amount: figures that say by when how much of a promise is due, and promise nothing more.

"30公里,上半年80%" is one promise of 30 公里 of which 24 are due in June; "10个,其中上半年4个、下半年6个" is one of 10,
and the six of the second half are no promise before its end.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from engine.model import EXACT
from engine.reading import lexicon
from engine.reading.targets import HUNDRED, Aim

Nodes = tuple[tuple[int, Decimal], ...]


def joined(found: Sequence[Aim]) -> list[Aim]:
    """The aims without those that are only a stage or a later part of one before them; the amounts carry these as
    their nodes."""
    kept: list[Aim] = []
    for aim in found:
        place = _place_of_whole(aim, kept)
        if place is None:
            kept.append(aim)
        else:
            kept[place] = _with_share(kept[place], aim)
    for whole in [aim for aim in kept if _is_whole(aim)]:
        kept = _without_later_parts(whole, kept)
    return kept


def _is_whole(aim: Aim) -> bool:
    amount = aim.measure == "amount" and aim.kind == "cumulative" and aim.value is not None
    return amount and not aim.stretch and aim.comparator != "<="


def _place_of_whole(aim: Aim, before: Sequence[Aim]) -> int | None:
    """Where the amount stands that a percentage is a share of: the last one before it that is due later; one of which
    everything is due (全年100%) may be due with it."""
    if not aim.share or aim.value is None or aim.stretch:
        return None
    for place in range(len(before) - 1, -1, -1):
        whole = before[place]
        due = aim.deadline_month < whole.deadline_month or (aim.deadline_month, aim.value) == (
            whole.deadline_month,
            HUNDRED,
        )
        alike = (whole.sentence, whole.indicator) == (aim.sentence, aim.context)
        if due and alike and _is_whole(whole) and _same_action(aim.verb, whole.verb):
            return place
    return None


def _same_action(verb: str, of_whole: str) -> bool:
    """Whether a figure counts what the whole counts: a share that is started is none of what is finished."""
    return verb in of_whole or not lexicon.has("start", verb + of_whole)


def _with_share(whole: Aim, aim: Aim) -> Aim:
    if whole.value is None or aim.value is None or aim.deadline_month == whole.deadline_month:
        return whole
    due = EXACT.multiply(whole.value, aim.value).scaleb(-2, EXACT).normalize(EXACT)
    return whole._replace(nodes=(*whole.nodes, (aim.deadline_month, Decimal(f"{due:f}"))))


def _without_later_parts(whole: Aim, kept: Sequence[Aim]) -> list[Aim]:
    """The aims without the parts of a whole whose time begins within the year (下半年, 三季度).  Parts that make up
    the whole add up from one to the next; other figures of a quarter may tell what is reached by its end."""
    parts = sorted((aim for aim in kept if _part_of(aim, whole)), key=lambda aim: aim.deadline_month)
    complete = sum((part.value or 0 for part in parts), Decimal()) == whole.value
    later = [part for part in parts if part.begins > 1 and (complete or part.deadline_month == whole.deadline_month)]
    nodes = whole.nodes + (_sums(parts, whole.deadline_month) if complete and later else ())
    changed = [aim._replace(nodes=nodes) if aim is whole else aim for aim in kept]
    return [aim for aim in changed if not any(aim is part for part in later)]


def _part_of(aim: Aim, whole: Aim) -> bool:
    if not _is_whole(aim) or aim.span <= whole.span or aim.deadline_month > whole.deadline_month:
        return False
    alike = (aim.sentence, aim.indicator, aim.unit) == (whole.sentence, whole.indicator, whole.unit)
    smaller = aim.value is not None and whole.value is not None and aim.value < whole.value
    return alike and smaller and _same_action(aim.verb, whole.verb)


def _sums(parts: Sequence[Aim], year_end: int) -> Nodes:
    """What the parts amount to by the end of each that ends before the whole is due."""
    total, nodes = Decimal(), []
    for part in parts:
        total = EXACT.add(total, part.value or Decimal())
        if part.deadline_month < year_end:
            nodes.append((part.deadline_month, total))
    return tuple(nodes)
