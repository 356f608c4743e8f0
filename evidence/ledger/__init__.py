"""Whether somebody meets an issuer's rules: months, eligibility, renewal, the pack for an application."""
