"""The memo as it will be handed in, seen page by page before it is written, and printed."""
