"""The roadmap in the browser: pages that are read, and acts that change a learner's own rows."""
