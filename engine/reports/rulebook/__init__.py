"""The rule book as a document for people who do not read YAML: every rule in words, with its basis and its line.

``chapters`` makes one structure of headings, paragraphs, rules and tables (``blocks``) from a book; ``markdown`` and
``word`` write it down.  What a dated value makes different later is said beside what holds first (``periods``).
"""

from engine.reports.rulebook.markdown import rulebook_markdown
from engine.reports.rulebook.word import rulebook_docx

__all__ = ["rulebook_docx", "rulebook_markdown"]
