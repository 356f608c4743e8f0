"""Pages of what comes in from other programs, and of cards that go out."""
