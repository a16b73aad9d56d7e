"""The one comparison language of rules.yaml: ``completion >= expected - 5%`` -> a function of the facts.

Names are terms; figures are exact and carry their unit (5%, 5个百分点, 6月, 2个月); texts are quoted.  Allowed are
and, or, not, comparisons (chains too), + - * / and parentheses.  Everything is checked when the file is loaded;
nothing is ever given to ``eval``.

A comparison with a term that is not known does not hold, and neither does its negation: negations are pushed
down to the comparisons, so ``not (completion >= 50%)`` means ``completion < 50%``.
"""

from __future__ import annotations

import ast
import itertools
import operator
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from engine.rules.file.faults import listed, nearest
from engine.rules.language import closures
from engine.rules.language.checking import Type, Value, comparable, mismatch, product_type, quotient_type, sum_type
from engine.rules.language.closures import Holds, WorkOut
from engine.rules.language.grammar import Sentence, parse
from engine.rules.language.terms import Terms, TermType
from engine.rules.language.tokens import Fault, Token

OTHERWISE = ("其他", "其它")
"""The condition of a rule that always holds."""


class Condition(NamedTuple):
    """A compiled condition.  ``always`` is true of 其他 and of a rule without a condition."""

    text: str
    holds: Holds
    always: bool = False


ALWAYS = Condition(OTHERWISE[0], lambda facts: True, True)
NEVER = Condition("", lambda facts: False)
"""Stands in for a condition that is a mistake."""

_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.GtE: operator.ge,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.Lt: operator.lt,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
_OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.GtE: ast.Lt,
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
}
_WAYS: dict[type[ast.cmpop], str] = {ast.GtE: "falls", ast.Gt: "falls", ast.LtE: "rises", ast.Lt: "rises"}
"""Which way a comparison goes: the parts of a chain go the same way."""
_TypeRule = Callable[[Value, Value], Type | None]
_ARITHMETIC: dict[type[ast.operator], tuple[Callable[[Any, Any], Any], _TypeRule, str]] = {
    ast.Add: (operator.add, sum_type, "相加"),
    ast.Sub: (operator.sub, sum_type, "相减"),
    ast.Mult: (operator.mul, product_type, "相乘"),
    ast.Div: (closures.divide, quotient_type, "相除"),
}


def compile_condition(text: str, terms: Terms) -> tuple[Condition, list[Fault]]:
    """A condition over these terms, and every mistake in it (then the condition is of no use)."""
    if text.strip() in OTHERWISE:
        return ALWAYS, []
    sentence, faults = parse(text)
    if sentence is None:
        return NEVER, faults
    compiler = Compiler(sentence, terms)
    holds = compiler.truth(sentence.tree, True)
    return Condition(text.strip(), holds), compiler.faults


def compile_share(text: str, terms: Terms) -> tuple[WorkOut, list[Fault]]:
    """An expression whose value is a share (``completion / expected``), and every mistake in it."""
    sentence, faults = parse(text)
    if sentence is None:
        return _nothing, faults
    compiler = Compiler(sentence, terms)
    value = compiler.value(sentence.tree)
    if value is not None and value.type != "share":
        compiler.faults.append(Fault(*value.span, "此处应算出一个份额,例如 completion / expected"))
    return (value.work_out if value else _nothing), compiler.faults


