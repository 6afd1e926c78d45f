"""What the matrix can do besides being read: narrowing down, grouping, choosing, rating along, taking out."""
