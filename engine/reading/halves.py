"""过半 as a promise: at least 50 % of what it speaks of, unless it only repeats the saying (时间过半、任务过半)."""

from __future__ import annotations

import re
from decimal import Decimal

from engine.model import Quantity
from engine.reading.frames import Frame

_HALF = "过半"
_SAYING = re.compile("(?:时间|任务|双)$")


def in_percent(figure: Quantity) -> Quantity:
    """过半 as 50%; any other figure as it is."""
    return figure._replace(number=Decimal(50), unit="%") if figure.text == _HALF else figure


def only_a_saying(frame: Frame) -> bool:
    """Whether the figure of a frame belongs to the saying that half of the time asks for half of the tasks."""
    return frame.quantity.text == _HALF and _SAYING.search(frame.head) is not None
