"""Part of the site: trail."""
