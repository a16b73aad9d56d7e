"""The merged cells of a flattened allocation table, which stand once for several lines: whose they are as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.documents.formats.flattened.words import Told


def filled(lines: Sequence[Told]) -> list[Told]:
    """The lines, each with the cells that it shares with lines above it.

    A line without a number of its own belongs to the number above unless it has an item of its own; an item counts
    until the next one of its category; and a lead counts for its category, which without a category is its item.
    """
    whole: list[Told] = []
    for line in lines:
        above = whole[-1] if whole else line
        if not line.category:
            line = line._replace(category=above.category, item=line.item or above.item)
        if not (line.number or line.item is not above.item):
            line = line._replace(number=above.number)
        whole.append(line)
    return [line for group in _groups(whole) for line in _led(group)]


def _groups(lines: Sequence[Told]) -> Iterator[list[Told]]:
    """The lines within which one lead may be merged."""
    group: list[Told] = []
    for line in lines:
        if group and not (line.category is group[-1].category if line.category else line.item is group[-1].item):
            yield group
            group = []
        group.append(line)
    yield group


def _led(group: Sequence[Told]) -> Iterator[Told]:
    """The lines with the lead above them; one that stands only once in its group counts for the lines above too."""
    leads = [line.lead for line in group if line.lead]
    lead = leads[0] if len(leads) == 1 else []
    for line in group:
        lead = line.lead or lead
        yield line._replace(lead=lead)
