"""Building blocks used on several pages."""
