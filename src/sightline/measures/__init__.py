"""Figures about children, each answered with the children that it counts.

A *roll* has a row for each thing that can be counted: an assessment, a plan, a child in care. A
*measure* says of each row whether it counts, and whether it meets. Its figure, its breakdown, its
trend and its list of children are questions to that one expression, so they cannot disagree.

Nothing heavy is imported until a figure is asked for.
"""
