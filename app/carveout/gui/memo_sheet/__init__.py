"""The sheet that asks how the memo is to be set before it is made."""
