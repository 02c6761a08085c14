"""Variation: whether a change is real, how teams differ, and how long children wait.

Everything here works on plain values and gives plain values. Each answer comes with its words,
and is "too few to tell" below a stated minimum. Nothing here is said about one child, and nothing
puts children or teams in order of merit.
"""