class Compiler:
    """Turns one syntax tree into closures, noting every mistake on the way."""

    def __init__(self, sentence: Sentence, terms: Terms) -> None:
        self.sentence = sentence
        self.terms = terms
        self.faults: list[Fault] = []

    def truth(self, node: ast.expr, wanted: bool) -> Holds:
        """A function that says whether the node is known to be ``wanted``."""
        if isinstance(node, ast.BoolOp):
            parts = tuple(self.truth(part, wanted) for part in node.values)
            return closures.all_of(parts) if isinstance(node.op, ast.And) is wanted else closures.any_of(parts)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return self.truth(node.operand, not wanted)
        if isinstance(node, ast.Compare):
            return self._comparison(node, wanted)
        return self._flag(node, wanted)

    def value(self, node: ast.expr) -> Value | None:
        """The value of a figure, a text, a term or a sum of such; None where it is a mistake."""
        if isinstance(node, ast.Name):
            return self._word(self.sentence.token(node))
        if isinstance(node, ast.BinOp) and type(node.op) in _ARITHMETIC:
            return self._arithmetic(node)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return self._negative(node)
        what = "比较的两边只能是名称、数或算式" if isinstance(node, (ast.Compare, ast.BoolOp)) else "此处不能这样写"
        self._fault(self.sentence.span(node), f"{what};可用 and or not、比较、+ - * / 和括号")
        return None

    def _comparison(self, node: ast.Compare, wanted: bool) -> Holds:
        if self._refused(node):
            return NEVER.holds
        values = [self.value(part) for part in (node.left, *node.comparators)]
        parts = []
        for left, sign, right in zip(values, node.ops, values[1:], strict=False):
            if left is None or right is None or not self._can_compare(left, sign, right):
                continue
            test = _COMPARE[type(sign) if wanted else _OPPOSITE[type(sign)]]
            parts.append(closures.compare(left.work_out, test, right.work_out))
        if len(parts) == 1:
            return parts[0]
        return closures.all_of(tuple(parts)) if wanted else closures.any_of(tuple(parts))

    def _refused(self, node: ast.Compare) -> bool:
        """Whether a comparison is written in a way that cannot be meant, which is noted."""
        ways = {_WAYS.get(type(sign), "") for sign in node.ops}
        if len(node.ops) > 1 and len(ways) > 1:
            self._fault(self.sentence.span(node), "连写的比较方向须一致,例如 60% <= completion < 80%")
            return True
        return any(self._unquoted(part, other) for part, other in _neighbours(node))

    def _unquoted(self, node: ast.expr, beside: ast.expr) -> bool:
        """Whether a name that is none stands beside a text, so that it was meant for one."""
        if not isinstance(node, ast.Name) or not isinstance(beside, ast.Name):
            return False
        word, term = self.sentence.token(node), self.terms.get(self.sentence.token(beside).text)
        if word.kind != "name" or word.text in self.terms or term is None or term.type != "text":
            return False
        hint = f"可以是:{listed(term.choices)}" if term.choices else f"例如 {term.name} == '{word.text}'"
        self._fault((word.start, word.end), f"文字请加引号:'{word.text}';{hint}")
        return True

    def _can_compare(self, left: Value, sign: ast.cmpop, right: Value) -> bool:
        span = (left.span[0], right.span[1])
        if left.literal and right.literal and not {left.title, right.title} & self.terms.keys():
            self._fault(span, "两边都是数,这个比较与数据无关;区间请写成 60% <= completion < 80%")
            return False
        if type(sign) not in _COMPARE:
            self._fault(span, "此处只能用 >= <= > < == !=")
        elif not comparable(left, right):
            self._fault(span, mismatch(left, right, "比较"))
        elif left.type == "text" and not isinstance(sign, (ast.Eq, ast.NotEq)):
            self._fault(span, "文字只能用 == 或 != 比较")
        elif left.type == "text" and left.title in self.terms and right.title in self.terms:
            self._fault(span, "两个名称都是文字,比较它们没有意义;文字请加引号")
        elif left.type == "text":
            return self._known_text(left, right) and self._known_text(right, left)
        else:
            return True
        return False

    def _known_text(self, term: Value, text: Value) -> bool:
        """A quoted text must be one that the term can be."""
        if not term.choices or text.choices or text.title in term.choices:
            return True
        hint = f"可以是:{listed(term.choices)}{nearest(text.title, term.choices)}"
        self._fault(text.span, f"“{term.title}”不会是“{text.title}”,{hint}")
        return False

    def _flag(self, node: ast.expr, wanted: bool) -> Holds:
        value = self.value(node)
        if value is not None and value.type != "truth":
            self._fault(value.span, f"“{value.title}”不是条件,请写成比较,例如 completion >= expected")
        work_out = value.work_out if value else _nothing
        return lambda facts: work_out(facts) is wanted

    def _word(self, token: Token) -> Value | None:
        span = (token.start, token.end)
        if token.kind == "name":
            return self._term(token)
        if token.kind == "text":
            return Value("text", closures.constant(token.text), span, token.text)
        units: dict[str, TermType] = {"%": "share", "月": "month"}
        plain: Type = "number" if token.value else "zero"
        # Whole numbers stay int: fractions compare faster with them, and ``divide`` keeps quotients exact.
        value = int(token.value) if token.value.denominator == 1 else token.value
        title = token.text + token.unit
        return Value(units.get(token.unit, plain), closures.constant(value), span, title, literal=True)

    def _term(self, token: Token) -> Value | None:
        term = self.terms.get(token.text)
        if term is None:
            self._fault((token.start, token.end), unknown_term(token.text, self.terms))
            return None
        name, span = term.name, (token.start, token.end)
        if term.constant is not None:
            return Value(term.type, closures.constant(term.constant), span, name, literal=True)
        return Value(term.type, lambda facts: facts[name], span, name, term.choices)

    def _arithmetic(self, node: ast.BinOp) -> Value | None:
        left, right = self.value(node.left), self.value(node.right)
        if left is None or right is None:
            return None
        work_out, type_rule, doing = _ARITHMETIC[type(node.op)]
        span = (left.span[0], right.span[1])
        found = type_rule(left, right)
        if found is None:
            self._fault(span, mismatch(left, right, doing))
            return None
        combined = closures.combine(left.work_out, work_out, right.work_out)
        return _folded(Value(found, combined, span, "算式", literal=left.literal and right.literal))

    def _negative(self, node: ast.UnaryOp) -> Value | None:
        value = self.value(node.operand)
        if value is None or value.type in ("text", "truth"):
            return value
        negated = closures.combine(closures.constant(0), operator.sub, value.work_out)
        return _folded(value._replace(work_out=negated, span=self.sentence.span(node)))

    def _fault(self, span: tuple[int, int], message: str) -> None:
        self.faults.append(Fault(*span, message))


def _neighbours(node: ast.Compare) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Every side of a comparison with the side that it is compared with."""
    sides = [node.left, *node.comparators]
    for left, right in itertools.pairwise(sides):
        yield left, right
        yield right, left


def _folded(value: Value) -> Value:
    """A value made of figures only is worked out once."""
    return value._replace(work_out=closures.constant(value.work_out({}))) if value.literal else value


_JOINTS = {
    "且": "and",
    "并且": "and",
    "AND": "and",
    "或": "or",
    "或者": "or",
    "OR": "or",
    "非": "not",
    "不": "not",
    "NOT": "not",
}
"""Words for which the language has its own."""


def unknown_term(name: str, terms: Terms) -> str:
    """The message for a name that is no term; a Chinese title leads to its term."""
    by_title = {term.title: term.name for term in terms.values()}
    if name in _JOINTS:
        return f"“{name}”请写成“{_JOINTS[name]}”"
    if name in by_title:
        return f"不认识的名称“{name}”;请写“{by_title[name]}”"
    hint = nearest(name, terms) or nearest(name, by_title) or f";可用:{listed(sorted(terms))}"
    return f"不认识的名称“{name}”{hint}"


def _nothing(facts: Any) -> None:
    """Stands in for a part that was a mistake."""
