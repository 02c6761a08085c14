"""The inspection system: authorities, frameworks, judgements, visits, and what comes next."""
