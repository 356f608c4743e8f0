"""Two lists beside each other: what goes, what comes and what stays, in an order that can be read."""

from rapidfuzz.distance import Indel

from curation.unseen import in_sight, looks, told_apart

# More would be no page to read, and comparing them would take long.
MOST_ITEMS = 2000
SHOWN = 200

Item = tuple[str, str]


def side_by_side(was: list[str], will: list[str]) -> list[Item]:
    """The items of both lists: what goes is marked ``-``, what comes ``+``, and what stays a space.

    Those that look alike and are not have what tells them apart in words.
    """
    if max(len(was), len(will)) > MOST_ITEMS:
        return [*_cut("-", was), *_cut("+", will)]
    items: list[Item] = []
    gone: list[str] = []
    come: list[str] = []
    for block in Indel.opcodes(was, will):
        if block.tag == "equal":
            stays = was[block.src_start : block.src_end]
            items += [*_changed(gone, come), *((" ", in_sight(item)) for item in stays)]
            gone, come = [], []
        else:
            gone += was[block.src_start : block.src_end]
            come += will[block.dest_start : block.dest_end]
    items += _changed(gone, come)
    return items[:SHOWN] + ([(" ", f"and {len(items) - SHOWN} more")] if len(items) > SHOWN else [])


def _changed(gone: list[str], come: list[str]) -> list[Item]:
    comes = {looks(item): item for item in come}
    goes = {looks(item): item for item in gone}
    return [
        *(("-", told_apart(item, comes.get(looks(item), item))[0]) for item in gone),
        *(("+", told_apart(goes.get(looks(item), item), item)[1]) for item in come),
    ]


def _cut(mark: str, items: list[str]) -> list[Item]:
    more = [(" ", f"and {len(items) - SHOWN} more")] if len(items) > SHOWN else []
    return [*((mark, in_sight(item)) for item in items[:SHOWN]), *more]
