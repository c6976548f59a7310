"""The carve-outs of one subject beside each other: their wording, their reach, the gaps, and a picture of all three."""
