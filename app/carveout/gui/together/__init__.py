"""Several reviewers on one matter: taking in copies, settling conflicts, what changed, and what is purged."""
