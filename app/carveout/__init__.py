"""Carveout: offline review of agreements, their representations and their carve-outs."""

__version__ = "0.1.0"
