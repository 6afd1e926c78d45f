"""Exporting the week and the matrix: what goes along, where to, and the export itself."""
