"""A rules file in a few lines: what is laid over the packaged rules."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.rules import Change, Loaded, loads

HEAD = 'extends: 自带规则\nmeta: {name: 某市口径, version: "1"}\n'


@pytest.fixture(scope="session")
def laid_over() -> Callable[..., Loaded]:
    """``laid_over("thresholds: …", "cumulative.tolerance=5%")``: the book of such a file, with values changed."""

    def make(text: str, *changes: str) -> Loaded:
        return loads(HEAD + text, "own.yaml", [Change.of(change) for change in changes])

    return make
