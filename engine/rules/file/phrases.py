"""Reads the conditions, expressions and sentences of a rules file, and puts their mistakes in the right place."""

from __future__ import annotations

from engine.rules.file.fields import Reader
from engine.rules.file.nodes import Node, Scalar
from engine.rules.language.closures import WorkOut
from engine.rules.language.conditions import ALWAYS, NEVER, Condition, compile_condition, compile_share
from engine.rules.language.sentences import Template, compile_template
from engine.rules.language.terms import Terms
from engine.rules.language.tokens import Fault


def read_condition(reader: Reader, node: Node | None, terms: Terms) -> Condition:
    """A condition; a rule without one always holds."""
    if node is None:
        return ALWAYS
    text = reader.text(node)
    if not text:
        return NEVER
    condition, faults = compile_condition(text, terms)
    _note(reader, node, "rules-condition", faults)
    return condition


def read_share(reader: Reader, node: Node | None, terms: Terms) -> WorkOut:
    """An expression that gives a share."""
    text = reader.text(node)
    work_out, faults = compile_share(text, terms)
    if node is not None and text:
        _note(reader, node, "rules-condition", faults)
    return work_out


def read_template(reader: Reader, node: Node | None, terms: Terms) -> Template:
    """A sentence with terms in it."""
    template, faults = compile_template(reader.text(node), terms)
    if node is not None:
        _note(reader, node, "rules-sentence", faults)
    return template


def _note(reader: Reader, node: Node, code: str, faults: list[Fault]) -> None:
    for fault in faults:
        place = node.place
        if isinstance(node, Scalar) and node.exact:
            place = place._replace(column=place.column + fault.start, width=fault.end - fault.start)
        reader.faults.add(code, place, fault.message)
