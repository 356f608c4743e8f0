"""Pages of offers: each state of one, several side by side, and what to say about them."""
