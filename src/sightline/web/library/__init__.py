"""Part of the site: library."""
