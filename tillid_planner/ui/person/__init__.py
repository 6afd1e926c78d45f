"""One person or team: the page, the plot of a course, and preparing a conversation."""
