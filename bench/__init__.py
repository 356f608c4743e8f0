"""How fast every page is, beside the least that a page of Django costs on the same machine: ``make bench``."""
