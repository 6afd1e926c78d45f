"""Tasks, people and teams: the two pages and their forms."""
