"""Memos that somebody marked in another program, read back onto the clauses of the agreement."""
