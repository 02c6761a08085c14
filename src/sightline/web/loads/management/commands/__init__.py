"""One command to a module, as Django looks for them."""
