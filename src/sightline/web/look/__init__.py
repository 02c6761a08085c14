"""Part of the site: look."""
