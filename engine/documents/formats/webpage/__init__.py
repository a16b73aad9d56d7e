"""webpage: the tables of a page that hold data, and the words a reader sees, for the reader ``html``."""
