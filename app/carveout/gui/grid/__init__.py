"""Tables of words: cells that wrap, with the words that matter marked, each leading to its place in the text."""
