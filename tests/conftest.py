"""What all tests share: a hypothesis profile without clock or chance, and the folder of real documents."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("engine", deadline=None, derandomize=True)
settings.load_profile("engine")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the real documents and the annotations, beside the repository."""
    if not SHARED.is_dir():
        pytest.skip("the real documents (../shared) are not on this machine")
    return SHARED
