"""Part of the site: figures."""
