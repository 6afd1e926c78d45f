"""What is known and done about one task and one assignee, beside the matrix."""
