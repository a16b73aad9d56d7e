"""What is wrong with a rules file, for people (`check_text`), programs (`check_json`), the lines of a pull request
(`check_github`) and tools that collect findings (`check_sarif`)."""

from engine.reports.rules_check.github import check_github
from engine.reports.rules_check.json import check_json
from engine.reports.rules_check.sarif import check_sarif
from engine.reports.rules_check.text import check_text

__all__ = ["check_github", "check_json", "check_sarif", "check_text"]
