"""formats: the bytes of a file become ``Contents``, tables of rows and cells with their places.

One module a format, each with ``contents``; ``detect`` tells from the bytes which one it is, whatever the file is
called.  A reader raises nothing: what it cannot read it says in a Problem, what it repaired in a note with its cell.
"""

from engine.documents.formats.detect import contents

__all__ = ["contents"]
