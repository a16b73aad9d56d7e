"""What all tests share: a hypothesis profile without clock or chance, the folder of real documents, and the figures
of reading that are printed when the suite is over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("engine", deadline=None, derandomize=True)
settings.load_profile("engine")

SHARED = Path(__file__).resolve().parents[2] / "shared"
SOURCES = ("Pinghu", "bulletins", "Jiaxing")
FIGURES = pytest.StashKey[dict[tuple[str, str], tuple[str, float | None]]]()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the real documents and the annotations, beside the repository."""
    if not SHARED.is_dir():
        pytest.skip("the real documents (../shared) are not on this machine")
    return SHARED


def pytest_configure(config: pytest.Config) -> None:
    config.stash[FIGURES] = {}


@pytest.fixture(scope="session")
def figures(pytestconfig: pytest.Config) -> Callable[[str, str, str, float | None], None]:
    """``figures(source, measure, bar, reached)`` keeps a figure for the end of the suite."""

    def keep(source: str, measure: str, bar: str, reached: float | None) -> None:
        pytestconfig.stash[FIGURES][measure, source] = (bar, reached)

    return keep


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print what was measured: measure | bar | Pinghu | bulletins | Jiaxing; a bar of each where they differ."""
    kept = config.stash[FIGURES]
    if not kept:
        return
    terminalreporter.section("how well the documents are read")
    lines = [("measure", "bar", *SOURCES)]
    for measure in dict.fromkeys(measure for measure, _ in kept):
        own = [kept.get((measure, source)) for source in SOURCES]
        bars = " / ".join(f"{float(one[0]):.2f}" if one else "-" for one in own)
        lines.append((measure, bars, *(f"{one[1]:.4f}" if one and one[1] is not None else "-" for one in own)))
    for line in lines:
        terminalreporter.write_line(" ".join(f"{cell:<19}" for cell in line).rstrip())
