"""The same figure given in two tasks, or in the two tables of a document: it has to be the same.

Which figures are the same is for ``identities`` to say.  Each is looked up in a dictionary, so the work grows with
the number of figures and not with its square.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from engine.checks.figures import last_digit, value
from engine.checks.identities import Key, Seen, promised, reported
from engine.checks.prose import Row
from engine.checks.relations import Fault, Relation

CODE = "check-same-figure"
_AREA = re.compile("(?:[市县区镇乡]|街道|市政府|管委会)$")
_SUGGESTION = "请核对两处数字;如口径或时点不同,请在文中写明"


class Register:
    """The figures of the tasks so far, each with the first place it stands at."""

    def __init__(self, as_of: date) -> None:
        self._as_of = as_of
        self._first: dict[Key, Seen] = {}

    def relations(self, row: Row) -> Iterator[Relation]:
        """The figures of a further task that an earlier one has as well."""
        own: dict[Key, Seen] = {}
        for key, seen in (*promised(row), *reported(row, self._as_of)):
            own.setdefault(key, seen)
        for key, seen in own.items():
            other = self._first.setdefault(key, seen)
            if other is not seen and _of_one_subject(other, seen):
                yield Relation(CODE, (seen.place, other.place), _fault(seen, other))


def _of_one_subject(seen: Seen, earlier: Seen) -> bool:
    """Whether two figures may be of the same thing: not of two efforts, nor the same promise given to two areas."""
    task, other = seen.task, earlier.task
    if task.text == other.text or (seen.setting and earlier.setting and seen.setting != earlier.setting):
        return False
    pairs = ((task.units, other.units), (task.category, other.category))
    return all(one == two or not (_AREA.search(one) and _AREA.search(two)) for one, two in pairs)


def _fault(seen: Seen, other: Seen) -> Fault | None:
    if _agree(seen, other):
        return None
    return Fault(f"同一指标一处写作{seen.quantity.text},另一处写作{other.quantity.text}", _SUGGESTION)


def _agree(seen: Seen, other: Seen) -> bool:
    """Whether two figures are the same, one of them perhaps printed with fewer digits."""
    first, second = value(seen.quantity) * seen.sign, value(other.quantity) * other.sign
    coarser = max(last_digit(seen.quantity), last_digit(other.quantity))
    finer = min(last_digit(seen.quantity), last_digit(other.quantity))
    return first == second or (coarser != finer and seen.rounds and abs(first - second) < coarser)
