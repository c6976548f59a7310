"""The parts of the memo for Word, each a function from what is handed in to paragraphs and tables."""
