"""The figures, terms and sums of a condition in Chinese words, and what sort of thing each of them is."""

from __future__ import annotations

import ast

from engine.rules.language.grammar import Sentence
from engine.rules.language.idioms import MONTH_COUNTS, RUNGS, Family
from engine.rules.language.terms import Term, Terms
from engine.rules.language.tokens import Token


class Operands:
    """Tells what stands on either side of a comparison of one condition."""

    def __init__(self, text: str, sentence: Sentence, terms: Terms) -> None:
        self.text, self.sentence, self.terms = text, sentence, terms

    def words(self, node: ast.expr) -> str:
        """A figure, a text, a term or a sum of such."""
        if isinstance(node, ast.BinOp):
            return self._arithmetic(node)
        if isinstance(node, ast.UnaryOp):
            return ("-" if self.is_figure(node.operand) else "负") + self._member(node.operand)
        term = self.term(node)
        if term is None:
            return self._as_written(node)
        return term.title if term.constant is None else _threshold(term)

    def term(self, node: ast.expr) -> Term | None:
        """The term that a node names; None for figures, quoted texts and sums."""
        token = self._token(node)
        return self.terms.get(token.text) if token and token.kind == "name" else None

    def is_figure(self, node: ast.expr) -> bool:
        """Whether a node is a figure or a threshold, with a sign or without."""
        if isinstance(node, ast.UnaryOp):
            return self.is_figure(node.operand)
        token, term = self._token(node), self.term(node)
        return (token is not None and token.kind == "figure") or (term is not None and term.constant is not None)

    def is_given(self, node: ast.expr) -> bool:
        """Whether a node is what something is held against: a figure or a quoted text."""
        token = self._token(node)
        return self.is_figure(node) or (token is not None and token.kind == "text")

    def family(self, node: ast.expr) -> Family:
        """What sort of figure a node is; the difference of two months is a number of months."""
        if isinstance(node, ast.BinOp):
            left = self.family(node.left)
            return "months" if left == "month" and isinstance(node.op, ast.Sub) else left
        term = self.term(node)
        if term is None or term.type not in ("number", "month"):
            return "share"
        if term.name in RUNGS:
            return "rung"
        if term.name in MONTH_COUNTS:
            return "months"
        return "month" if term.type == "month" else "number"

    def _arithmetic(self, node: ast.BinOp) -> str:
        left, right, given = self._member(node.left), self._member(node.right), self.is_figure(node.right)
        if isinstance(node.op, ast.Mult):
            token = self._token(node.right)
            return f"{left}的{right}" if token and token.unit == "%" else f"{left}乘以{right}"
        if isinstance(node.op, ast.Div):
            return f"{left}除以{right}" if given else f"{left}与{right}之比"
        more = isinstance(node.op, ast.Add)
        return left + ("加" if more else "减") + right if given else f"{left}与{right}之" + ("和" if more else "差")

    def _member(self, node: ast.expr) -> str:
        told = self.words(node)
        return f"({told})" if isinstance(node, (ast.BinOp, ast.UnaryOp)) else told

    def _token(self, node: ast.expr) -> Token | None:
        return self.sentence.token(node) if isinstance(node, ast.Name) else None

    def _as_written(self, node: ast.expr) -> str:
        token = self._token(node)
        if token is not None and token.kind != "figure":
            return token.text
        return "".join(self.text[slice(*self.sentence.span(node))].split()).replace("\uff05", "%")


def _threshold(term: Term) -> str:
    """A threshold by its Chinese name and its figure, or by its figure only."""
    return term.show({}) if term.name.isascii() else f"“{term.name}”({term.show({})})"
