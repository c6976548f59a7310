"""What we hand in: the memo, what it says and how it is set, drawn and written."""
