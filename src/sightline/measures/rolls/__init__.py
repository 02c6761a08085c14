"""The rolls: one row for each thing that measures count."""
