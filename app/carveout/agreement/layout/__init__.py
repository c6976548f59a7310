"""Where the words stand on the page: from the lines of a manuscript to the paragraphs of the canonical text."""
