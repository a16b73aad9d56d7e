"""word: the parts of a .docx, for the reader ``docx``: its XML, the grid of each table, numbers that Word counts."""
