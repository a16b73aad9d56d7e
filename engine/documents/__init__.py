"""documents: a file becomes Task rows, each with its Source.

Imports only ``engine.model``.  Hands out ``read`` and ``read_text``, which give a ``Document``; whatever is wrong
with a file or a row is a ``Problem`` in it, never an exception, and no row is dropped without one.

``dispatch`` is the way through the room: ``files`` and ``decode`` get from a path to text, ``formats`` picks the
reader (``pipes``, ``quoted``: one a format, giving ``rows`` of cells with offsets) by the ``header`` it finds,
``columns`` reports what the header lacks, ``tasks`` and ``numbering`` make the Tasks, ``stated`` reads the date.
"""

from engine.documents.dispatch import Document, read, read_text

__all__ = ["Document", "read", "read_text"]
