"""Official statistics: what the Department for Education publishes, and how an authority stands.

``declare`` and ``library`` say which figures are known; ``loading`` and ``store`` keep the files;
``compare`` sets an authority beside its neighbours, its region and England.
"""
