"""What a user says of a table's layout: the titles of its columns, the names of its areas; never guessed."""

from __future__ import annotations

from pydantic import Field

from engine.model import Record


class Layout(Record):
    """``columns`` gives the title of a column by field ("text": "工作内容") where it is an unusual one; ``areas`` the
    names of the areas, from left to right, of a table that splits totals among them and lost its header."""

    columns: dict[str, str] = Field(default_factory=dict)
    areas: tuple[str, ...] = ()
