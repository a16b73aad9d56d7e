"""Figures that have to agree, and what is said where they do not."""

from __future__ import annotations

from typing import NamedTuple

from engine.checks.places import Place, spoken
from engine.model import Problem, Severity


class Fault(NamedTuple):
    """Why figures do not agree: the arithmetic in words, and what the user should verify."""

    arithmetic: str
    suggestion: str
    severity: Severity = "warning"


class Relation(NamedTuple):
    """Figures of the document that were seen to belong together, first the one that is checked against the others.

    ``fault`` is None where they agree; ``beside`` are the places of figures that only the arithmetic names.
    """

    code: str
    places: tuple[Place, ...]
    fault: Fault | None = None
    beside: tuple[Place, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the figures agree."""
        return self.fault is None

    @property
    def problem(self) -> Problem | None:
        """The finding: None where the figures agree."""
        if self.fault is None:
            return None
        return Problem(
            code=self.code,
            severity=self.fault.severity,
            message=f"{spoken(self.places)}{'不符' if len(self.places) > 1 else ''}:{self.fault.arithmetic}。",
            source=self.places[0].source,
            suggestion=self.fault.suggestion + "。",
            also=tuple(place.source for place in (*self.places[1:], *self.beside)),
        )
