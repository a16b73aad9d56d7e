"""Medians of runs that take turns, and the wording caches of the engine emptied."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter
from typing import Any

RUNS = 11


def medians(works: Mapping[str, Callable[[], Any]], runs: int = RUNS) -> dict[str, float]:
    """Median seconds of each work, over ``runs`` rounds in which they take turns."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            start = perf_counter()
            work()
            taken[name].append(perf_counter() - start)
    return {name: median(times) for name, times in taken.items()}


def wording_caches() -> list[Any]:
    """The caches of the engine that grow with the wordings met; compiled patterns and the rules are none."""
    modules = [module for name, module in sorted(sys.modules.items()) if name.split(".")[0] == "engine"]
    held = [value for module in modules for value in vars(module).values() if hasattr(value, "cache_parameters")]
    return [cache for cache in held if (cache.cache_parameters()["maxsize"] or 0) > 1]


def forget() -> None:
    """Empty the wording caches, as if no text had been read yet."""
    for cache in wording_caches():
        cache.cache_clear()
