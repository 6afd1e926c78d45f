"""Breaches of trust: the page, the case with its steps, and the conversation."""
