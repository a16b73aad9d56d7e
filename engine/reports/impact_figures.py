"""Figures that change, in words: points, the counts of units, and the values of entries in the rules."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from engine.explain.shares import cut, one_decimal
from engine.explain.speech import Language
from engine.model import Standing, UnitStanding
from engine.reports.impact_parts import Files
from engine.reports.impact_phrases import clauses, listed, say
from engine.rules.file.changes import COMMAND_LINE
from engine.trials.impact_entry import Entry
from engine.trials.impact_records import Shift
from engine.trials.impact_rules import Difference


def points(change: Shift[Fraction | None], lang: Language) -> str:
    """Points before and now, one decimal each, and the difference as shown, so that the sum can be done by hand."""
    shown = [one_decimal(one) for one in change]
    before, now = (one or say(lang, "points.none") for one in shown)
    if shown[0] is None or shown[1] is None:
        return say(lang, "moves", before=before, now=now)
    difference = Decimal(shown[1]) - Decimal(shown[0])
    words = f"{difference:+f}" if difference else say(lang, "points.slight")
    return say(lang, "points.change", before=before, now=now, difference=words)


def totals(changes: list[Shift[Fraction | None]], lang: Language) -> list[str]:
    """How many tasks gain and lose points, and how many in all; how many have points for the first time or no more."""
    both = [one.now - one.before for one in changes if one.now is not None and one.before is not None]
    told = []
    for key, part in (("gained", [one for one in both if one > 0]), ("lost", [one for one in both if one < 0])):
        if part:
            told.append(say(lang, f"points.{key}", count=len(part), sum=cut(abs(sum(part, Fraction(0))), 1)))
    come, gone = (sum(one[side] is None and one[1 - side] is not None for one in changes) for side in (0, 1))
    told += [say(lang, f"points.{key}", count=count) for key, count in (("come", come), ("gone", gone)) if count]
    return told


def unit_counts(unit: Shift[UnitStanding | None], lang: Language) -> str:
    """The counts of a unit that change, as lead and as co-responsible unit; "" where none does."""
    told = []
    for role in ("lead", "co"):
        both = Shift(*(getattr(one, role) if one else Standing() for one in unit))
        if both.moves:
            told.append(f"{say(lang, f'unit.{role}')} {_counts(both, lang)}")
    return clauses(lang, told)


def _counts(both: Shift[Standing], lang: Language) -> str:
    titles = {"tasks": say(lang, "unit.tasks")}
    titles |= {status: say(lang, f"status.{status}") for status in ("done", "on_track", "lagging", "unrated")}
    pairs = ((title, getattr(both.before, key), getattr(both.now, key)) for key, title in titles.items())
    return listed(lang, (say(lang, "unit.count", status=t, before=a, now=b) for t, a, b in pairs if a != b))


def difference(one: Difference, lang: Language) -> str:
    """What an entry said and what it says."""
    if one.before is None or one.now is None:
        whole = one.now or one.before or Entry({})
        both = ((key, _said(whole, key, lang)) for key in whole.values)
        values = listed(lang, (say(lang, "rules.value", name=key, value=value).strip() for key, value in both))
        words = say(lang, "rules.removed" if one.now is None else "rules.added", values=values)
    else:
        words = clauses(lang, (_value(one.before, one.now, key, lang) for key in one.keys))
    return say(lang, "rules.since", change=words, day=one.since.isoformat()) if one.since else words


def _value(before: Entry, now: Entry, key: str, lang: Language) -> str:
    alike = _said(before, key, lang) == _said(now, key, lang)  # words do not tell how a condition is written
    spoken: Language = "en" if alike else lang
    both = (_said(entry, key, spoken) or say(lang, "rules.unset") for entry in (before, now))
    words = say(lang, "rules.change", **dict(zip(("before", "now"), both, strict=True)))
    return words if key == "value" else say(lang, "rules.value", name=key, value=words)


def _said(entry: Entry, key: str, lang: Language) -> str:
    """A value as written; a condition in words for Chinese readers."""
    told = entry.told.get(key) if lang == "zh" else None
    return told or entry.values.get(key, "")


def entry_name(one: Difference) -> str:
    """An entry by the keys that lead to it."""
    return ".".join(filter(None, (one.section, one.name)))


def place(one: Difference, files: Files) -> str:
    """Where an entry stands in the new file, or stood in the old one; "" where it has no place of its own."""
    entry, file = (one.now, files.now) if one.now else (one.before, files.before)
    if entry is None or entry.line is None:
        return ""
    return COMMAND_LINE if entry.file == COMMAND_LINE else f"{entry.file or file}:{entry.line}"
