"""The Remedies workspace: what each representation feeds, the tests that decide it, and scenarios."""
