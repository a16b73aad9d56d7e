"""assessor: a document, a rule book and a date become a Report.

Hands out ``run``, which judges a document, ``check``, which only holds it against itself, and ``run_text`` for two
texts.  ``pipeline`` is the way through the rooms above, ``judging`` its part that several books can go through with one
reading of the texts; ``remarks`` words what it has to say on its own account.
"""

from engine.assessor.pipeline import Checked, Outcome, check, run, run_text

__all__ = ["Checked", "Outcome", "check", "run", "run_text"]
