"""The trust matrix: the page, the grid, its filter, and rating a column or a row."""
