"""documents: a file becomes Task rows, each with its Source.

Imports only ``model`` and ``units``.  Hands out ``read`` and ``read_text``, which give a ``Document``, and the
``Layout`` by which a user helps them; whatever is wrong with a file or a row is a ``Problem`` in the Document, never
an exception, and no row is dropped without one.

``dispatch`` is the way through the room: ``files`` gets from a path to bytes, ``formats`` from bytes to ``rows`` of
cells (one reader a format), ``tables`` from rows to Tasks.
"""

from engine.documents.dispatch import Document, read, read_text
from engine.documents.layout import Layout

__all__ = ["Document", "Layout", "read", "read_text"]
