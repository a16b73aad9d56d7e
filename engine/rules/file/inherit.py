"""A file that ``extends`` the packaged rules: what it says itself is laid over what they say.

Sections and entries are taken one by one.  In a list of rules, indicators or boards an entry with the id (or name) of
one below takes its place; the others stand in front, since the first that holds decides.  A schedule, a list of words,
and ``meta`` are taken whole.
"""

from __future__ import annotations

from engine.rules.file.nodes import Listing, Mapping, Node, Scalar

PACKAGED = "自带规则"
"""What a file extends, and what places in it are called."""

_Path = tuple[str, ...]


def extended(root: Node) -> Node | None:
    """The value of ``extends`` (or of ``extend``, which is told as a mistake), None where the file has none."""
    given = {key.text: value for key, value in root.pairs} if isinstance(root, Mapping) else {}
    return given.get("extends", given.get("extend"))


def laid_over(own: Node, base: Node, path: _Path = ()) -> Node:
    """The base with what the file says itself laid over it."""
    if isinstance(own, Mapping) and isinstance(base, Mapping) and not _taken_whole(path):
        return _merged(own, base, path)
    if isinstance(own, Listing) and isinstance(base, Listing) and _named(own) and _named(base):
        return _joined(own, base)
    return own


def name_of(entry: Node) -> str | None:
    """The id or name by which an entry of a list is known."""
    pairs = entry.pairs if isinstance(entry, Mapping) else ()
    named = (value.text for key, value in pairs if key.text in ("id", "name") and isinstance(value, Scalar))
    return next(named, None)


def entry_name(entry: Node) -> str | None:
    """What an entry of any list is called by: its id or name, or the name of its rung."""
    pairs = entry.pairs if isinstance(entry, Mapping) else ()
    rung = next((value.text for key, value in pairs if key.text == "rung" and isinstance(value, Scalar)), None)
    return name_of(entry) or rung


def _taken_whole(path: _Path) -> bool:
    return path == ("meta",) or (path[:1] == ("schedules",) and len(path) == 2)


def _merged(own: Mapping, base: Mapping, path: _Path) -> Mapping:
    ours = {key.text: (key, value) for key, value in own.pairs}
    pairs = []
    for key, below in base.pairs:
        mine = ours.pop(key.text, None)
        pairs.append((mine[0], laid_over(mine[1], below, (*path, key.text))) if mine else (key, below))
    return Mapping((*pairs, *ours.values()), own.place)


def _joined(own: Listing, base: Listing) -> Listing:
    """Own entries in front; one with the name of a packaged entry in its place.  Of several with one name each is
    kept, so that the reader sees that there are several."""
    below = {name_of(entry) for entry in base.items}
    fresh = [entry for entry in own.items if name_of(entry) not in below]
    replaced = ([mine for mine in own.items if name_of(mine) == name_of(entry)] or [entry] for entry in base.items)
    return Listing((*fresh, *(entry for entries in replaced for entry in entries)), own.place)


def _named(listing: Listing) -> bool:
    return all(name_of(entry) is not None for entry in listing.items)
