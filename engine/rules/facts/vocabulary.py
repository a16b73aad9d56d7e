"""The two tables of terms, complete: those of a target, and those of a task.

``TARGET_TERMS`` is filled by the modules that work the terms out; they are imported here for that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from engine.model import Kind
from engine.rules.facts import doubts, figures, movements, ranks, timing  # noqa: F401 - they enter their terms
from engine.rules.facts.target import TARGET_TERMS
from engine.rules.language.terms import Term, Terms
from engine.rules.policy import Threshold
from engine.rules.rollup import TASK_TERMS

__all__ = ["TARGET_TERMS", "TASK_TERMS", "task_terms", "terms_of"]

_GROWTH_TERMS: Mapping[str, Term] = MappingProxyType(
    {name: term._replace(type="share") if term.type == "amount" else term for name, term in TARGET_TERMS.items()}
)


def terms_of(kind: Kind | None, thresholds: Sequence[Threshold] = ()) -> Terms:
    """The terms that rules of a kind may name, None for what holds for every kind; thresholds for all and for the kind
    are among them.  Of growth, every figure is a percentage and must be written so."""
    return _with(_GROWTH_TERMS if kind == "growth" else TARGET_TERMS, thresholds, ("all", kind))


def task_terms(thresholds: Sequence[Threshold] = ()) -> Terms:
    """The terms that rules of the roll-up may name."""
    return _with(TASK_TERMS, thresholds, ("rollup",))


def _with(terms: Terms, thresholds: Sequence[Threshold], scopes: tuple[str | None, ...]) -> Terms:
    own = {one.name: one.term() for scope in scopes for one in thresholds if one.scope == scope}
    return MappingProxyType({**own, **terms}) if own else terms
