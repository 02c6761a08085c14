"""The JSON API: what pages show, for programs, within the same rights and scopes."""
