"""flattened: how the paragraphs of a flattened page become rows again, for the reader ``flattened_page``.

``head`` finds the titles, ``numbers`` where each row starts, ``alignment`` which paragraph fills which column;
``figures``, ``words`` and ``shares`` read tables that split totals among areas.
"""
