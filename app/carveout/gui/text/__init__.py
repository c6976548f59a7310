"""The reading column: the text of the agreement, its margins and what is marked in it."""
