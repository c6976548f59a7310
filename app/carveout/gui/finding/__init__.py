"""Finding things: the palette over the window, and walking from hit to hit in the text."""
