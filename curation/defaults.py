"""What goes without saying in a content file."""

from curation.content_files import Children, Document, Seed, columns_of, plain_value


def defaults_of(of: Seed | Children) -> Document:
    """What a row is of which its file says nothing but the id."""
    said: Document = {name: plain_value(default) for name, _, default in columns_of(of.model, of.fields)}
    return said | dict.fromkeys(of.references) | {name: [] for name in of.links}


def completed(seed: Seed, document: Document) -> Document:
    """What was seeded once, with the fields that are seeded only since as every row had them then."""
    whole = defaults_of(seed) | document
    for children in seed.children:
        rows = document.get(children.name, [])
        whole[children.name] = [defaults_of(children) | row for row in rows]
    return whole
