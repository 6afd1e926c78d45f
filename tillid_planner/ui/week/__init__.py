"""The week's board and what stands around it."""
