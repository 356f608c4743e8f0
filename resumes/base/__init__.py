"""What all of a learner's resumes are drawn from, beside what they recorded as evidence: contact, bullets, the rest."""
