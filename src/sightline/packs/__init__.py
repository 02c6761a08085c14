"""What is handed over: pages for people to read."""
