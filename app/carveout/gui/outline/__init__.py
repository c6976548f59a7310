"""The outline: the clauses of the document as a tree, their state, and the filter over them."""
