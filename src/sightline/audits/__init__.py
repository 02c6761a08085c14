"""Looking at practice: what an audit asks, how children are chosen, and what the answers come to.

Pure functions on plain values. What happened, by whom and when, is kept by ``sightline.web``.
"""
