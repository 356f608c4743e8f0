"""The three tools of the home page that work without an account, and what becomes of what was typed there."""
