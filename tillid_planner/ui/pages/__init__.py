"""The pages: a view that lays out, a page that acts."""
