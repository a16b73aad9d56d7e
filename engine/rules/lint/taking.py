"""A condition taken apart for analysis.

Negations are pushed down to the comparisons, as when a condition is compiled: a comparison with a term that is not
known does not hold, and neither does its negation.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from fractions import Fraction

from engine.rules.language.conditions import OTHERWISE
from engine.rules.language.grammar import Sentence, parse
from engine.rules.language.terms import Terms
from engine.rules.language.tokens import Token
from engine.rules.lint.comparisons import Comparison, Figures, Form, Joined, Pair, Sign, Truth, Words
from engine.rules.lint.polynomials import Opaque, Polynomial, of_figure, of_name

_SIGNS: dict[type[ast.cmpop], Sign] = {
    ast.GtE: ">=",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.Lt: "<",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
_OPPOSITE: dict[Sign, Sign] = {">=": "<", "<": ">=", "<=": ">", ">": "<=", "==": "!=", "!=": "=="}
_TURNED: dict[Sign, Sign] = {">=": "<=", "<=": ">=", ">": "<", "<": ">", "==": "==", "!=": "!="}
_NOTHING = of_figure(0)
_GAP = of_name("completion").plus(of_name("expected"), -1)


def taken_apart(text: str, terms: Terms) -> Form | None:
    """The comparisons of a condition without mistakes; None of one that cannot be analysed."""
    if text in OTHERWISE:
        return Joined(True, ())
    sentence = parse(text)[0]
    try:
        return None if sentence is None else _Taker(sentence, terms).form(sentence.tree, True)
    except Opaque:
        return None


class _Taker:
    """Takes one syntax tree apart; its condition has been checked, so that every name and sign is known."""

    def __init__(self, sentence: Sentence, terms: Terms) -> None:
        self.sentence = sentence
        self.terms = terms

    def form(self, node: ast.expr, wanted: bool) -> Form:
        """What holds where the node is known to be ``wanted``."""
        if isinstance(node, ast.BoolOp):
            return Joined(
                isinstance(node.op, ast.And) is wanted, tuple(self.form(part, wanted) for part in node.values)
            )
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return self.form(node.operand, not wanted)
        if isinstance(node, ast.Compare):
            return self._comparisons(node, wanted)
        name = self._token(node).text
        return Comparison(Truth(name), "==", wanted, (name,), self.sentence.span(node), not wanted)

    def _comparisons(self, node: ast.Compare, wanted: bool) -> Form:
        sides = (node.left, *node.comparators)
        parts = []
        for left, sign, right in zip(sides, node.ops, sides[1:], strict=False):
            asked = _SIGNS[type(sign)] if wanted else _OPPOSITE[_SIGNS[type(sign)]]
            parts.append(self._comparison(left, asked, right)._replace(negated=not wanted))
        return parts[0] if len(parts) == 1 else Joined(wanted, tuple(parts))

    def _comparison(self, left: ast.expr, sign: Sign, right: ast.expr) -> Comparison:
        span = (self.sentence.span(left)[0], self.sentence.span(right)[1])
        names = tuple(sorted({*self._names(left), *self._names(right)}))
        if self._is_text(left):
            return self._of_texts(self._token(left), sign, self._token(right), names, span)
        rest, lead, figure = self._figure(left).plus(self._figure(right), -1).split()
        if rest.names != {name for written in names for name in self._term(written).names}:
            raise Opaque  # what cancels out has to be known all the same
        return Comparison(Figures(rest), sign if lead > 0 else _TURNED[sign], -figure, names, span)

    def _of_texts(
        self, left: Token, sign: Sign, right: Token, names: tuple[str, ...], span: tuple[int, int]
    ) -> Comparison:
        if left.kind == right.kind == "name":
            pair = (min(left.text, right.text), max(left.text, right.text))
            return Comparison(Pair(pair), sign, True, names, span)
        if left.kind == right.kind:  # two quoted texts
            return Comparison(Figures(_NOTHING), sign, Fraction(left.text != right.text), names, span)
        term, text = (left, right) if left.kind == "name" else (right, left)
        return Comparison(Words(term.text), sign, text.text, names, span)

    def _figure(self, node: ast.expr) -> Polynomial:
        if isinstance(node, ast.BinOp):
            return _ARITHMETIC[type(node.op)](self._figure(node.left), self._figure(node.right))
        if isinstance(node, ast.UnaryOp):
            return _NOTHING.plus(self._figure(node.operand), -1)
        token = self._token(node)
        if token.kind == "text":
            raise Opaque
        return of_figure(token.value) if token.kind == "figure" else self._term(token.text)

    def _term(self, name: str) -> Polynomial:
        """A term; a threshold is its figure, but one of 0 stays a name: it is a switch that can be turned on."""
        if name == "gap":
            return _GAP
        constant = self.terms[name].constant
        return of_figure(constant) if constant else of_name(name)

    def _is_text(self, node: ast.expr) -> bool:
        if not isinstance(node, ast.Name):
            return False
        token = self._token(node)
        return token.kind == "text" or (token.kind == "name" and self.terms[token.text].type == "text")

    def _names(self, node: ast.expr) -> Iterator[str]:
        for part in ast.walk(node):
            if isinstance(part, ast.Name) and (token := self.sentence.token(part)).kind == "name":
                yield token.text

    def _token(self, node: ast.expr) -> Token:
        if not isinstance(node, ast.Name):
            raise Opaque
        return self.sentence.token(node)


_ARITHMETIC: dict[type[ast.operator], Callable[[Polynomial, Polynomial], Polynomial]] = {
    ast.Add: Polynomial.plus,
    ast.Sub: lambda left, right: left.plus(right, -1),
    ast.Mult: Polynomial.times,
    ast.Div: Polynomial.over,
}
