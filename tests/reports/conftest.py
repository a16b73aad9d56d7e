"""The hand-built records that the tests of explanations use, as a fixture."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

SAMPLES = Path(__file__).parents[1] / "explain" / "samples.py"


@pytest.fixture(scope="session")
def samples() -> SimpleNamespace:
    """Everything that `samples.py` defines."""
    return SimpleNamespace(**runpy.run_path(str(SAMPLES)))
