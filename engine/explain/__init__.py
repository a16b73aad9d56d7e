"""Why a verdict is what it is: one derivation as data, and its text in Chinese or English.

Imports `engine.model` and, for the display of figures, `engine.rules` and `engine.units`.  Hands out
`why(task, rules_path)`, the `Explanation` it returns, and `problem_text`.  All sentences are templates in `phrases.py`.
"""

from engine.explain.derivation import Explanation, Section, why
from engine.explain.problems import problem_text
from engine.explain.speech import Language

__all__ = ["Explanation", "Language", "Section", "problem_text", "why"]
