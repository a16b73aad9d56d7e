"""What was found, each once, without what authors have accepted by ``allow``."""

from __future__ import annotations

from datetime import date

from engine.model import Severity
from engine.rules.book import RuleBook
from engine.rules.file.faults import Faults, Place
from engine.rules.policy import Remark, Rule
from engine.rules.schedule import Schedule

Allowing = Rule | Remark | Schedule
"""What an author can write ``allow`` at."""


class Notes:
    """Notes findings for the books of one file; the same one in the next book is not told again.  ``since`` is the day
    from which the book that is looked at holds, None for the first."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.since: date | None = None
        self.seen: set[tuple[str, Place, str]] = set()
        self.accepted: set[tuple[str, str]] = set()

    def add(
        self, code: str, place: Place, what: str, severity: Severity, by: tuple[Allowing, ...], other: str = ""
    ) -> None:
        """Note a finding at a place.  One of those that it is about, ``by``, may accept it; ``other`` tells findings
        at one place apart."""
        allowing = [one for one in by if code in one.allow]
        self.accepted |= {(_name(one), code) for one in allowing}
        if not allowing and (code, place, other) not in self.seen:
            self.seen.add((code, place, other))
            self.faults.add(code, place, f"自{self.since}起,{what}" if self.since else what, severity)

    def stale(self, book: RuleBook) -> None:
        """Note what is accepted though nothing was found."""
        for one in _allowing(book):
            place = one.place if isinstance(one, Schedule) else one.at.get("allow")
            for code in one.allow if place and not place.file else ():
                if place and (_name(one), code) not in self.accepted:
                    what = f"allow 中的 {code} 已无必要:此处没有这项检查结果,请删去"
                    self.add("rules-stale-allow", place, what, "warning", (), code)


def is_own(one: Rule | Remark) -> bool:
    """Whether a rule stands in the file itself, not in the one that it extends."""
    return one.ref.file is None


def _name(one: Allowing) -> str:
    return f"schedules.{one.name}" if isinstance(one, Schedule) else one.ref.id


def _allowing(book: RuleBook) -> list[Allowing]:
    rules = [rule for rules in book.verdicts.by_kind.values() for rule in rules]
    return [*book.schedules.values(), *rules, *book.verdicts.review, *book.rollup.rules, *book.rollup.review]
