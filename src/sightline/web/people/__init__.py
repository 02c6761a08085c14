"""Part of the site: people."""
