"""A condition taken apart for one case: every comparison in it with its figures, and whether it holds."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any, NamedTuple

from engine.rules.display import figure_text, share_text
from engine.rules.language.checking import Type, Value
from engine.rules.language.conditions import OTHERWISE, Compiler
from engine.rules.language.grammar import Sentence, parse
from engine.rules.language.terms import Terms
from engine.rules.language.tokens import Token

_SIGNS = {ast.GtE: ">=", ast.LtE: "<=", ast.Gt: ">", ast.Lt: "<", ast.Eq: "==", ast.NotEq: "!="}


class Compared(NamedTuple):
    """One comparison or truth of a condition: ``words`` as the file has it, ``figures`` the same with the figures of
    the case (44% < 50%), and whether what the condition asks for here holds."""

    words: str
    figures: str
    holds: bool


def compared(text: str, terms: Terms, facts: Any) -> tuple[Compared, ...]:
    """Every comparison of a condition without mistakes, in its order; none of 其他."""
    sentence = None if text in OTHERWISE else parse(text)[0]
    return () if sentence is None else tuple(_Trace(text, sentence, terms, facts).of(sentence.tree, True))


class _Trace:
    """Walks through one condition with the facts of one case."""

    def __init__(self, text: str, sentence: Sentence, terms: Terms, facts: Any) -> None:
        self.text, self.sentence, self.terms, self.facts = text, sentence, terms, facts
        self.compiler = Compiler(sentence, terms)

    def of(self, node: ast.expr, wanted: bool) -> Iterator[Compared]:
        """The comparisons under a node; under ``not`` the opposite is wanted."""
        if isinstance(node, ast.BoolOp):
            for part in node.values:
                yield from self.of(part, wanted)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield from self.of(node.operand, not wanted)
        else:
            yield self._one(node, wanted)

    def _one(self, node: ast.expr, wanted: bool) -> Compared:
        denial = "" if wanted else "not "
        words = self.text[slice(*self.sentence.span(node))]
        holds = self.compiler.truth(node, wanted)(self.facts)
        # Of a truth the figures say what it is (达到目标:否), which needs no denial.
        figures = self._figures(node) if isinstance(node, ast.Name) else denial + self._figures(node)
        return Compared(denial + words, figures, holds)

    def _figures(self, node: ast.expr) -> str:
        if not isinstance(node, ast.Compare):
            return self._shown(node)
        signs = [_SIGNS[type(sign)] for sign in node.ops]
        others = [f"{sign} {self._shown(part)}" for sign, part in zip(signs, node.comparators, strict=True)]
        return " ".join([self._shown(node.left), *others])

    def _shown(self, node: ast.expr) -> str:
        value = self.compiler.value(node)
        if value is None:
            return "未知"
        if isinstance(node, ast.Name):
            return self._word(self.sentence.token(node), value)
        figure = value.work_out(self.facts)
        return "未知" if figure is None else _written(figure, value.type)

    def _word(self, token: Token, value: Value) -> str:
        if token.kind != "name":
            return self.text[token.start : token.end].rstrip()  # a figure takes in the blank behind it
        term, known = self.terms[token.text], value.work_out(self.facts)
        if term.type == "truth":
            return f"{term.title}:{_TRUTHS[known]}"
        if known is None:
            return "未知"
        return str(known) if term.type == "text" else term.show(self.facts)


_TRUTHS = {True: "是", False: "否", None: "未知"}


def _written(figure: Any, type_: Type) -> str:
    if type_ == "share":
        return share_text(figure)
    return figure_text(figure)
