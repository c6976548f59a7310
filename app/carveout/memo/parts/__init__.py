"""The parts of the memo, each as rows for the page frame."""
