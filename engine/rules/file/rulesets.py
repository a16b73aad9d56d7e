"""The sections ``verdicts`` and ``rollup``: ordered rules and remarks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import get_args

from engine.model import Kind, RuleRef
from engine.rules.facts.vocabulary import task_terms, terms_of
from engine.rules.file import shape
from engine.rules.file.faults import Place
from engine.rules.file.fields import Fields, Reader
from engine.rules.file.nodes import Node
from engine.rules.file.phrases import read_condition, read_template
from engine.rules.file.shape import Finding
from engine.rules.language.conditions import NEVER
from engine.rules.language.terms import Terms
from engine.rules.policy import KINDS, STATUSES, Remark, Rollup, Rule, Threshold, Verdicts

_ALLOWED: tuple[Finding, ...] = get_args(Finding)


@dataclass
class RuleReader:
    """Reads lists of rules.  Ids are unique in the whole file, because verdicts are quoted by them."""

    reader: Reader
    thresholds: Sequence[Threshold] = ()
    places: dict[str, Place] = field(default_factory=dict)

    def verdicts(self, node: Node | None) -> Verdicts:
        """The rules by kind, those for every kind in front, and the remarks."""
        fields = self.reader.fields(node, shape.Verdicts)
        shared = self.rules(fields.get("all"), self._terms(None), closed=False)
        by_kind: dict[Kind, tuple[Rule, ...]] = {}
        for kind in KINDS:
            by_kind[kind] = self.complete(fields, kind, self._terms(kind), shared)
        return Verdicts(by_kind, self.remarks(fields.get("review"), self._terms(None)))

    def _terms(self, kind: Kind | None) -> Terms:
        return terms_of(kind, self.thresholds)

    def rollup(self, node: Node | None) -> Rollup:
        """The rules that judge a task."""
        fields = self.reader.fields(node, shape.Rollup)
        terms = task_terms(self.thresholds)
        return Rollup(
            silent=frozenset(self.reader.texts(fields.get("silent"))),
            failing=self.reader.texts(fields.get("failing")),
            denied=self.reader.texts(fields.get("denied")),
            rules=self.complete(fields, "rules", terms, ()),
            review=self.remarks(fields.get("review"), terms),
        )

    def complete(self, fields: Fields, key: str, terms: Terms, shared: tuple[Rule, ...]) -> tuple[Rule, ...]:
        """A list of rules with those for every kind in front; whether it leaves cases open is for the check to say."""
        rules = (*shared, *self.rules(fields.get(key), terms))
        if fields.get(key) is not None and len(rules) == len(shared) and not (rules and rules[-1].when.always):
            what = f"“{key}”没有规则,请至少写一条“when: 其他”"
            self.reader.faults.add("rules-gap", fields.place, what)
        return rules

    def rules(self, node: Node | None, terms: Terms, closed: bool = True) -> tuple[Rule, ...]:
        """The rules of a list, in order; only the last of a ``closed`` list may do without a condition."""
        items = self.reader.items(node)
        return tuple(self._rule(item, terms, closed and item is items[-1]) for item in items)

    def remarks(self, node: Node | None, terms: Terms) -> tuple[Remark, ...]:
        """The remarks of a list, in order."""
        return tuple(self._remark(item, terms) for item in self.reader.items(node))

    def _rule(self, node: Node, terms: Terms, last: bool) -> Rule:
        fields = self.reader.fields(node, shape.Rule, also=() if last else ("when",))
        return Rule(
            ref=self._ref(fields),
            when=read_condition(self.reader, fields.get("when"), terms) if last or "when" in fields else NEVER,
            status=self.reader.choice(fields.get("status"), STATUSES),
            grade=self.reader.text(fields.get("grade")),
            because=read_template(self.reader, fields.get("because"), terms),
            basis=self.reader.note(fields, "basis"),
            left_out="left_out" in fields and self.reader.truth(fields["left_out"]),
            allow=self.reader.words(fields, "allow", _ALLOWED),
            at=_places(fields),
        )

    def _remark(self, node: Node, terms: Terms) -> Remark:
        fields = self.reader.fields(node, shape.Remark)
        return Remark(
            ref=self._ref(fields),
            when=read_condition(self.reader, fields.get("when"), terms),
            because=read_template(self.reader, fields.get("because"), terms),
            basis=self.reader.note(fields, "basis"),
            allow=self.reader.words(fields, "allow", _ALLOWED),
            at=_places(fields),
        )

    def _ref(self, fields: Fields) -> RuleRef:
        node = fields.get("id")
        name = self.reader.text(node)
        if node is not None and name in self.places:
            first = self.places[name]
            what = f"编号“{name}”重复,{first.file}第{first.line}行已用过,请另取一个"
            self.reader.faults.add("rules-duplicate-id", node.place, what)
        elif node is not None and name:
            self.places[name] = node.place
        return RuleRef(id=name, line=fields.place.line, file=fields.place.file or None)


def _places(fields: Fields) -> dict[str, Place]:
    return {key: node.place for key, node in fields.items() if node is not None}
