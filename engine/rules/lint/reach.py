"""Rules that can never decide, because earlier ones decide all of their cases."""

from __future__ import annotations

from collections.abc import Sequence

from engine.rules.lint.boxes import Box, within
from engine.rules.lint.leftover import Exhausted
from engine.rules.lint.lists import Entries, Entry
from engine.rules.lint.notes import Notes, is_own
from engine.rules.lint.wording import lines


def note_unreachable(entries: Entries, notes: Notes) -> set[int]:
    """Note every rule whose cases are all decided by earlier ones, and give their numbers in the list."""
    found: set[int] = set()
    boxes: list[Box] = []
    owners: list[int] = []
    for number, entry in enumerate(entries.entries):
        if number >= entries.begins and is_own(entry.rule) and entry.boxes != []:
            try:
                covering = _covering(entries, entry, boxes, owners)
            except Exhausted:
                break
            if covering:
                found.add(number)
                where = lines(one.rule.ref for one in covering)
                what = f"规则“{entry.rule.ref.id}”永远轮不到:{where}的规则已包括它,请删去或调整次序"
                notes.add("rules-unreachable", entry.rule.at["id"], what, "error", (entry.rule,))
        boxes += entry.boxes or ()
        owners += [number] * len(entry.boxes or ())
    return found


def _covering(entries: Entries, entry: Entry, boxes: Sequence[Box], owners: Sequence[int]) -> list[Entry]:
    """The earlier rules that cover one together, the one that does so alone if there is one; none if it is reached."""
    used: set[int] = set()
    asked: list[Box] = [{}] if entry.boxes is None else entry.boxes
    for box in asked:
        if not entries.search.covered(box, boxes, used):
            return []
    found = [entries.entries[number] for number in sorted({owners[at] for at in used})]
    whole = entries.search.whole
    alone = [one for one in found if all(any(within(box, b, whole) for b in one.boxes or ()) for box in asked)]
    return alone[:1] or found
