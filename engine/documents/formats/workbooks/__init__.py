"""workbooks: what the readers of Excel files share, and what they need beside their libraries.

``sheets`` makes a Table of a worksheet, ``cell_values`` a text of a value and its number format; ``sheet_xml`` and
``xlsx_parts`` look at an .xlsx before it is parsed, ``ole`` and ``biff`` at an .xls.
"""
