"""Part of the site: audits."""
