"""The sections ``verdicts`` and ``rollup``: ordered rules, checked for gaps and for rules that are never reached."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.model import Kind, RuleRef
from engine.rules.facts.vocabulary import TASK_TERMS, terms_of
from engine.rules.file.faults import Place
from engine.rules.file.fields import Fields, Reader
from engine.rules.file.nodes import Node
from engine.rules.file.phrases import read_condition, read_template
from engine.rules.language.conditions import NEVER
from engine.rules.language.terms import Terms
from engine.rules.policy import KINDS, STATUSES, Remark, Rollup, Rule, Verdicts

_RULE = ("id", "status", "grade", "because")
_RULE_MAY = ("when", "basis")


@dataclass
class RuleReader:
    """Reads lists of rules.  Ids are unique in the whole file, because verdicts are quoted by them."""

    reader: Reader
    places: dict[str, Place] = field(default_factory=dict)
    grades: dict[str, Place] = field(default_factory=dict)

    def verdicts(self, node: Node | None) -> Verdicts:
        """The rules by kind, those for every kind in front, and the remarks."""
        fields = self.reader.fields(node, (*KINDS, "review"), ("all",))
        shared = self.rules(fields.get("all"), terms_of(None), closed=False)
        by_kind: dict[Kind, tuple[Rule, ...]] = {}
        for kind in KINDS:
            by_kind[kind] = self.complete(fields, kind, terms_of(kind), shared)
        return Verdicts(by_kind, self.remarks(fields.get("review"), terms_of(None)))

    def rollup(self, node: Node | None) -> Rollup:
        """The rules that judge a task."""
        fields = self.reader.fields(node, ("silent", "rules", "review"), ("failing", "denied"))
        return Rollup(
            silent=frozenset(self.reader.texts(fields.get("silent"))),
            failing=self.reader.texts(fields.get("failing")),
            denied=self.reader.texts(fields.get("denied")),
            rules=self.complete(fields, "rules", TASK_TERMS, ()),
            review=self.remarks(fields.get("review"), TASK_TERMS),
        )

    def complete(self, fields: Fields, key: str, terms: Terms, shared: tuple[Rule, ...]) -> tuple[Rule, ...]:
        """A list of rules that leaves no case open and has no rule that can never decide."""
        rules = (*shared, *self.rules(fields.get(key), terms))
        self._check_reached(rules)
        if fields.get(key) is not None and not (rules and rules[-1].when.always):
            place = self._place(rules[-1]) if len(rules) > len(shared) else fields.place
            what = f"“{key}”有漏洞:最后一条须总是成立,请补一条“when: 其他”"
            self.reader.faults.add("rules-gap", place, what)
        return rules

    def rules(self, node: Node | None, terms: Terms, closed: bool = True) -> tuple[Rule, ...]:
        """The rules of a list, in order; only the last of a ``closed`` list may do without a condition."""
        items = self.reader.items(node)
        return tuple(self._rule(item, terms, closed and item is items[-1]) for item in items)

    def remarks(self, node: Node | None, terms: Terms) -> tuple[Remark, ...]:
        """The remarks of a list, in order."""
        return tuple(self._remark(item, terms) for item in self.reader.items(node))

    def _rule(self, node: Node, terms: Terms, last: bool) -> Rule:
        fields = self.reader.fields(node, _RULE if last else (*_RULE, "when"), _RULE_MAY)
        grade = self.reader.text(fields.get("grade"))
        self.grades.setdefault(grade, node.place)
        return Rule(
            ref=self._ref(fields),
            when=read_condition(self.reader, fields.get("when"), terms) if last or "when" in fields else NEVER,
            status=self.reader.choice(fields.get("status"), STATUSES),
            grade=grade,
            because=read_template(self.reader, fields.get("because"), terms),
            basis=self.reader.text(fields.get("basis")) or None,
        )

    def _remark(self, node: Node, terms: Terms) -> Remark:
        fields = self.reader.fields(node, ("id", "when", "because"), ("basis",))
        return Remark(
            ref=self._ref(fields),
            when=read_condition(self.reader, fields.get("when"), terms),
            because=read_template(self.reader, fields.get("because"), terms),
            basis=self.reader.text(fields.get("basis")) or None,
        )

    def _ref(self, fields: Fields) -> RuleRef:
        node = fields.get("id")
        name = self.reader.text(node)
        if node is not None and name in self.places:
            what = f"编号“{name}”重复,第{self.places[name].line}行已用过,请另取一个"
            self.reader.faults.add("rules-duplicate-id", node.place, what)
        elif node is not None and name:
            self.places[name] = node.place
        return RuleRef(id=name, line=fields.place.line)

    def _check_reached(self, rules: tuple[Rule, ...]) -> None:
        """A rule after one that always holds, or with the condition of an earlier one, never decides."""
        earlier: dict[str, int] = {}
        always: int | None = None
        for rule in rules:
            condition = " ".join(rule.when.text.split())
            line = earlier.get(condition) if always is None else always
            if line is not None:
                what = f"规则“{rule.ref.id}”永远轮不到:第{line}行的规则已包括它,请删去或调整次序"
                self.reader.faults.add("rules-unreachable", self._place(rule), what)
            if condition:
                earlier.setdefault(condition, rule.ref.line)
            always = rule.ref.line if always is None and rule.when.always else always

    def _place(self, rule: Rule) -> Place:
        """Where a rule's id stands."""
        return self.places.get(rule.ref.id, Place(rule.ref.line, 1))
