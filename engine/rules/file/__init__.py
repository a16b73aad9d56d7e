"""From the text of a rules file to a rule book, or to every mistake in it with its place."""
