"""The engine's façade: `engine.assess("table.xlsx", as_of="2023-06-30")` and little else.

Every name is fetched when it is first used (PEP 562), so that `import engine` imports nothing: neither
pydantic nor any room of the house.  The pipeline lives in `engine.assessor`, so that no submodule ever takes
the place of the function `engine.assess`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.api import AssessedTask, EngineError, Report, assess, assess_text, read
    from engine.model import Period, Problem, Quantity
    from engine.rules import RulesFile
    from engine.units import periods, quantities

__version__ = "0.1.0"

__all__ = [
    "AssessedTask",
    "EngineError",
    "Period",
    "Problem",
    "Quantity",
    "Report",
    "RulesFile",
    "__version__",
    "assess",
    "assess_text",
    "periods",
    "quantities",
    "read",
]

_HOMES = {
    "AssessedTask": "engine.api",
    "EngineError": "engine.api",
    "Report": "engine.api",
    "assess": "engine.api",
    "assess_text": "engine.api",
    "read": "engine.api",
    "Period": "engine.model",
    "Problem": "engine.model",
    "RulesFile": "engine.rules",
    "Quantity": "engine.model",
    "periods": "engine.units",
    "quantities": "engine.units",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
