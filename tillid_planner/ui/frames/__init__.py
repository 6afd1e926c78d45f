"""Frames: the page of what holds people up and what holds them down, and its controls."""
