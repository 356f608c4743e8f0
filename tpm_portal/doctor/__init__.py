"""What ``manage.py doctor`` looks at: whether the site is well, and what to do where it is not."""
