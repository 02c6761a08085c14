"""A fictional authority: made-up children whose lists agree with each other and over time."""
