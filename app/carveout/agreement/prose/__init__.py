"""Reading sentences: where they begin and end, and the names in them."""
