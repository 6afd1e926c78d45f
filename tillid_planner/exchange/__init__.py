"""Reads and writes foreign formats; imports domain only."""
