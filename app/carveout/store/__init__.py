"""Where it is kept: the matter file, written as counsel goes and verified whenever it is opened."""
