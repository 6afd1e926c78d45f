"""Painters for cells."""
