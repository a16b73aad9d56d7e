"""What is wrong with a rule book that can be read: rules that never decide, cases left open, bands that overlap.

A condition is taken apart into comparisons of quantities with figures; the values of a quantity are cut into cells at
these figures, and a condition holds in a union of boxes of cells.  What is claimed of all cases is proven on the boxes;
what is shown as an example was tried on the compiled conditions.  Every search is bounded (``MAX_PRODUCTS``,
``MAX_BOXES``, ``MAX_STEPS``, ``MAX_TRIES``): of what is too large nothing is said, but that a list without 其他 is not
shown to be complete.
"""

from __future__ import annotations

from engine.rules.book import RuleBook
from engine.rules.file.faults import Faults


def lint(book: RuleBook, faults: Faults) -> None:
    """Note what the rules of a book do that their author cannot have meant, now and from later days on."""
    from engine.rules.lint.analysis import analyse  # most runs take the packaged rules, which are not looked at again

    analyse(book, faults)
