"""The steps of an import, from the file to the rows that are fetched."""
