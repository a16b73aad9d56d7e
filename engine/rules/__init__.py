"""Rules: rules.yaml -> RuleBook; verdicts, schedule, forecast, roll-up and points.

May import ``engine.model`` and ``engine.units``.  Hands out the book, how to load one, and how to show a share.

    book, problems = load("rules.yaml")     # None and every mistake, with file:line:column, or a whole book
    verdict = book.judge(reading, as_of)    # the first rule of the target's kind that holds decides
    task = book.roll_up(task, results)
"""

from engine.rules.book import RuleBook
from engine.rules.display import share_text
from engine.rules.facts.target import Placing
from engine.rules.file.changes import Change
from engine.rules.file.load import Loaded, default, load, loads
from engine.rules.live import RulesFile
from engine.rules.rollup import TaskVerdict

__all__ = [
    "Change",
    "Loaded",
    "Placing",
    "RuleBook",
    "RulesFile",
    "TaskVerdict",
    "default",
    "load",
    "loads",
    "share_text",
]
