"""Importing a list: the page and its steps, from the file to the rows that are taken in."""
