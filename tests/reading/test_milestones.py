"""How far an event has come: what counts as reached, as under way, and what the text itself gives up.

A row reads ``words of the task | words of the progress | status ; status``, one status for each milestone, and
optionally the date (else the end of June 2023).
"""

from __future__ import annotations

import engine

CORPORA = ("milestones",)


def test_an_event_stands_where_the_words_say(row):
    text, progress, expected, *day = row.cells
    task = engine.assess_text(target=text, progress=progress, as_of=day[0] if day else "2023-06-30")
    judged = [(one.reading.target.kind, one.verdict.status) for one in task.targets]
    assert judged == [("milestone", status.strip()) for status in expected.split(";")], row.rule
