"""How the memo is set: glyphs, lines, pages and PDF. It knows nothing of agreements."""
