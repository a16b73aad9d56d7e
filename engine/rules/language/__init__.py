"""The language of conditions and sentences: words, grammar, types, and the functions they compile to."""
