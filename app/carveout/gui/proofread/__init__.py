"""The Proofread workspace: the findings by rule and by place, and those that were dismissed."""
