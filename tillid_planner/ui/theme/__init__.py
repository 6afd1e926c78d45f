"""Colours, palette, style sheet, icons and type."""
