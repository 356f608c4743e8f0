"""Made-up learners by the thousand or million, to measure and to try the site with. Never beside real ones unasked."""
