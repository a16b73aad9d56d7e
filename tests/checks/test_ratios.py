"""Percentages against the figures that they are said of (see the corpus ratio.txt)."""

from __future__ import annotations

CORPUS = "ratio"


def test_the_figures_agree_as_the_rule_says(row, holds_as_said):
    holds_as_said(row, "check-ratio")
