"""The matrix on screen, and what can be done in it: narrowing down, grouping, choosing, rating along, taking out."""
