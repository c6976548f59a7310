"""What counsel sees: the only package that imports Qt."""
