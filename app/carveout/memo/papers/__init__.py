"""The other papers of a review: spreadsheets, linked annotations, the clause tree, the audit report."""
