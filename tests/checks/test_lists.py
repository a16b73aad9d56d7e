"""Counts against the lists that they count (see the corpus count_list.txt)."""

from __future__ import annotations

CORPUS = "count_list"


def test_the_figures_agree_as_the_rule_says(row, holds_as_said):
    holds_as_said(row, "check-count-list")
