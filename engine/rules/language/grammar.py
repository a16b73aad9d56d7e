"""The grammar of conditions: text -> Python's own syntax tree over the words that were found in it.

Every name, figure and text is handed to Python's parser as ``_0``, ``_1`` … and looked up again afterwards:
so no Python name is ever reached, figures never become floats, and every node knows its place in the text.
"""

from __future__ import annotations

import ast
import itertools
from typing import NamedTuple

from engine.rules.language.tokens import Fault, Token, scan

MAX_NESTING = 20


class Sentence(NamedTuple):
    """A condition that was parsed: its tree, and the words that the names ``_0`` … in it stand for."""

    tree: ast.expr
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]

    def token(self, node: ast.Name) -> Token:
        """The word that a name in the tree stands for."""
        return self.tokens[int(node.id[1:])]

    def span(self, node: ast.expr) -> tuple[int, int]:
        """The characters of the condition that a node covers."""
        covered = [
            token
            for token, start in zip(self.tokens, self.starts, strict=True)
            if node.col_offset <= start < (node.end_col_offset or 0)
        ]
        return covered[0].start, covered[-1].end


def parse(text: str) -> tuple[Sentence | None, list[Fault]]:
    """The tree of a condition, or what cannot be read in it.  Never raises, whatever the text."""
    tokens, faults = scan(text)
    faults = faults or _nesting_faults(tokens) or _joint_faults(tokens)
    if faults or not tokens:
        return None, faults or [Fault(0, max(1, len(text)), "缺少条件")]
    source, starts = _python(tokens)
    try:
        tree = ast.parse(source, mode="eval").body
    except SyntaxError as error:
        return None, [_syntax_fault(tokens, starts, (error.offset or 1) - 1)]
    return Sentence(tree, tuple(tokens), tuple(starts)), []


def _python(tokens: list[Token]) -> tuple[str, list[int]]:
    """The words as Python source, one blank between them, and where each begins there."""
    source, starts = "", []
    for number, token in enumerate(tokens):
        starts.append(len(source))
        source += (token.text if token.kind == "operator" else f"_{number}") + " "
    return source.rstrip(), starts


def _nesting_faults(tokens: list[Token]) -> list[Fault]:
    depth = 0
    for token in tokens:
        depth += (token.text == "(") - (token.text == ")") if token.kind == "operator" else 0
        if depth > MAX_NESTING:
            return [Fault(token.start, token.end, f"括号层次过深,最多{MAX_NESTING}层")]
    return []


def _joint_faults(tokens: list[Token]) -> list[Fault]:
    """The commonest mistakes, told in the same place whatever the version of Python."""
    for before, token in itertools.pairwise(tokens):
        if before.kind != "operator" and token.kind != "operator":
            return [Fault(token.start, token.end, f"“{token.text}”之前缺少比较符号或 and、or")]
    last = tokens[-1] if tokens else None
    if last and last.kind == "operator" and last.text != ")":
        return [Fault(last.start, last.end, f"“{last.text}”之后没有内容")]
    return []


def _syntax_fault(tokens: list[Token], starts: list[int], offset: int) -> Fault:
    at = max((number for number, start in enumerate(starts) if start <= offset), default=0)
    token = tokens[at]
    return Fault(token.start, token.end, "条件到此不通:请检查是否缺少比较符号、and/or 或括号")
