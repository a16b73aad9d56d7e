"""Parts against their whole, and totals against what they add up (see the corpus part_whole.txt)."""

from __future__ import annotations

CORPUS = "part_whole"


def test_the_figures_agree_as_the_rule_says(row, holds_as_said):
    holds_as_said(row, "check-part-whole")
