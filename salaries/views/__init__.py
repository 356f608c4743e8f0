"""Public pages on pay, a visitor's own number, and the data to take out."""
