"""How two rule books differ: entry by entry, each value as it could be written in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from engine.rules import RuleBook
from engine.trials.impact_entries import entries, lists
from engine.trials.impact_entry import Entry


class Difference(NamedTuple):
    """An entry that only one book has (None by the other), or that says something else.  ``since`` is the day from
    which the books differ in it, None where they do from the beginning.  An entry without a name is the section."""

    section: str
    name: str
    before: Entry | None
    now: Entry | None
    since: date | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys whose values differ, in the order of the file."""
        before, now = (one or Entry({}) for one in (self.before, self.now))
        return tuple(key for key in dict.fromkeys((*before.values, *now.values)) if before.meant(key) != now.meant(key))


def differences(old: RuleBook, new: RuleBook) -> tuple[Difference, ...]:
    """Every entry in which two books differ, in the order of the new file, what it has no more last; for each stretch
    of time what is new in it."""
    found: list[Difference] = []
    last: list[Difference] = []
    for day in sorted({date.min, *(day for book in (old, new) for day, _ in book.later)}):
        here = [*_of_entries(old.on(day), new.on(day)), *_of_order(old.on(day), new.on(day))]
        since = None if day == date.min else day
        found += [one._replace(since=since) for one in here if one not in last]
        last = here
    return tuple(found)


def _of_entries(old: RuleBook, new: RuleBook) -> Iterator[Difference]:
    before, now = dict(entries(old)), dict(entries(new))
    for section, name in dict.fromkeys((*now, *before)):
        one = Difference(section, name, before.get((section, name)), now.get((section, name)))
        if one.keys:
            yield one


def _of_order(old: RuleBook, new: RuleBook) -> Iterator[Difference]:
    """Lists whose common entries stand in another order: the first that holds, or fits, counts."""
    ours, theirs = lists(old), lists(new)
    for section in ours:
        before, now = _common(ours[section], theirs[section]), _common(theirs[section], ours[section])
        moved = [place for place, pair in enumerate(zip(before, now, strict=True)) if pair[0] != pair[1]]
        if moved:
            stretch = slice(moved[0], moved[-1] + 1)
            yield Difference(section, "", _order(before[stretch]), _order(now[stretch]))


def _order(names: Sequence[str]) -> Entry:
    return Entry({"order": "、".join(names)})


def _common(names: Sequence[str], others: Sequence[str]) -> list[str]:
    return [name for name in names if name in others]
