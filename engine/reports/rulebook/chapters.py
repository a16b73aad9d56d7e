"""A book -> the document about it: one structure, which is written down as Markdown and as DOCX."""

from __future__ import annotations

from engine.reports.rulebook.blocks import NONE, Document, Fact, Paragraph, Table
from engine.reports.rulebook.counting import lights_and_points, stages
from engine.reports.rulebook.judging import remarks, tasks, verdicts
from engine.reports.rulebook.settings import indicators, schedules, thresholds
from engine.rules import RuleBook

_CHAPTERS = (schedules, thresholds, verdicts, remarks, tasks, indicators, stages, lights_and_points)


def document(book: RuleBook) -> Document:
    """Everything that a rule book says, in words."""
    blocks = [block for chapter in _CHAPTERS for block in chapter(book)]
    said = (block for block in blocks if block != Paragraph("") and not (isinstance(block, Table) and not block.rows))
    return Document(book.info.name, _about(book), tuple(said))


def _about(book: RuleBook) -> tuple[Fact, ...]:
    """What is to be known of the book as a whole."""
    info = book.info
    facts = [Fact("版本", info.version), Fact("依据", info.basis or NONE)]
    facts.append(Fact("规则文件", f"SHA-256 {info.sha256[:12]}"))
    if info.base:
        facts.append(Fact("底本", f"自带规则，SHA-256 {info.base[:12]}"))
    facts += [Fact("试改", change) for change in info.changes]
    return tuple(facts)
