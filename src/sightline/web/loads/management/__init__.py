"""Commands of the site that are about data: the worker, backups, and the first person."""
