"""What the saved postings ask together, what would unlock most of them, and where applications end."""
