"""From the bytes of a source to a Manuscript, one module a format."""
