"""Changes against both their ends (see the corpus growth.txt)."""

from __future__ import annotations

CORPUS = "growth"


def test_the_figures_agree_as_the_rule_says(row, holds_as_said):
    holds_as_said(row, "check-growth")
