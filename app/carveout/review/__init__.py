"""What counsel thinks of it: annotations, marks and decisions, the edits that make them, and their log."""
