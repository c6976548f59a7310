"""Remedies: what an untrue representation costs, and the tests that decide it."""
