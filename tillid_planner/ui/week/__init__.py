"""The week: the page, its board and what stands around it."""
