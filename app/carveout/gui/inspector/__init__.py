"""The inspector: what was found in the clause that counsel is in, and what counsel thinks of it."""
