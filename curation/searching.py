"""The database's side of a search: texts as ``folding`` reads them, and queries as ``queries`` makes them."""

from django.contrib.postgres.search import SearchQuery
from django.db.models import Func, TextField


class Folded(Func):
    """A text as searches read it."""

    function = "search_fold"
    output_field = TextField()
    arity = 1


def raw_query(query: str) -> SearchQuery:
    return SearchQuery(query, config="english", search_type="raw")
