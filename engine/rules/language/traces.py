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
from engine.rules.language.words import in_words

_SIGNS = {ast.GtE: ">=", ast.LtE: "<=", ast.Gt: ">", ast.Lt: "<", ast.Eq: "==", ast.NotEq: "!="}


class Compared(NamedTuple):
    """One comparison or truth of a condition: ``words`` as the file has it, ``figures`` the same with the figures of
    the case (44% < 50%), and whether what the condition asks for here holds; ``told`` is it in Chinese words, and
    ``measured`` says that figures are compared and not texts or truths."""

    words: str
    figures: str
    holds: bool
    told: str
    measured: bool


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
        return Compared(denial + words, figures, holds, in_words(denial + words, self.terms), self._measured(node))

    def _measured(self, node: ast.expr) -> bool:
        value = self.compiler.value(node.left) if isinstance(node, ast.Compare) else None
        return value is not None and value.type != "text"

    def _figures(self, node: ast.expr) -> str:
        if not isinstance(node, ast.Compare):
            return self._shown(node)
        sides = [node.left, *node.comparators]
        amounts = any(value is not None and value.type == "amount" for value in map(self.compiler.value, sides))
        first, *rest = [self._side(part, amounts) for part in sides]
        signs = [_SIGNS[type(sign)] for sign in node.ops]
        return " ".join([first, *(f"{sign} {side}" for sign, side in zip(signs, rest, strict=True))])

    def _side(self, node: ast.expr, amounts: bool) -> str:
        """One side of a comparison; a bare count that is held against amounts is one of their unit."""
        shown, value = self._shown(node), self.compiler.value(node)
        bare = amounts and value is not None and value.type in ("number", "zero") and shown != _UNKNOWN
        return shown + _suffix(self.facts) if bare else shown

    def _shown(self, node: ast.expr) -> str:
        value = self.compiler.value(node)
        if value is None:
            return _UNKNOWN
        if isinstance(node, ast.Name):
            return self._word(self.sentence.token(node), value)
        figure = value.work_out(self.facts)
        return _UNKNOWN if figure is None else _written(figure, value.type, self.facts)

    def _word(self, token: Token, value: Value) -> str:
        if token.kind != "name":
            return self.text[token.start : token.end].rstrip()  # a figure takes in the blank behind it
        term, known = self.terms[token.text], value.work_out(self.facts)
        if term.type == "truth":
            return f"{term.title}:{_TRUTHS[known]}"
        if known is None:
            return _UNKNOWN
        return str(known) if term.type == "text" else term.show(self.facts)


_UNKNOWN = "未知"
_TRUTHS = {True: "是", False: "否", None: _UNKNOWN}


def _written(figure: Any, type_: Type, facts: Any) -> str:
    """A figure that was worked out; an amount is in the unit of the target, a share where that is %."""
    if type_ == "share" or (type_ == "amount" and facts["unit"] == "%"):
        return share_text(figure)
    return figure_text(figure) + (_suffix(facts) if type_ == "amount" else "")


def _suffix(facts: Any) -> str:
    """The unit of the target behind a figure; a bare figure is none of %."""
    unit = facts["unit"]
    return "" if unit in (None, "%") else str(unit)
