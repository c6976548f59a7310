"""The papers for Word: the memo in its own styles, and the agreement with the annotations as its comments."""
