"""Web pages: EDGAR HTML and its like."""
