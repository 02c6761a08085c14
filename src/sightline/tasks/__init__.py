"""What each command does: one short function per verb, which reads as a list of steps."""
