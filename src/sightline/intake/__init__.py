"""An authority's files, to a checked snapshot: readers, typed lists, checks, fitness, the store."""
