"""printed: how the lines and characters of PDF pages become rows again, for the reader ``pdf``.

``page`` finds the ruled cells of a page (``rules``, ``text``), ``runs`` the pages over which a table goes on, ``rows``
its rows; ``limits`` and ``streams`` bound what a hostile file may cost.
"""
