"""Part of the site: loads."""
