"""What machines and people read in a resume: files come in as text, as findings and as a proposal."""
