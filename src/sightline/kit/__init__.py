"""Small tools that know nothing of children's services: dates, citations, problems, tables."""
