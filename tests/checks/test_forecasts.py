"""Reported forecasts against what was achieved (see the corpus forecast.txt)."""

from __future__ import annotations

CORPUS = "forecast"


def test_the_figures_agree_as_the_rule_says(row, holds_as_said):
    holds_as_said(row, "check-forecast")
