"""What a text says against its own figures (see the corpus contradiction.txt)."""

from __future__ import annotations

CORPUS = "contradiction"


def test_the_figures_agree_as_the_rule_says(row, holds_as_said):
    holds_as_said(row, "check-contradiction")
