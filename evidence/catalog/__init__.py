"""What curators keep: skills, credentials, and what their issuers ask for."""
