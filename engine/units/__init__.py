"""The room of figures: text -> Quantity and Period.  It may import engine.model and nothing else of ours.

Hands out the two readers (``quantities``, ``periods``), what units have in common (``dimension``, ``comparable``,
``factor``, ``convert``, ``base_value``, ``is_count``), and ``narrow`` for full-width signs.  The unit words stand in
definitions.txt.
"""

from engine.units.convert import base_value, comparable, convert, dimension, factor, is_count
from engine.units.periods import periods
from engine.units.scanner import quantities
from engine.units.width import narrow

__all__ = ["base_value", "comparable", "convert", "dimension", "factor", "is_count", "narrow", "periods", "quantities"]
