"""tables: rows of cells become Tasks.

``header`` finds the columns by their words and ``columns`` reports what is missing; ``tasks`` makes a Task of every
row, ``goals`` joins columns of figures to it, ``allocations`` reads tables that split totals among areas,
``merged_tasks`` joins the rows of one merged task, ``numbering`` makes the numbers unique, and ``stated`` reads the
date in the title.
"""
