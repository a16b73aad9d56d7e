"""The whole assessment, beside Recognizers-Text that only extracts: number, percentage, currency, dimension, date-time.

Its model objects are built once and kept, and it reads a sample of the rows, spread evenly over the table.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from clocks import forget, medians
from figures import Figure, per_second
from sample import Sample

_LEAST = 50
_SAMPLED = 24
_CULTURE = "zh-cn"


def figures(table: Sample) -> Iterator[Figure]:
    """Warm, and with the wording caches emptied before every round."""
    from engine import assessor

    models = _recognizers()
    rows = len(table.cells)
    cells = table.cells[:: max(1, rows // _SAMPLED)]
    run = partial(assessor.run, table.path, table.as_of)

    def unread() -> None:
        forget()
        run()

    def beside() -> None:
        for cell in cells:
            for model in models:
                model(cell)

    run()
    beside()
    gc.freeze()  # else our garbage is searched for among the objects of the models, and theirs among ours
    times = medians({"ours": run, "unread": unread, "beside": beside}, runs=9)
    pace = len(cells) / times["beside"]
    beside_it = f"Recognizers-Text {pace:,.1f} rows/s ({len(cells)} rows)"
    for what, key in (("assessment, warm", "ours"), ("assessment, wording caches cleared", "unread")):
        ratio, judged = rows / times[key] / pace, key == "ours"
        budget, limit = (">= 50 times its speed", _LEAST) if judged else ("", None)
        yield Figure(what, per_second(rows, times[key]), beside_it, ratio, budget, limit, least=True)


def _recognizers() -> list[Callable[[str], Any]]:
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer

    numbers, units, times = NumberRecognizer(_CULTURE), NumberWithUnitRecognizer(_CULTURE), DateTimeRecognizer(_CULTURE)
    models = [numbers.get_number_model(), numbers.get_percentage_model()]
    models += [units.get_currency_model(), units.get_dimension_model(), times.get_datetime_model()]
    return [model.parse for model in models]
