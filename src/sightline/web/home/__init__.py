"""Part of the site: home."""
