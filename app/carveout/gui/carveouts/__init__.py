"""The Carve-outs workspace: every carve-out of the document in one table, each with its decision."""
