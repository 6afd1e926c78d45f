"""Use cases: each write runs in one unit of work and returns what it changed."""
