"""graph: which units carry which tasks, in which role, and how they stand.

Imports ``engine.model``; the settings come from the rule book's ``units`` section as a ``UnitSettings``.
``roles`` reads one units cell, ``standings`` counts by unit, ``responsibility_graph`` hands out a report as a graph.
"""

from engine.graph.network import ResponsibilityGraph, UnitTasks, responsibility_graph
from engine.graph.roles import UnitSettings, roles
from engine.graph.standing import standings

__all__ = ["ResponsibilityGraph", "UnitSettings", "UnitTasks", "responsibility_graph", "roles", "standings"]
