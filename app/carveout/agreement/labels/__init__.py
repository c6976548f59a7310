"""What stands before a clause: its number, and its heading."""
