"""What the copy for programs is called that a memo encloses, and the form that it has."""

NAME = "carveout-review.json"
FORMAT = "carveout-memo"
VERSION = 1
