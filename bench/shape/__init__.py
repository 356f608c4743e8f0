"""The site on several machines, played on one: nginx, two sites, PgBouncer, PostgreSQL with a replica, and Redis."""
