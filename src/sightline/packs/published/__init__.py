"""What was published of a load: figures, views and the rows behind them, in one file to read fast.

``write`` makes the file of a report, whole or not at all; ``read`` has ``Published``, which answers
what pages ask. Nothing is computed from data about children when a page is opened.
"""
