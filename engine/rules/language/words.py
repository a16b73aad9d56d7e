"""Conditions and sentences of rules.yaml in Chinese words, for people who do not read formulas.

``completion >= expected - 5个百分点 and not year_over`` is 完成率不低于序时进度减5个百分点,且年度尚未结束.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from engine.rules.file.meanings import MEANINGS
from engine.rules.language.conditions import OTHERWISE
from engine.rules.language.grammar import Sentence, parse
from engine.rules.language.idioms import COUNTS, SIGNS, TEXTS, TRUTHS
from engine.rules.language.operands import Operands
from engine.rules.language.sentences import Part, Template
from engine.rules.language.terms import Term, Terms

_WRITTEN: Mapping[type[ast.cmpop], str] = MappingProxyType(
    {ast.GtE: ">=", ast.LtE: "<=", ast.Gt: ">", ast.Lt: "<", ast.Eq: "==", ast.NotEq: "!="}
)
_TURNED: Mapping[str, str] = MappingProxyType({">=": "<=", "<=": ">=", ">": "<", "<": ">", "==": "==", "!=": "!="})
"""The signs for the two sides the other way round."""
_DENIED: Mapping[str, str] = MappingProxyType({">=": "<", "<": ">=", "<=": ">", ">": "<=", "==": "!=", "!=": "=="})


def in_words(condition: str, terms: Terms) -> str:
    """A condition over these terms as a clause; one that cannot be read stays as it is written."""
    if condition.strip() in OTHERWISE:
        return "其余情形"
    sentence, _ = parse(condition)
    return condition if sentence is None else _Teller(condition, sentence, terms).clause(sentence.tree, True)


def value_in_words(expression: str, terms: Terms) -> str:
    """An expression over these terms (``completion / expected``) in words: 完成率与序时进度之比."""
    sentence, _ = parse(expression)
    return expression if sentence is None else Operands(expression, sentence, terms).words(sentence.tree)


def sentence_in_words(template: Template) -> str:
    """A sentence with the titles of its terms in 〔 〕, and in [ ] what is left out where a figure is missing."""
    return "".join(_part_in_words(part, template.terms) for part in template.parts)


def _part_in_words(part: Part, terms: Terms) -> str:
    words = "".join(piece.words if piece.term is None else _blank(terms[piece.term]) for piece in part.pieces)
    return f"\uff3b{words}\uff3d" if part.optional else words


def _blank(term: Term) -> str:
    """The place of a term in a sentence; a threshold is always the same figure."""
    return f"〔{term.title}〕" if term.constant is None else term.show({})


class _Pair(NamedTuple):
    """One comparison: what is spoken of, the sign, and what it is held against."""

    subject: ast.expr
    sign: str
    other: ast.expr

    def turned(self) -> _Pair:
        """The same comparison, spoken of from the other side."""
        return _Pair(self.other, _TURNED[self.sign], self.subject)


class _Teller:
    """Tells the syntax tree of one condition."""

    def __init__(self, text: str, sentence: Sentence, terms: Terms) -> None:
        self.operands = Operands(text, sentence, terms)

    def clause(self, node: ast.expr, wanted: bool) -> str:
        """That a node holds, or under ``not`` that it does not."""
        if isinstance(node, ast.BoolOp):
            both = isinstance(node.op, ast.And) is wanted
            return _enumerated([*self._members(node, wanted, both)], "且" if both else "或者")
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return self.clause(node.operand, not wanted)
        if isinstance(node, ast.Compare):
            return self._comparison(node, wanted)
        term = self.operands.term(node)
        told = TRUTHS.get(term.name) if term else None
        return told[not wanted] if told else ("" if wanted else "并非") + self.operands.words(node)

    def _members(self, node: ast.expr, wanted: bool, both: bool) -> Iterator[str]:
        """The parts of an enumeration; one of the other sort within it stands in brackets."""
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield from self._members(node.operand, not wanted, both)
        elif not isinstance(node, ast.BoolOp):
            yield self.clause(node, wanted)
        elif (isinstance(node.op, ast.And) is wanted) is both:
            for part in node.values:
                yield from self._members(part, wanted, both)
        else:
            yield f"({self.clause(node, wanted)})"

    def _comparison(self, node: ast.Compare, wanted: bool) -> str:
        """A chain speaks once of what stands between two limits."""
        written = [_WRITTEN[type(sign)] for sign in node.ops]
        signs = written if wanted else [_DENIED[sign] for sign in written]
        values = [node.left, *node.comparators]
        pairs = [_Pair(*each) for each in zip(values, signs, values[1:], strict=False)]
        between = len(pairs) == 2
        if between or (self.operands.is_given(node.left) and not self.operands.is_given(pairs[0].other)):
            pairs[0] = pairs[0].turned()
        told = [self._pair(pair) for pair in pairs]
        if between:
            told[1] = told[1].removeprefix(self.operands.words(pairs[1].subject))
        return ("且" if wanted else "或者").join(told)

    def _pair(self, pair: _Pair) -> str:
        term, other = self.operands.term(pair.subject), self.operands.words(pair.other)
        if term is not None and term.type == "text":
            told = TEXTS.get(term.name, (f"{term.title}为“{{}}”", f"{term.title}不是“{{}}”"))
            return told[pair.sign == "!="].format(MEANINGS[other].title if other in term.choices else other)
        if term is not None and term.name in COUNTS and (pair.sign, other) in ((">", "0"), ("==", "0")):
            return COUNTS[term.name][pair.sign == "=="]
        return self.operands.words(pair.subject) + self._sign(pair, other) + other

    def _sign(self, pair: _Pair, other: str) -> str:
        """The word for a sign of comparison, which depends on what is compared."""
        words = SIGNS[self.operands.family(pair.subject)]
        if self.operands.is_figure(pair.other) and not other.startswith("-"):
            return words.before_figure(pair.sign)
        return words.word(pair.sign)


def _enumerated(parts: Sequence[str], conjunction: str) -> str:
    """甲,乙,且丙."""
    return ",".join([*parts[:-1], conjunction + parts[-1]])
