"""Rules: rules.yaml -> RuleBook; verdicts, schedule, forecast, roll-up and points.

May import ``engine.model`` and ``engine.units``.  Hands out the book, how to load one, and how to show a share.

    book, problems = load("rules.yaml")     # None and every mistake, with file:line:column, or a whole book
    verdict = book.judge(reading, as_of)    # the first rule of the target's kind that holds decides
    task = book.roll_up(task, results)
"""

from engine.rules.book import RuleBook
from engine.rules.display import share_text
from engine.rules.file.load import default, load, loads
from engine.rules.rollup import TaskVerdict

__all__ = ["RuleBook", "TaskVerdict", "default", "load", "loads", "share_text"]
