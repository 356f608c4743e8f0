"""What names the state of everything that is a learner's, as a part of a statement: see migration 0011."""

# With the learner's key as its parameter.
OF_A_LEARNER = "(SELECT coalesce(string_agg(id::text, ' ' ORDER BY id), '') FROM accounts_edition WHERE learner = %s)"
