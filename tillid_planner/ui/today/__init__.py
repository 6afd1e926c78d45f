"""The pieces of the page of today."""
