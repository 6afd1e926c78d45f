"""Deleting a record for good: the dialog, and the open cases that come first."""
