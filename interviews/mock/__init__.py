"""Mock interviews: drawn, run, helped with, reported."""
