"""The Issues workspace: every annotation of the matter as one list, narrowed, grouped and sorted."""
