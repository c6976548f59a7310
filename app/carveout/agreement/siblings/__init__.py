"""The carve-out map: carve-outs of one subject beside each other, and what they narrow."""
