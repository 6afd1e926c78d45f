"""One person or team: the page's parts, the plot of a course, and preparing a conversation."""
