"""Deadlines: what is on time, what is overdue, what comes due, and how long it takes.

A deadline is declared once. Those still waiting are counted with those that are done, so that a
step which never happens is not missing from the figure.
"""
