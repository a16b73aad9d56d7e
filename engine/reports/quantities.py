"""The quantities of a text, as a table for the terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from engine.explain.speech import Language, render, say, term
from engine.explain.visible import visible
from engine.model import Quantity

_COLUMNS = ("text", "span", "value", "unit", "bound", "hedge", "rule")


def quantities_json(quantities: Iterable[Quantity]) -> str:
    """A JSON list; `value` (and `upper`, of a range) is the exact amount in `unit`, scale words multiplied out."""
    return json.dumps([_record(quantity) for quantity in quantities], ensure_ascii=False, indent=1)


def print_quantities(
    quantities: Iterable[Quantity], file: TextIO, lang: Language = "zh", width: int | None = None
) -> None:
    """Print one line for each quantity, or that there is none."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=file, width=width, highlight=False, markup=False, emoji=False)
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for name in _COLUMNS:
        table.add_column(say(lang, f"quantities.{name}"), overflow="fold")
    for quantity in quantities:
        table.add_row(*(Text(words) for words in _words(quantity, lang)))
    console.print(table if table.row_count else say(lang, "quantities.none"))


def _record(quantity: Quantity) -> dict[str, object]:
    return {
        "text": quantity.text,
        "span": [quantity.start, quantity.end],
        "value": _value(quantity),
        "upper": _upper(quantity),
        "unit": quantity.unit,
        "bound": quantity.bound,
        "hedge": quantity.hedge,
        "rule": quantity.rule,
    }


def _words(quantity: Quantity, lang: Language) -> tuple[str, ...]:
    upper = _upper(quantity)
    value = _value(quantity) + (f"–{upper}" if upper else "")
    bound = render(term("bound", quantity.bound), lang)
    span = f"{quantity.start}–{quantity.end}"
    return visible(quantity.text), span, value, visible(quantity.unit), bound, visible(quantity.hedge), quantity.rule


def _value(quantity: Quantity) -> str:
    """The amount without the zeros that a scale word leaves behind (1.5万 → 15000); without one, as written."""
    value = f"{quantity.value:f}"
    return value.rstrip("0").rstrip(".") if quantity.scale and "." in value else value


def _upper(quantity: Quantity) -> str | None:
    return None if quantity.upper is None else _value(quantity._replace(number=quantity.upper))
