"""Item models over plain rows."""
