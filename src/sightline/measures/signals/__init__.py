"""Signals: what of a child's path may be drift, each with its dates and its reason in a sentence.

A signal is a fact about dates, to be looked at by somebody who knows the child. There is no score,
and nothing is ordered by risk: what is shown first is what has gone on longest.
"""
