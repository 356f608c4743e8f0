"""An interview with all that leads to it: the plan per day, and the brief for the evening before."""
