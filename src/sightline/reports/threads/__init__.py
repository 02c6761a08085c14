"""Threads: one theme over time, what was told twice, and who was told the same and got better."""

from sightline.reports.threads.again import Pair, Recurrence, Told, recurrence
from sightline.reports.threads.lessons import Lesson, lessons
from sightline.reports.threads.over_time import CAUTION, Point, Thread, thread, threads
from sightline.reports.threads.quotes import Quote

__all__ = [
    "CAUTION",
    "Lesson",
    "Pair",
    "Point",
    "Quote",
    "Recurrence",
    "Thread",
    "Told",
    "lessons",
    "recurrence",
    "thread",
    "threads",
]
