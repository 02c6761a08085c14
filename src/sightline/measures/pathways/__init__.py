"""Pathways: how long children wait from one step to the next, with those who still wait.

A mean over those who have arrived leaves out those who wait longest. A pathway counts all who set
out in the window, and says for each day what part still waits.
"""
