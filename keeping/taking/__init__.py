"""Taking everything out as one document, and bringing it back: into the same account, a new one, another site."""
