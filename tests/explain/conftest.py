"""The hand-built records of `samples.py` as a fixture."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest


@pytest.fixture(scope="session")
def samples() -> SimpleNamespace:
    """Everything that `samples.py` defines."""
    return SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("samples.py"))))
